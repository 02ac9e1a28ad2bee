import { isRemoved } from '../invariants/readings';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';

type Order = readonly string[];

/** What persons do about what is at rest and not at its end. */
export interface Fixes {
  readonly orders: readonly Order[];
  /** Something was mended without an order: a later run finds it. */
  readonly isOther: boolean;
}

/** What a careful person does about each key at rest, having read what it says. @param again what helped the first time did not */
export function fixesFor(world: World, again: boolean): Fixes {
  const all = world.setting.keys.map((key) => mendKey(world, key, again));
  return { orders: all.flatMap(({ orders }) => orders), isOther: all.some(({ isOther }) => isOther) };
}

function mendKey(world: World, key: KeySetting, again: boolean): Fixes {
  const { open, hold, blocked } = world.chronicle.stateOf(world.identityOf(key));
  const release = ['release', '--keys', key.name, '--reason', 'mended'];
  if (isDead(world, key)) return revive(world, key, open !== undefined, hold || blocked ? [release] : []);
  // A rotation that stays blocked is given up: both keys live, and the person ends what is not needed.
  if (open && blocked && again) return { orders: [['abandon', '--keys', key.name]], isOther: false };
  if (hold || blocked) return { orders: [release], isOther: false };
  if (open?.status !== 'person') return { orders: [], isOther: false };
  world.fleet.findUsers();
  nameOld(world, key, open.rotation);
  return { orders: [], isOther: true };
}

/** The key in use, that somebody has ended at the vendor, though nobody wanted it gone. */
function isDead(world: World, key: KeySetting): boolean {
  if (isRemoved(world, key)) return false;
  const found = servedKey(world, key);
  return found !== undefined && (found.disabled !== undefined || found.revoked !== undefined);
}

/** A disabled key is enabled again; instead of a deleted one, the one before it serves again, or a new one. */
function revive(world: World, key: KeySetting, isOpen: boolean, release: readonly Order[]): Fixes {
  const found = servedKey(world, key);
  if (found && found.revoked === undefined) {
    delete found.disabled;
    world.changed(`a person enables ${found.id} again`);
    return { orders: release, isOther: isOpen };
  }
  const order = isOpen ? ['rollback', '--keys', key.name] : ['rotate', '--keys', key.name, '--now'];
  return { orders: [...release, order], isOther: false };
}

const servedKey = (world: World, key: KeySetting) =>
  world.servers.vendor.keys.byValue(world.served(key).value ?? '');

/** Nobody but a person knows the id of the old key: it is written into the config, as the journal asks for. */
function nameOld(world: World, key: KeySetting, rotation: string): void {
  const facts = world.chronicle.factsOf(rotation);
  const last = facts.findLast((fact) => fact.type === 'wait');
  const claim = facts.find((fact) => fact.type === 'result' && fact.row === 'forward/claim');
  if (last?.type !== 'wait' || claim?.type !== 'result' || !last.row.endsWith('/condemn')) return;
  const version = world.servers.kv.mount.secrets.get(key.path)?.versions.get(Number(claim.data['base']));
  const value = version?.data[key.field];
  const old = typeof value === 'string' ? world.servers.vendor.keys.byValue(value) : undefined;
  if (!old) return;
  world.edit({ keyIds: { ...world.edits.keyIds, [key.name]: old.id } });
  world.changed(`a person writes key_id ${old.id} into the config`);
}
