import { describe, expect, it } from '@jest/globals';
import { HOUR, millis } from '../../src/domain/tools/time';
import type { Evidence } from '../../src/domain/evidence';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

const killed =
  (wanted: string): FaultPlan =>
  ({ method }) =>
    method === wanted ? { kind: 'kill', when: 'after' } : undefined;

/** A run dies right after the call was answered; an hour later another one continues. */
async function takenOverAfter(method: string): Promise<{ evidence: Evidence; diedAt: number }> {
  const stage = await new Stage({ without: ['disable'], vendor: { goneStatus: 404 } }).begin();
  if (method === 'DELETE') {
    await stage.play();
    await stage.clock.advance(HOUR);
  }
  const job = stage.nextJob;
  await expect(stage.play('rotate', { faults: killed(method) })).rejects.toThrow('killed');
  const diedAt = stage.clock.now();
  stage.over.add(job);
  await stage.clock.advance(HOUR);
  expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  return { evidence: stage.evidence(), diedAt };
}

describe('the evidence after a kill', () => {
  it.each([
    ['PATCH', 'promote'],
    ['DELETE', 'revoke'],
  ])('of a %s says when %s was sent, and when it was found', async (method, step) => {
    const { evidence, diedAt } = await takenOverAfter(method);
    const effect = evidence.effects.find((each) => each.step === step);
    expect(effect?.how).toBe('found');
    expect(effect?.intents.length).toBeGreaterThan(method === 'DELETE' ? 0 : 1);
    expect(millis(effect?.sent ?? '')).toBeLessThanOrEqual(diedAt);
    expect(millis(effect?.at ?? '')).toBeGreaterThanOrEqual(diedAt + HOUR);
  });
});

describe('what a run has done', () => {
  it('stands in the journal before it waits for long', async () => {
    const stage = await new Stage().begin();
    let looks = 0;
    const faults: FaultPlan = ({ origin }) => {
      if (!origin.includes('health') || stage.services[0]?.rolls !== 1) return undefined;
      looks += 1;
      return looks < 3 ? { kind: 'timeout' } : { kind: 'kill', when: 'before' };
    };
    await expect(stage.play('rotate', { faults })).rejects.toThrow('killed');
    const results = stage.disk.facts.flatMap((fact) => (fact.type === 'result' ? [fact.row] : []));
    expect(results).toContain('forward/deploy:payment-service');
  });
});
