import type { Inputs } from '../../config/inputs';
import { selectKeys } from '../../config/selector';
import type { Catalog } from '../../domain/descriptor';
import { RekeyError } from '../../domain/errors';
import { keyIdentity } from '../../domain/key';
import { Composition } from '../compose';
import { readConfig } from '../configSource';
import { mayAct } from '../mayAct';
import type { World } from '../world';
import { checkParts } from './checks';
import { countLine, look, type Finding } from './finding';
import { descriptorsOf, permissionsBlock } from './permissions';
import { policyBlocks } from './policy';
import { roleBlocks } from './roles';
import { laptopStarter } from './laptopFile';
import { starterFiles } from './starter';
import { linesOf } from './together';

/** Logs in everywhere, reads what a rotation would read, and says what to change. With `init` it makes the empty journal. */
export async function doctor(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  mayAct(world.run, 'doctor');
  const config = await readConfig(inputs.config, catalog, world, true).catch((thrown: unknown) => {
    if (!(thrown instanceof RekeyError) || thrown.code !== 'RK2007') throw thrown;
    const onLaptop = world.run.owner.kind === 'local';
    world.log.info(`${onLaptop ? laptopStarter() : starterFiles(world.run)}\n`);
    throw new RekeyError('RK2007', thrown.message, {
      next: onLaptop
        ? 'Paste the config above, fill it in, and run doctor --init.'
        : 'Paste the files above, fill them in, and run doctor again.',
      ...(thrown.where && { where: thrown.where }),
    });
  });
  const parts = new Composition(config, catalog, world);
  try {
    const { journal, known } = await lookAtJournal(parts, inputs.init);
    const findings = [
      {
        about: 'config',
        ok: true,
        says: `${Object.keys(config.keys).length} keys, digest ${config.source.digest.slice(0, 12)}`,
      },
      ...config.warnings.map((says): Finding => ({ about: 'config', ok: true, says })),
      ...journal,
      ...(await checkParts(config, parts, {
        selected: selectKeys(config, inputs),
        isKnown: (key) => known.has(keyIdentity(world.run.repositoryId, key)),
      })),
    ];
    for (const line of linesOf(findings)) world.log.info(line);
    const descriptors = await descriptorsOf(config, catalog);
    world.log.info(`\nThe job needs exactly this:\n${permissionsBlock(config, descriptors)}`);
    const blocks = [...(await roleBlocks(config, parts, world.run)), ...(await policyBlocks(config, parts))];
    for (const block of blocks) world.log.info(`\n${block}`);
    world.log.info(
      `\nWhat it can do with it: read and write every secret under keys:, and read every admin key.`,
    );
    world.log.info(`\n${countLine(findings)}`);
    const bad = findings.filter(({ ok }) => !ok).length;
    await world.output.summary(summaryOf(findings));
    world.output.result({ findings: findings.map(({ about, ok, says }) => ({ about, ok, says })) });
    world.output.set('status', bad === 0 ? 'done' : 'failed');
    return bad === 0 ? 0 : 1;
  } finally {
    await parts.end();
  }
}

/** @returns what was seen, and the identities of the keys that it knows */
async function lookAtJournal(
  parts: Composition,
  init: boolean,
): Promise<{ readonly journal: readonly Finding[]; readonly known: ReadonlySet<string> }> {
  const known = new Set<string>();
  const opened = await parts.journal();
  const made = init ? [await look('journal, made', () => opened.init().then(() => 'empty'))] : [];
  const loaded = await look('journal', async () => {
    const { keys, commit } = await opened.load();
    for (const identity of keys.keys()) known.add(identity);
    return `${keys.size} keys known, at ${commit}`;
  });
  const advice = loaded.ok ? await opened.audit() : [];
  const protection = advice.map((says): Finding => ({ about: 'journal, protection', ok: false, says }));
  return { journal: [...made, loaded, ...protection], known };
}

function summaryOf(findings: readonly Finding[]): string {
  const bad = findings.filter(({ ok }) => !ok).length;
  const head = bad === 0 ? 'everything is as it should be' : `${bad} of ${findings.length} need you`;
  return `## Doctor: ${head}\n\n\`\`\`\`text\n${linesOf(findings).join('\n').replaceAll('````', "''''")}\n\`\`\`\`\n`;
}
