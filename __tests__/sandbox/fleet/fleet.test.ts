import { afterEach, describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeRequest } from '../../../src/kits/fake/fake';
import { Chance } from '../../../src/sandbox/chance';
import { Fleet } from '../../../src/sandbox/fleet/fleet';
import { serveFakes, type FakeServer } from '../../../src/sandbox/server';

/** The machine may be busy, so what is waited for is a state and not a time. */
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await wait(10);
};
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** Four calls are a turn, and no turn begins before the one before it has ended: all that was on its way has been answered. */
const twoTurns = async ({ tally }: Fleet): Promise<void> => {
  const { served } = tally;
  await until(() => tally.served >= served + 8);
};

/** A store with one secret and a vendor that accepts a set of keys. */
class World {
  current = { api_key: 'value-1', api_key_id: 'k1' };
  readonly alive = new Set(['value-1']);
  readonly asked: string[] = [];
  server: FakeServer | undefined;
  fleet: Fleet | undefined;

  async start(cache: number): Promise<Fleet> {
    this.server = await serveFakes((request) => this.#answer(request));
    const uses = [
      {
        name: 'gateway',
        secret: `${this.server.origin}/v1/secret/data/prod`,
        token: 'reader',
        field: 'api_key',
        service: `${this.server.origin}/work`,
        header: 'x-api-key',
      },
    ];
    const options = { replicas: 2, uses, cache, startup: 5 };
    const workloads = [
      { name: 'pay', ...options },
      { name: 'bill', ...options },
    ];
    this.fleet = new Fleet(workloads, new Chance(1));
    await this.fleet.start();
    return this.fleet;
  }
  async stop(): Promise<void> {
    await this.fleet?.stop();
    await this.server?.close();
  }
  #answer({ path, headers }: FakeRequest) {
    if (path === '/v1/secret/data/prod')
      return headers['x-vault-token'] === 'reader'
        ? fakeJson(200, { data: { data: this.current, metadata: {} } })
        : fakeJson(403, {});
    this.asked.push(headers['x-api-key'] ?? '');
    return fakeJson(this.alive.has(headers['x-api-key'] ?? '') ? 200 : 401, {});
  }
}

describe('the fleet', () => {
  let world = new World();
  afterEach(() => world.stop());

  it('works all the time with the key that it holds, and counts each refusal', async () => {
    world = new World();
    const fleet = await world.start(Infinity);
    await until(() => fleet.tally.served >= 8);
    expect(fleet.tally.failed).toBe(0);
    world.alive.clear();
    await until(() => fleet.tally.failed >= 4);
    expect(fleet.tally.reasons[0]).toBe('gateway: the vendor answered 401 to k1');
  });

  it('takes a new key when it is rolled, instance by instance, without a failed request', async () => {
    world = new World();
    const fleet = await world.start(Infinity);
    world.current = { api_key: 'value-2', api_key_id: 'k2' };
    world.alive.add('value-2');
    await Promise.all([fleet.workload('pay').roll(), wait(200)]);
    expect(fleet.workload('pay').health()).toEqual({ status: 200, keyId: 'k2' });
    expect(fleet.valuesInUse).toEqual(new Set(['value-1', 'value-2']));
    await fleet.workload('bill').roll();
    await twoTurns(fleet);
    world.alive.delete('value-1');
    await twoTurns(fleet);
    expect(fleet.valuesInUse).toEqual(new Set(['value-2']));
    expect(fleet.tally.failed).toBe(0);
  });

  it('reads the store again when its cache is over', async () => {
    world = new World();
    const fleet = await world.start(150);
    world.current = { api_key: 'value-2', api_key_id: 'k2' };
    world.alive.add('value-2');
    await until(() => !fleet.valuesInUse.has('value-1'));
    expect(fleet.valuesInUse).toEqual(new Set(['value-2']));
  });

  it('becomes unhealthy with a key, and well again without it', async () => {
    world = new World();
    const fleet = await world.start(Infinity);
    fleet.workload('pay').becomeIllWith((id) => id !== 'k1');
    expect(fleet.workload('pay').health().status).toBe(200);
    world.current = { api_key: 'value-2', api_key_id: 'k2' };
    await fleet.workload('pay').roll();
    expect(fleet.workload('pay').health().status).toBe(503);
    world.current = { api_key: 'value-1', api_key_id: 'k1' };
    await fleet.workload('pay').roll();
    expect(fleet.workload('pay').health().status).toBe(200);
  });
});

describe('chance', () => {
  it('is the same for the same seed', () => {
    const draw = (seed: number) => {
      const chance = new Chance(seed);
      return [chance.fraction(), chance.pick([1, 2, 3]), chance.between(5, 9), chance.id(8)];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(3)[3]).toMatch(/^[a-z0-9]{8}$/);
  });
});
