import type { KeyConfig } from '../../../../src/domain/config';
import type { Chance } from '../../../../src/sandbox/chance';
import type { World } from '../../world/world';
import type { Incident } from './incident';

type Change = (entry: KeyConfig, world: World) => Partial<KeyConfig>;

const inSecret =
  (part: Partial<KeyConfig['secret']>): Change =>
  ({ secret }) => ({ secret: { ...secret, ...part } });

const idOf = (world: World, owner: 'ours' | 'foreign'): string =>
  world.servers.vendor.keys.live.find((key) => key.owner === owner)?.id ?? '';

/** What a forger makes of the entry that a rotation began with. */
const CHANGES: readonly (readonly [string, Change])[] = [
  ['the secret of the admin key', inSecret({ path: 'admin/gateway', fields: { value: 'token' } })],
  ['another path', inSecret({ path: 'prod/payroll' })],
  ["a neighbour's field", inSecret({ fields: { value: 'other' } })],
  ['another field for the id', inSecret({ idField: 'other' })],
  ['more scopes', () => ({ scopes: ['charge.read', 'admin.everything'] })],
  ['no grace period', () => ({ grace: 0, drainLimit: 0, watch: 0 })],
  ['nobody who uses it', () => ({ usedBy: [] })],
  ['the key in use for the old one', (_entry, world) => ({ keyId: idOf(world, 'ours') })],
  ["another team's key for the old one", (_entry, world) => ({ keyId: idOf(world, 'foreign') })],
  ['another name', () => ({ name: 'gateway-9' })],
];

/** Whoever may write the journal rewrites the entry that an open rotation began with, one part of it or two. */
export const forgedSnapshot: Incident = {
  name: 'snapshot forged',
  weight: 6,
  begin(world, chance) {
    const [key] = world.setting.keys;
    if (!key || world.setting.journal !== 'file') return undefined;
    const { open } = world.chronicle.stateOf(world.identityOf(key));
    if (!open) return undefined;
    const chosen = pickOneOrTwo(chance);
    if (
      !rewrite(
        world,
        open.rotation,
        chosen.map(([, change]) => change),
      )
    )
      return undefined;
    world.assumptions.breaks('the journal is ours', 'journal', 'a forger');
    return `somebody writes into the entry of ${open.rotation} in the journal: ${chosen.map(([what]) => what).join(', ')}`;
  },
};

function pickOneOrTwo(chance: Chance): typeof CHANGES {
  const one = chance.pick(CHANGES);
  const other = chance.fraction() < 0.4 ? chance.pick(CHANGES) : undefined;
  return [...new Set([one, other])].flatMap((change) => (change ? [change] : []));
}

interface Written {
  readonly entries: readonly {
    readonly facts: readonly { readonly type: string; readonly rotation: string; snapshot?: KeyConfig }[];
    state: { name: string; vendor: string; workloads: readonly string[] };
  }[];
}

/** In all commits, so that facts and index agree. @returns false when there is no such entry */
function rewrite(world: World, rotation: string, changes: readonly Change[]): boolean {
  let forged: KeyConfig | undefined;
  for (const [path, text] of world.disk.files) {
    if (!path.startsWith('journal/commits/')) continue;
    const commit = parsed(text);
    for (const { facts, state } of commit?.entries ?? []) {
      const claim = facts.find((fact) => fact.rotation === rotation && fact.snapshot);
      const isOf = facts.some((fact) => fact.rotation === rotation);
      if (claim?.snapshot)
        forged = claim.snapshot = changes.reduce(
          (entry, change) => ({ ...entry, ...change(entry, world) }),
          claim.snapshot,
        );
      if (forged && isOf)
        Object.assign(state, { name: forged.name, vendor: forged.vendor, workloads: forged.usedBy });
    }
    if (forged && commit) world.disk.write(path, `${JSON.stringify(commit)}\n`);
  }
  return forged !== undefined;
}

function parsed(text: string): Written | undefined {
  try {
    return JSON.parse(text) as Written;
  } catch {
    return undefined;
  }
}
