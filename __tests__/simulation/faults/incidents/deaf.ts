import type { Chance } from '../../../../src/sandbox/chance';
import { MINUTE, SECOND } from '../../../../src/domain/tools/time';
import type { FakeResponse } from '../../../../src/kits/fake/fake';
import type { Incident } from './incident';

/** The vendor says yes to a revocation, and does nothing, for a while. */
export const deafRevoke: Incident = {
  name: 'revoked in words only',
  weight: 3,
  liesInWait: true,
  begin(world, chance) {
    const duration = Math.round(chance.between(10 * SECOND, 40 * MINUTE));
    const status = chance.pick([200, 204]) ?? 204;
    let until: number | undefined;
    world.servers.instead.push((place, { method, path }) => {
      if (place !== 'vendor' || method !== 'DELETE') return undefined;
      until ??= world.scheduler.now + duration;
      if (world.scheduler.now >= until) return undefined;
      world.notRevoked.add(path.split('/').at(-1) ?? '');
      return { status, body: status === 200 ? '{"ok":true}' : '' };
    });
    return `for ${Math.round(duration / SECOND)} s the vendor says yes to a revocation and does nothing`;
  },
};

/** The answer to the next revocation is lost, and of what is gone the vendor speaks in another way than it said. */
export const goneIsOther: Incident = {
  name: 'gone is told in another way',
  weight: 3,
  liesInWait: true,
  begin(world, chance) {
    const status = chance.pick([500, 410, 404, 403, 400]) ?? 500;
    const { keys } = world.servers.vendor;
    const others = world.faults;
    let isOver = false;
    world.faults = (call) => {
      if (isOver || call.place !== 'vendor' || call.method !== 'DELETE') return others(call);
      isOver = true;
      return chance.fraction() < 0.5 ? { kind: 'lost' } : { kind: 'kill', when: 'after' };
    };
    world.servers.instead.push((place, { method, path }) => {
      if (place !== 'vendor' || method !== 'DELETE') return undefined;
      const key = keys.all.find(({ id }) => id === path.split('/').at(-1));
      return key?.revoked === undefined ? undefined : { status, body: '' };
    });
    return `the answer to the next revocation is lost, and of what is gone the vendor answers ${status}`;
  },
};

/** It makes keys, and nobody can read what it says about them. */
export const unreadableCreates: Incident = {
  name: 'create answered unreadably',
  weight: 4,
  liesInWait: true,
  begin(world, chance) {
    const times = 1 + Math.floor(chance.fraction() * 3);
    const [what, spoil] = chance.pick(SPOILS) ?? never();
    let left = times;
    world.servers.reworded.push((place, { method }, answer) => {
      if (place !== 'vendor' || method !== 'POST' || answer.status !== 201 || left === 0) return answer;
      left -= 1;
      return { ...answer, ...spoil(answer.body, chance) };
    });
    return `the next ${times} creates are answered ${what}`;
  },
};

type Spoil = (body: string, chance: Chance) => Partial<FakeResponse>;

const without =
  (name: string): Spoil =>
  (body) => {
    // Another incident may have spoiled it already.
    if (!body.startsWith('{') || !body.endsWith('}')) return {};
    const { [name]: _left, ...rest } = JSON.parse(body) as Record<string, unknown>;
    return { body: JSON.stringify(rest) };
  };

const SPOILS: readonly (readonly [string, Spoil])[] = [
  ['by a page', () => ({ body: '<html>Created</html>', headers: { 'content-type': 'text/html' } })],
  ['by nothing', () => ({ body: '' })],
  ['by a list', (body) => ({ body: `[${body}]` })],
  ['without the id', without('id')],
  ['without the value', without('key')],
  ['by half', (body) => ({ body: body.slice(0, Math.floor(body.length / 2)) })],
];

function never(): never {
  throw new Error('there is no such answer');
}
