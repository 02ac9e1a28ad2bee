import { keepGoingWithoutReader, writeOut } from '../runtime/terminal';
import { asksForHelp, readOptions, sandboxUsage } from '../sandbox/options';
import { playAll } from '../sandbox/playAll';
import { SCENARIOS } from '../sandbox/scenarios';

/**
 * Plays scenarios in an embedded cloud on loopback, with the real bundle.
 * @param words what stands after `sandbox` on the command line
 * @param inActions whether this runs in a workflow
 * @returns exit code: 0 when every scenario went as it must, 1 when not. Throws RK1002 on a wrong option.
 */
export async function sandbox(words: readonly string[], inActions: boolean): Promise<number> {
  keepGoingWithoutReader();
  if (asksForHelp(words)) {
    writeOut(sandboxUsage(SCENARIOS));
    return 0;
  }
  const options = readOptions(
    words,
    SCENARIOS.map(({ name }) => name),
    inActions,
  );
  const results = await playAll(SCENARIOS, options);
  return results.every(({ ok }) => ok) ? 0 : 1;
}
