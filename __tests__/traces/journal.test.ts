import { describe, expect, it } from '@jest/globals';
import { adapter as fileJournal } from '../../src/adapters/journals/file';
import { adapter as branch } from '../../src/adapters/journals/github-branch';
import type { ClaimRequest } from '../../src/lifecycle/claiming';
import { Ledger } from '../../src/lifecycle/ledger';
import { newKey } from '../../src/domain/journal/keyState';
import { DAY, HOUR, MINUTE } from '../../src/domain/tools/time';
import type { Company } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';
import { openValues, testPorts } from '../support/ports';
import { Stage } from '../support/stage';
import { CALLS } from '../support/stopAt';

const BRANCH = 'rekey-journal';
const BACK: Partial<ClaimRequest> = { rank: 'rollback', undo: 'customers complain' };

/** Both keys are as they were. */
function untouched({ vendor }: Company): void {
  expect(vendor.keys.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  expect(vendor.keys.all).toHaveLength(2);
}

describe('a journal', () => {
  it('H3 that is gone would read as one in which nothing ever happened: every key is due, every old one forgotten', async () => {
    const company = await switched();
    company.github.home.git.store.deleteBranch(BRANCH);
    const ran = await later(company);
    expect([ran.code, ran.outputs['status'], ran.errors.join()]).toEqual([
      3,
      'failed',
      expect.stringContaining('RK7001'),
    ]);
    untouched(company);
  });

  it('H3 that was set back would have a second key made, and the first one forgotten', async () => {
    const company = await adopted();
    const { store } = company.github.home.git;
    const before = store.commits.size;
    await company.run(NOW, {
      faults: (call) => (CALLS.switches(call) ? { kind: 'kill', when: 'before' } : undefined),
    });
    store.rewind(BRANCH, store.commits.size - before);
    const ran = await company.run(NOW);
    expect([ran.code, ran.log]).toEqual([3, expect.stringContaining('the journal does not know it')]);
    untouched(company);
  });

  it('H3 that was cut in the middle would be read up to there', async () => {
    const company = await switched();
    company.github.home.git.store.advance(
      BRANCH,
      (files) => {
        for (const [path, text] of files)
          if (path.startsWith('facts/')) files.set(path, text.slice(0, Math.floor(text.length / 2)));
      },
      'Cut',
    );
    const ran = await later(company);
    expect([ran.code, ran.log]).toEqual([3, expect.stringContaining('RK7002')]);
    untouched(company);
  });

  it('H4 that others write to at the same time: one key would be lost with the conflict of another', async () => {
    const company = await adopted({ keys: 2, config: (text) => `${text}limits: { at_once: 2 }\n` });
    let writes = 0;
    const order = ['rotate', '--keys', 'gateway-1,gateway-2', '--now'];
    const ran = await company.run(order, {
      faults: ({ method, path }) => {
        writes += method === 'POST' && path === '/graphql' ? 1 : 0;
        if (writes % 3 === 0) disturb(company, writes);
        return undefined;
      },
    });
    expect([ran.code, listed(ran.outputs['waiting'])]).toEqual([0, ['gateway-1', 'gateway-2']]);
    const end = await later(company);
    expect(listed(end.outputs['rotated'])).toEqual(['gateway-1', 'gateway-2']);
    expect([company.vendor.keys.live.length, company.vendor.keys.all.length]).toEqual([2, 4]);
  });

  it('H13 whose clock is that of the runner: on a machine a day ahead the grace period would be over at once', async () => {
    const server = Date.parse('2026-03-02T02:00:00.000Z');
    const { ports, clock } = testPorts();
    const github = { ...ports.github, now: () => server };
    await clock.advance(DAY);
    const journal = branch.open({ branch: BRANCH }, { ...ports, github });
    expect([journal.now(), ports.clock.now()]).toEqual([server, server + DAY]);
  });

  it('H13 whose clock goes back: a fact would come before the one that it follows', () => {
    const { ports } = testPorts();
    const times = [10 * HOUR, 9 * HOUR, 11 * HOUR];
    const now = (): number => times.shift() ?? 0;
    const clock = { now, monotonic: ports.clock.monotonic, sleep: ports.clock.sleep };
    const journal = fileJournal.open({ path: 'journal' }, { ...ports, clock });
    const ledger = new Ledger(
      { ...ports, journal, values: openValues, told: () => {} },
      'r1',
      'n1',
      newKey('key', 'key'),
      [],
    );
    for (const message of ['first', 'second', 'third']) ledger.note({ type: 'warning', message });
    expect(ledger.facts.map(({ at }) => Date.parse(at) / HOUR)).toEqual([10, 10, 11]);
  });
});

const listed = (names = '[]'): readonly string[] => (JSON.parse(names) as string[]).sort();

function disturb({ github, clock }: Company, number: number): void {
  github.home.git.store.advance(
    BRANCH,
    (files) => void files.set('NOTES.md', `${number} ${clock.now()}`),
    'A note of somebody',
  );
}

describe('a key that fails again and again', () => {
  it('H14 would make and end a key each hour: it waits longer and longer, and after three times for a person', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: DAY } } }).begin();
    const waits: number[] = [];
    for (let failures = 1; failures <= 3; failures += 1) {
      const { key } = (await stage.playOut()).stop;
      waits.push((Date.parse(key.notBefore ?? '') - Date.parse(key.last?.at ?? '')) / HOUR);
    }
    expect(waits).toEqual([1, 6, 24]);
    expect((await stage.keyState()).blocked?.code).toBe('RK8003');
    expect(stage.live).toHaveLength(1);
  });

  it('H14 would kill its process for ever: the sixth in a row that takes over without a result leaves it to a person', async () => {
    const stage = await new Stage().begin();
    for (let deaths = 0; deaths < 5; deaths += 1) {
      const job = stage.nextJob;
      const dies = stage.play('rotate', {
        faults: (call) => (CALLS.switches(call) ? { kind: 'kill', when: 'before' } : undefined),
      });
      await expect(dies).rejects.toThrow('killed');
      stage.over.add(job);
    }
    const { stop, calls } = await stage.play();
    expect([stop.status, stop.key.blocked?.code, calls]).toEqual(['blocked', 'RK8003', []]);
    const { stop: back } = await stage.play('rotate', { request: BACK });
    expect(back.status).toBe('blocked');
  });

  it('M7 waits without an end: whatever it waits for, it says until when, until when at latest, and what then', async () => {
    const stage = await new Stage().begin();
    const { stop } = await stage.play();
    const wait = stop.facts?.find((fact) => fact.type === 'wait');
    expect(wait).toMatchObject({ row: 'forward/drain', then: 'a person is asked' });
    const [until, latest] = [Date.parse(wait?.until ?? ''), Date.parse(wait?.latest ?? '')];
    expect(latest - until).toBe(stage.key.drainLimit);
    expect(until - stage.clock.now()).toBeGreaterThan(10 * MINUTE - 1);
  });
});
