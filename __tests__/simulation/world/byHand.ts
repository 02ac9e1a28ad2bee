import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import { stateOf } from '../invariants/readings';
import type { KeySetting } from './setting';
import type { World } from './world';

/** Somebody with an admin key makes one at the vendor; undefined: there is no room. */
export function makeByHand(world: World, label: string, owner: FakeKey['owner']): FakeKey | undefined {
  const { vendor } = world.servers;
  const answer = vendor.handle({
    method: 'POST',
    path: '/admin/keys',
    query: new URLSearchParams(),
    headers: { authorization: `Bearer ${vendor.options.adminKeys[0] ?? ''}` },
    body: JSON.stringify({ name: label, scopes: [] }),
  });
  if (answer?.status !== 201) return undefined;
  const { id } = JSON.parse(answer.body) as { readonly id: string };
  const made = vendor.keys.byId(id);
  return made && Object.assign(made, { owner });
}

/** Somebody writes this key into the secret, past everything. */
export function writeByHand(world: World, key: KeySetting, value: FakeKey): void {
  const { kv } = world.servers;
  const served = kv.served(key.path) ?? {};
  displace(world, key);
  world.belongings.set(value.id, world.identityOf(key));
  world.writtenBack.set(value.id, world.scheduler.now);
  if (stateOf(value) !== 'alive' || world.isCondemned(value.id))
    world.assumptions.breaks('no dead value by hand', value.id, 'a person');
  const id = Object.hasOwn(served, `${key.field}_id`) ? { [`${key.field}_id`]: value.id } : {};
  kv.put(key.path, { ...served, [key.field]: value.value, ...id });
}

/** A person makes a key at the vendor and puts it where ours is served, and the world is told. */
export function replaceByHand(world: World, key: KeySetting): void {
  const made = makeByHand(world, 'by hand', 'ours');
  if (!made) return;
  writeByHand(world, key, made);
  world.changed(`a person makes ${made.id} and writes it into ${key.path}#${key.field}`);
}

/** What is served now will not be served any more, and whoever did that must end it. */
export function displace(world: World, key: KeySetting): void {
  const before = world.servers.vendor.keys.byValue(world.served(key).value ?? '');
  if (before) world.displaced.add(before.id);
  world.handTouched.set(world.identityOf(key), world.scheduler.now);
}
