import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { realVault } from '../support/realVault';
import { KEY, Laptop, type Ran } from './laptop';

/**
 * The ladder of README on a laptop: the bundle as processes, a real store, and two services that never stop calling the vendor. The tests
 * follow each other as a person climbs, so each begins where the one before ended.
 */
const laptop = new Laptop(realVault());
const minutes = (count: number): number => count * 60_000;

beforeAll(() => laptop.start());
afterAll(() => laptop.stop());

/** One key lives, it is the one that is served, and nobody who used one was refused. */
async function allIsWell(): Promise<string> {
  const served = await laptop.served();
  expect(laptop.live.map(({ value }) => value)).toEqual([served['api_key']]);
  expect(laptop.live[0]?.disabled).toBeUndefined();
  expect(served).toMatchObject({ url: 'https://gateway.example.com', note: 'of another team' });
  expect(laptop.fleet.tally).toMatchObject({ failed: 0, reasons: [] });
  return laptop.live[0]?.id ?? '';
}

const rotate = (...more: string[]): Promise<Ran> => laptop.run('rotate', '--keys', KEY, ...more);

/** Plain runs, as a schedule starts them, until nothing is left to do. */
async function finish(): Promise<void> {
  for (let tries = 1; tries <= 6; tries += 1) {
    const { output } = await laptop.run('rotate');
    if (!/waits|goes on|waiting/i.test(output.split('\n').slice(-8).join('\n'))) return;
  }
}

/** Ends when the output of a running process has this in it. */
async function seen(process: ReturnType<Laptop['begin']>, what: RegExp): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    process.child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (what.test(output)) resolve();
    });
    void process.ended.then((ran) => reject(new Error(`ended without ${String(what)}:\n${ran.output}`)));
  });
}

describe('up the ladder, with a real store', () => {
  it(
    'doctor makes the journal and finds nothing wrong',
    async () => {
      const { code, output } = await laptop.run('doctor', '--init');
      expect([code, output]).toEqual([0, expect.not.stringContaining('✗')]);
    },
    minutes(1),
  );

  it(
    'doctor is content with exactly the policy that it prints, and names what another one lacks',
    async () => {
      const rules = laptop.rulesIn((await laptop.run('doctor')).output);
      expect(Object.keys(rules)).toContain('data/prod/gateway');
      const enough = await laptop.runWith(rules, 'doctor');
      expect([enough.code, enough.output]).toEqual([0, expect.stringContaining('it may be written')]);
      const readOnly = Object.fromEntries(Object.keys(rules).map((path) => [path, ['read']]));
      const { code, output } = await laptop.runWith(readOnly, 'doctor');
      expect([code, output]).toEqual([
        1,
        expect.stringMatching(
          /✗ gateway-prod, store: RK4001 .*prod\/gateway" \{ capabilities = \["read", "patch"\] \}/,
        ),
      ]);
    },
    minutes(2),
  );

  it(
    'plan says what would happen',
    async () => {
      const { code, output } = await laptop.run('plan');
      expect([code, output]).toEqual([0, expect.stringContaining('adopt')]);
    },
    minutes(1),
  );

  it(
    'rehearse makes a key, proves it and ends it; nobody notices',
    async () => {
      const before = await laptop.served();
      expect(await laptop.run('rehearse', '--keys', KEY)).toMatchObject({ code: 0 });
      expect(laptop.vendor.keys.all).toHaveLength(2);
      expect((await laptop.served())['api_key']).toBe(before['api_key']);
      await allIsWell();
    },
    minutes(2),
  );

  it(
    'rotate replaces the key and proves the old one dead',
    async () => {
      const old = (await laptop.served())['api_key'];
      expect(await rotate('--now', 'true')).toMatchObject({ code: 0 });
      await allIsWell();
      expect((await laptop.served())['api_key']).not.toBe(old);
    },
    minutes(2),
  );

  it(
    'rotates under a rate limit of the store',
    async () => {
      await laptop.quota(9);
      const { code, output } = await rotate('--now', 'true');
      await laptop.noQuota();
      expect([code, output]).toEqual([0, expect.stringContaining('rotated')]);
      await allIsWell();
    },
    minutes(5),
  );

  it(
    'hold stops a rotation in its grace period, release lets it go on',
    async () => {
      laptop.configure('4s');
      const before = await allIsWell();
      const running = laptop.begin('rotate', '--keys', KEY, '--now', 'true');
      await seen(running, /waiting/);
      expect(await laptop.run('hold', '--keys', KEY, '--reason', 'a demonstration')).toMatchObject({
        code: 0,
      });
      await running.ended;
      const held = await laptop.run('rotate', '--keys', KEY);
      expect(held.output).toMatch(/hold/);
      expect(laptop.live.map(({ id }) => id)).toContain(before);
      expect(await laptop.run('release', '--keys', KEY)).toMatchObject({ code: 0 });
      await finish();
      expect(await allIsWell()).not.toBe(before);
    },
    minutes(3),
  );

  it(
    'rollback makes the old key current again while it lives',
    async () => {
      laptop.configure('4s');
      const before = await allIsWell();
      const running = laptop.begin('rotate', '--keys', KEY, '--now', 'true');
      await seen(running, /waiting/);
      const back = await laptop.run('rollback', '--keys', KEY, '--reason', 'orders saw errors');
      expect([back.code, back.output]).toEqual([0, expect.stringContaining('rolled back')]);
      await running.ended;
      laptop.configure('2s');
      await finish();
      expect(await allIsWell()).toBe(before);
    },
    minutes(3),
  );

  it.each([
    [0, 'before'],
    [0, 'after'],
    [1, 'after'],
    [2, 'before'],
    [3, 'after'],
    [5, 'before'],
    [7, 'after'],
    [9, 'before'],
    [11, 'after'],
  ] as const)(
    'a kill loses nothing: %i calls to the vendor after the create, %s it has its effect',
    async (call, moment) => {
      let calls = -1;
      const before = await allIsWell();
      const running = laptop.begin('rotate', '--keys', KEY, '--now', 'true');
      laptop.meets = (now, { method }) => {
        if (now === 'before' && (calls >= 0 || method === 'POST')) calls += 1;
        if (now === moment && calls === call) running.child.kill('SIGKILL');
        return Promise.resolve();
      };
      const { signal } = await running.ended;
      laptop.meets = () => Promise.resolve();
      expect(signal).toBe('SIGKILL');
      await finish();
      expect(await allIsWell()).not.toBe(before);
    },
    minutes(4),
  );

  it(
    'remove ends a key that nobody uses any more, with proof',
    async () => {
      await allIsWell();
      await laptop.fleet.stop();
      laptop.configure('2s', { used_by: [] });
      const { output } = await laptop.run('remove', '--keys', KEY, '--reason', 'the gateway is gone');
      await finish();
      expect([laptop.live, output]).toEqual([[], expect.stringContaining('remove')]);
    },
    minutes(3),
  );

  it('served every request, and let no value out', () => {
    expect(laptop.fleet.tally).toMatchObject({ failed: 0 });
    expect(laptop.fleet.tally.served).toBeGreaterThan(500);
    expect(laptop.leaks()).toEqual([]);
  });
});
