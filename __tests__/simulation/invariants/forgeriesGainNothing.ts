import { isRemoved, stateOf } from './readings';
import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import type { World } from '../world/world';
import type { Invariant } from './invariant';

/** Where Rekey may read and write in the store, whatever the journal says. */
const HOME = /^\/v1\/(?:auth|sys)\/|^\/v1\/secret\/config$/;

export const forgeriesGainNothing: Invariant = {
  name: 'forgeries gain nothing',
  sentence:
    'Whatever somebody writes into the journal: what is served, what a listed consumer holds, and what is not ours is neither disabled nor revoked; no secret is touched that the config does not name; no value goes to the vendor but that of a key of ours; and nobody calls done whose old key lives.',
  watch: (world, broken) => {
    const forged = (): boolean => world.assumptions.broken.some(({ by }) => by === 'a forger');
    /** As they were before the effect. */
    let inUse = usedNow(world);
    return {
      sent({ place, id, method }, { path, headers }) {
        if (!forged()) return;
        const secret = path.replace(/^\/v1\/secret\/(?:data|metadata|destroy|delete|undelete)\//, '');
        if (place === 'store' && !HOME.test(path) && !mayTouch(world, secret, method))
          broken(`${id}: ${method} ${path}, which the config does not name`);
        const value = place === 'vendor' ? headers['x-api-key'] : undefined;
        const key = value === undefined ? undefined : world.servers.vendor.keys.byValue(value);
        if (value !== undefined && (!key || key.owner !== 'ours'))
          broken(`${id}: ${method} ${path} takes along what is no key of ours`);
      },
      effect({ call, kind, about }) {
        const used = inUse.get(about);
        inUse = usedNow(world);
        if ((kind !== 'revoke' && kind !== 'disable') || !forged()) return;
        const key = world.servers.vendor.keys.all.find(({ id }) => id === about);
        if (key?.owner === 'foreign') broken(`${call.id}: ${kind} ${about} of another team`);
        if (used !== undefined) broken(`${call.id}: ${kind} ${about}, which ${used}`);
      },
      written({ fact, key: identity }) {
        if (fact.type !== 'closed' || fact.outcome !== 'done' || !forged()) return;
        const first = world.chronicle
          .factsOf(fact.rotation)
          .find((one) => one.type === 'result' && one.row === 'forward/claim');
        const oldId = first?.type === 'result' ? first.data['oldId'] : undefined;
        const old = world.servers.vendor.keys.all.find(({ id }) => id === oldId);
        if (old && stateOf(old) !== 'revoked' && world.belongings.get(old.id) === identity)
          broken(`${fact.rotation} is closed as done, and ${old.id} is ${stateOf(old)}`);
      },
      look() {
        inUse = usedNow(world);
      },
    };
  },
};

/** Id of a credential to how it is in use. Nobody can see who was left behind by a rollout that was forged. */
function usedNow(world: World): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  const add = (value: string | undefined, how: string): void => {
    const key: FakeKey | undefined =
      value === undefined ? undefined : world.servers.vendor.keys.byValue(value);
    if (key) used.set(key.id, how);
  };
  for (const { held, who, isListed, isMissed } of world.fleet.holders)
    if (isListed && !isMissed) add(held.value, `${who} holds`);
  for (const key of world.setting.keys)
    if (!isRemoved(world, key)) add(world.served(key).value, `is served for ${key.name}`);
  return used;
}

function mayTouch(world: World, secret: string, method: string): boolean {
  if (secret === 'admin/gateway') return method === 'GET';
  return world.entries.some(({ path }) => secret === path || secret.startsWith(`${path}.rekey.`));
}
