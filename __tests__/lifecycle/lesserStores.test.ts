import { describe, expect, it } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { LESSER, WHOLE } from '../support/lesserVault';
import { Stage, type StageOptions } from '../support/stage';

const STORES = Object.entries({ ...LESSER, 'a whole value without fields': WHOLE });

/** The entry of a key in such a store. */
const entryOf = ({ whole }: NonNullable<StageOptions['store']>): NonNullable<StageOptions['key']> =>
  whole ? { secret: { path: 'prod/gateway', fields: { value: '' }, idField: 'api_key_id' } } : {};

async function stageOf(store: NonNullable<StageOptions['store']>, how = {}): Promise<Stage> {
  const stage = await new Stage({ store, key: entryOf(store) }).begin(how);
  const lag = store.readLag ?? 0;
  if (lag > 0) stage.vault.lagSilently({ by: lag });
  return stage;
}

function expectDone(stage: Stage): void {
  expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  expect(stage.slotIsHeld).toBe(false);
  expect(stage.refusals).toEqual([]);
  expect(stage.served('other')).toBe('kept');
}

describe('a store that promises less', () => {
  it.each(STORES)('%s: rotates, twice', async (_name, store) => {
    const stage = await stageOf(store);
    for (let count = 0; count < 2; count += 1) {
      const { stop } = await stage.playOut();
      expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
      expect(stage.evidence().death.grade).toBe('refused');
      expectDone(stage);
    }
  });

  it.each(STORES)('%s: makes a first key', async (_name, store) => {
    const stage = await stageOf(store, { first: true });
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  });

  it.each(STORES)('%s: steps back to the old value', async (_name, store) => {
    const stage = await stageOf(store);
    const [old, oldId] = [stage.served(), stage.served('api_key_id')];
    stage.service('billing-service').illWith = (id) => id !== oldId;
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line, stage.served()]).toEqual(['undone', undefined, old]);
    expectDone(stage);
  });

  it.each(STORES)('%s: removes a key', async (_name, store) => {
    const stage = new Stage({ store, key: { ...entryOf(store), usedBy: [] } });
    await stage.begin();
    const { stop } = await stage.playOut('remove');
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['removed', undefined]);
    expect(stage.live).toEqual([]);
    expect(stage.slotIsHeld).toBe(false);
  });

  it.each(STORES)('%s: is left well by a process that dies after any of its writes', async (_name, store) => {
    for (let nth = 1; nth <= 6; nth += 1) {
      const stage = await stageOf(store);
      let writes = 0;
      const job = stage.nextJob;
      const dies = stage.play('rotate', {
        faults: ({ method, origin }) =>
          method !== 'GET' && origin.includes('vault') && (writes += 1) === nth
            ? { kind: 'kill', when: 'after' }
            : undefined,
      });
      await dies.catch(() => undefined);
      stage.over.add(job);
      const { stop } = await stage.playOut();
      expect([nth, stop.error?.line, stop.status]).toEqual([
        nth,
        undefined,
        expect.stringMatching(/^(done|undone)$/),
      ]);
      expectDone(stage);
    }
  });
});

describe('a store without compare-and-set', () => {
  const store = { fenced: false, reservation: false };

  /** A person writes our field between the last read before the switch and the switch. */
  async function overtaken(): Promise<{ stage: Stage; theirs: string }> {
    const stage = await stageOf(store);
    const theirs = stage.vendor.add('theirs');
    const faults = ({ method }: { method: string }): undefined => {
      if (method === 'PATCH' && !stage.served()?.includes(theirs.value))
        stage.edit({ api_key: theirs.value, api_key_id: theirs.id });
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4003']);
    return { stage, theirs: theirs.id };
  }

  it('sees afterwards that somebody wrote in between, and ends no key', async () => {
    const { stage, theirs } = await overtaken();
    expect(stage.live.map(({ id }) => id)).toContain(theirs);
    expect(stage.live).toHaveLength(3);
    expect(stage.refusals).toEqual([]);
  });

  it('is compared only once no other write can be on its way', async () => {
    const stage = await stageOf(store);
    const begun = stage.clock.now();
    const { stop } = await stage.playOut();
    const intent = stop.facts?.find((fact) => fact.type === 'intent' && fact.row === 'forward/promote');
    const result = stop.facts?.find((fact) => fact.type === 'result' && fact.row === 'forward/promote');
    expect(begun).toBeGreaterThan(0);
    expect(Date.parse(result?.at ?? '') - Date.parse(intent?.at ?? '')).toBeGreaterThanOrEqual(MINUTE);
  });

  /** The switch of a process that is over arrives late: nothing in the store stops it. */
  it('does not end a new key whose switch may still arrive', async () => {
    const stage = await stageOf(store);
    const job = stage.nextJob;
    let late: (() => void) | undefined;
    const dies = stage.play('rotate', {
      faults: ({ method }) => {
        if (method !== 'PATCH') return undefined;
        const fresh = stage.live.at(-1);
        late = () => stage.edit({ api_key: fresh?.value, api_key_id: fresh?.id });
        return { kind: 'kill', when: 'before' };
      },
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add(job);
    const arrives = stage.clock.now() + 40 * SECOND;
    stage.clock.beat(SECOND, () => {
      if (stage.clock.now() < arrives) return;
      late?.();
      late = undefined;
    });
    const back = { request: { undo: 'alice asked for it' } };
    const { stop } = await stage.playOut('rotate', back);
    await stage.clock.run(() => stage.clock.sleep(2 * MINUTE));
    expect(late).toBeUndefined();
    expect(stop.status).toMatch(/^(undone|blocked)$/);
    expect(stage.live.map(({ value }) => value)).toContain(stage.served());
    expect(stage.refusals).toEqual([]);
  });
});
