import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';
import { Stage, type Played } from '../support/stage';

/** After the grace period: a run that is cancelled once this request was made. */
async function cancelledAfter(
  stage: Stage,
  marks: (method: string, body: string) => boolean,
): Promise<Played> {
  await stage.play();
  const cancel = new AbortController();
  stage.watch = (_job, _origin, { method, body }) => void (marks(method, body) && cancel.abort());
  const played = await stage.clock.run(async () => {
    await stage.clock.sleep(HOUR);
    return stage.process('rotate', { signal: cancel.signal });
  });
  stage.watch = undefined;
  return played;
}

describe('a cancelled run', () => {
  it('pauses: nothing is undone, and the next run continues', async () => {
    const stage = await new Stage().begin();
    const cancel = new AbortController();
    stage.watch = (_job, origin, { method }) =>
      void (method === 'POST' && origin.includes('deploy') && cancel.abort());
    const { stop } = await stage.play('rotate', { signal: cancel.signal });
    expect(stop.status).toBe('paused');
    expect(stop.key.open?.claim).toBeUndefined();
    expect(stage.live).toHaveLength(2);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });

  it('enables a key that it had disabled to watch it', async () => {
    const stage = await new Stage().begin();
    const { stop } = await cancelledAfter(stage, (_method, body) => body.includes('"active":false'));
    expect(stop.status).toBe('paused');
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  });

  it('continues forward after the line', async () => {
    const stage = await new Stage().begin();
    const { stop } = await cancelledAfter(stage, (method) => method === 'DELETE');
    expect(stop.status).toBe('paused');
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  });
});

describe('a deadline', () => {
  it('lets no step begin that does not fit with its undo', async () => {
    const stage = await new Stage().begin();
    const { stop, calls } = await stage.play('rotate', { deadline: 3 * MINUTE });
    expect(stop.status).toBe('paused');
    expect(calls.filter(({ method, origin }) => method === 'POST' && origin.includes('gateway'))).toEqual([]);
  });

  it('does not disable a key that nobody could watch to the end', async () => {
    const stage = await new Stage({ key: { watch: 20 * MINUTE } }).begin();
    await stage.play();
    const { stop } = await stage.clock.run(async () => {
      await stage.clock.sleep(HOUR);
      return stage.process('rotate', { deadline: 15 * MINUTE });
    });
    expect(stop.status).toBe('paused');
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  });

  it('enables the key again when a vendor keeps it waiting for an answer', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    const faults = { left: 3 };
    const { stop } = await stage.clock.run(async () => {
      await stage.clock.sleep(HOUR);
      return stage.process('rotate', {
        faults: ({ method }) =>
          method === 'PATCH' && (faults.left -= 1) > 0 ? { kind: 'lost', after: 10 * SECOND } : undefined,
      });
    });
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });
});
