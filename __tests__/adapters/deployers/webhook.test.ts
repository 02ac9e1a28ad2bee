import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { FakeDeploySystem } from '../../../src/adapters/deployers/webhook/fake';
import { adapter } from '../../../src/adapters/deployers/webhook/index';
import type { Deployer, Mark } from '../../../src/domain/contracts/deployer';
import type { Fault } from '../../../src/sandbox/faults';
import { deployerContract } from '../../contracts/deployer';
import { seededRandom, testPorts } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const ORIGIN = 'https://deploy.example.com';
const SIGNING = 'a signing secret that is plain text';
const SINCE = '2026-03-02T02:00:00.000Z';

const mark = (marker = 'rekey-r1-forward-0a1b2c'): Mark => ({
  marker,
  key: 'gateway-prod',
  rotation: 'r1',
  credential: 'key_0042',
  workload: 'payment-service',
});

const status = {
  url: `${ORIGIN}/rollouts/{marker}`,
  complete: 'done',
  failed: ['failed', 'cancelled'],
};
const plain = { url: `${ORIGIN}/rollouts`, secret: 'vault:ops/deploy#secret', status };

interface World {
  readonly system: FakeDeploySystem;
  readonly clock: VirtualClock;
  readonly calls: readonly { readonly method: string; readonly path: string }[];
  open(): Deployer;
  failNext(fault: Fault): void;
}

function worldOf(changes: object = {}, known = SIGNING): World {
  const parsed = adapter.settings.safeParse({ ...plain, ...changes });
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const clock = new VirtualClock();
  const system = new FakeDeploySystem({ now: clock.now, id: seededRandom().id }, known);
  const faults: Fault[] = [];
  const { ports, calls } = testPorts({
    clock,
    routes: { [ORIGIN]: system.handle },
    origins: adapter.origins(parsed.data),
    secrets: { 'vault:ops/deploy#secret': SIGNING, 'vault:ops/deploy#url': `${ORIGIN}/rollouts` },
    faults: () => faults.shift(),
  });
  return {
    system,
    clock,
    calls,
    open: () => adapter.open(parsed.data, ports),
    failNext: (fault) => void faults.push(fault),
  };
}

deployerContract('webhook', () => {
  const { system, clock, open, failNext } = worldOf();
  return {
    open,
    rollouts: () => [...system.rollouts.keys()],
    end: (marker, how) => {
      const rollout = system.rollouts.get(marker);
      if (rollout) rollout.state = how === 'complete' ? 'done' : 'failed';
    },
    loseNextAnswer: () => failNext({ kind: 'lost', after: 0 }),
    loseNextRequest: () => failNext({ kind: 'status', status: 502 }),
    deny: () => {
      system.isSecretGone = true;
    },
    remove: () => {
      system.isRemoved = true;
    },
    now: () => new Date(clock.now()).toISOString(),
  };
});

describe('webhook deployer', () => {
  it('orders a rollout and says what is in it', async () => {
    const { system, open } = worldOf();
    expect(await open().roll(mark())).toEqual({ id: mark().marker });
    expect([...system.rollouts.values()]).toMatchObject([
      { marker: mark().marker, workload: 'payment-service', credential: 'key_0042' },
    ]);
  });

  it.each([
    ['queued', 'running'],
    ['rolling', 'running'],
    ['done', 'complete'],
    ['failed', 'failed'],
  ] as const)('takes %s for %s', async (said, state) => {
    const { system, open } = worldOf();
    const rollout = await open().roll(mark());
    const kept = system.rollouts.get(mark().marker);
    if (kept) kept.state = said;
    expect(await open().status(rollout)).toEqual({ state, sentence: `the receiver says \`${said}\`` });
  });

  it('says running, with a hint, while the receiver does not know the rollout', async () => {
    expect(await worldOf().open().status({ id: 'rekey-x' })).toMatchObject({
      state: 'running',
      hint: expect.stringContaining('404'),
    });
  });

  it('takes anything it does not know for running, and makes it harmless', async () => {
    const { system, open } = worldOf({ status: { ...status, pointer: '/marker/deep' } });
    const rollout = await open().roll(mark());
    expect(system.rollouts.size).toBe(1);
    expect(await open().status(rollout)).toEqual({
      state: 'running',
      sentence: 'the receiver says nothing at /marker/deep',
    });
  });

  it('finds a rollout whose answer was lost, and knows when there is none', async () => {
    const { failNext, clock, open, system } = worldOf();
    failNext({ kind: 'lost' });
    await expect(clock.run(() => open().roll(mark()))).rejects.toMatchObject({ code: 'RK6004' });
    expect(await open().find(mark(), SINCE)).toEqual({ id: mark().marker });
    expect(await open().find(mark('rekey-other'), SINCE)).toBeUndefined();
    await open().roll(mark());
    expect(system.rollouts.size).toBe(1);
  });

  it.each<[Fault, string]>([
    [{ kind: 'refused' }, 'RK6003'],
    [{ kind: 'timeout' }, 'RK6004'],
    [{ kind: 'status', status: 503 }, 'RK6004'],
    [{ kind: 'status', status: 403 }, 'RK6001'],
    [{ kind: 'status', status: 404 }, 'RK6006'],
    [{ kind: 'status', status: 429 }, 'RK9007'],
    [{ kind: 'status', status: 422 }, 'RK6002'],
  ])('tells apart why an order failed: %j', async (fault, code) => {
    const { failNext, clock, open, system } = worldOf();
    failNext(fault);
    await expect(clock.run(() => open().roll(mark()))).rejects.toMatchObject({ code });
    expect(system.rollouts.size).toBe(0);
  });

  it('does not take a question without answer for "no such rollout"', async () => {
    const { failNext, clock, open } = worldOf();
    for (let tries = 0; tries < 3; tries += 1) failNext({ kind: 'status', status: 500 });
    await expect(clock.run(() => open().find(mark(), SINCE))).rejects.toMatchObject({ code: 'RK6003' });
  });

  it('signs orders and questions, and is refused when the secrets differ', async () => {
    const other = worldOf({}, 'whsec_b3RoZXI=');
    await expect(other.open().roll(mark())).rejects.toMatchObject({ code: 'RK6001' });
    await expect(other.open().find(mark(), SINCE)).rejects.toMatchObject({ code: 'RK6001' });
  });

  it('may have its address in the store, and then goes to the named origin only', async () => {
    const hidden = worldOf({ url: 'vault:ops/deploy#url', origin: ORIGIN });
    await hidden.open().roll(mark());
    expect(hidden.system.rollouts.size).toBe(1);
    const elsewhere = worldOf({ url: 'vault:ops/deploy#url', origin: 'https://other.example.com' });
    await expect(elsewhere.open().roll(mark())).rejects.toMatchObject({ kind: 'denied' });
  });

  it('is what its example says', () => {
    const { use, ...example } = (parseYaml(adapter.descriptor.example) as { roll: Record<string, unknown> })
      .roll;
    expect(use).toBe('webhook');
    const parsed = adapter.settings.safeParse(example);
    if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
    expect(adapter.origins(parsed.data)).toEqual([ORIGIN]);
    expect(adapter.references?.(parsed.data)).toEqual(['vault:ops/deploy#signing_secret']);
  });

  it.each([
    { url: 'http://deploy.example.com/a' },
    { url: 'vault:ops/deploy#url' },
    { origin: ORIGIN },
    { secret: 'in clear' },
    { status: undefined },
    { status: { ...status, url: `${ORIGIN}/rollouts` } },
  ])('refuses %j', (changes) => {
    expect(adapter.settings.safeParse({ ...plain, ...changes }).success).toBe(false);
  });
});
