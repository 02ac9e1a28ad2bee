import { runIn } from '../../src/commands/run';
import { readInputs } from '../../src/config/inputs';
import type { Catalog } from '../../src/domain/descriptor';
import type { World } from '../../src/commands/world';

/** What main does, in a world of the test's choice. */
export async function run(argv: readonly string[], catalog: Catalog, world: World): Promise<number> {
  const settles = argv[0] === 'settle';
  const inputs = readInputs(undefined, settles ? [] : argv);
  return runIn(settles ? 'settle' : inputs.command, inputs, catalog, world);
}
