import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import type { Call, Fault } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';
import { CALLS } from '../support/stopAt';

/** The first create meets this fault. */
function firstCreate(fault: Fault): (call: Call) => Fault | undefined {
  let isOver = false;
  return (call) => {
    if (isOver || !CALLS.creates(call)) return undefined;
    isOver = true;
    return fault;
  };
}

const NEVER = { null_means_never: true };

describe('a key whose value was lost', () => {
  it('C9 at a vendor without labels that has room for one: it would stay there, and no rotation would ever succeed again', async () => {
    const stage = await new Stage({
      without: ['labels'],
      vendor: { maxLive: 3 },
      limits: { max_live: 3, null_means_never: true },
    }).begin();
    const job = stage.nextJob;
    const dies = stage.play('rotate', { faults: firstCreate({ kind: 'kill', when: 'after' }) });
    await expect(dies).rejects.toThrow('killed');
    expect(stage.vendor.keys.live).toHaveLength(3);
    stage.over.add(job);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
    expect(stage.vendor.keys.live).toHaveLength(2);
  });

  it('C9 a person made a key in the same minute: which of the two is ours would be a guess', async () => {
    const stage = await new Stage({ without: ['labels'], limits: NEVER }).begin();
    const made: string[] = [];
    stage.watch = (_job, _origin, { method, path }) => {
      if (method !== 'POST' || path !== '/admin/keys' || made.length > 0) return;
      made.push(stage.vendor.add('', 'foreign').id);
    };
    const { stop } = await stage.playOut('rotate', { faults: firstCreate({ kind: 'lost' }) });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.vendor.keys.all.filter(({ revoked, disabled }) => revoked ?? disabled)).toEqual([]);
  });

  it('C9 the one newcomer is used: somebody holds its value, and would fail', async () => {
    const stage = await new Stage({ without: ['labels'], limits: NEVER }).begin();
    const { stop } = await stage.playOut('rotate', {
      faults: (call) => {
        if (!CALLS.creates(call) || stage.vendor.keys.live.length > 2) return undefined;
        const theirs = stage.vendor.add('', 'foreign');
        Object.assign(theirs, { created: stage.clock.now() });
        stage.vendor.keys.use(theirs);
        return { kind: 'timeout' };
      },
    });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.vendor.keys.all.filter(({ revoked, disabled }) => revoked ?? disabled)).toEqual([]);
  });

  it.each([
    ['shows no use', { without: ['labels', 'last used'] }],
    ['may call a key unused that is not', { without: ['labels'] }],
  ] as const)(
    'C9 the vendor %s: the one newcomer may be what another repository has just promoted',
    async (_how, options) => {
      const stage = await new Stage(options).begin();
      const { stop } = await stage.playOut('rotate', { faults: firstCreate({ kind: 'lost' }) });
      expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
      expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    },
  );

  it('H18 a create lands after its rotation has ended: the key would live on, and nobody would know of it', async () => {
    const stage = await new Stage().begin();
    const first = await stage.playOut('rotate', {
      faults: firstCreate({ kind: 'late', delay: 40 * MINUTE }),
    });
    expect([first.stop.rotation?.closed, stage.live.length]).toEqual(['done', 1]);
    await stage.clock.advance(40 * MINUTE);
    expect(stage.live).toHaveLength(2);
    const second = await stage.playOut();
    expect(second.stop.rotation?.closed).toBe('done');
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
    expect(stage.refusals).toEqual([]);
  });

  it('M9 a vendor answers a create with 503: sent again by itself it would make two keys', async () => {
    const stage = await new Stage().begin();
    let sent = 0;
    const { stop } = await stage.playOut('rotate', {
      faults: (call) => {
        if (!CALLS.creates(call)) return undefined;
        sent += 1;
        return sent === 1 ? { kind: 'status', status: 503 } : undefined;
      },
    });
    expect([stop.rotation?.closed, stop.rotation?.rows['forward/create']?.intents]).toEqual(['done', sent]);
    expect(sent).toBe(2);
  });
});
