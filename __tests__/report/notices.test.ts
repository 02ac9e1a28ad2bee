import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../src/domain/errors';
import { DAY } from '../../src/domain/tools/time';
import { fiveLines } from '../../src/report/fiveLines';
import { noticeOf } from '../../src/report/notices';
import type { Situation } from '../../src/report/situation';
import {
  adopting,
  created,
  discarded,
  draining,
  IDENTITY,
  keyConfig,
  removed,
  rotated,
  runContext,
  START,
  steppedBack,
  Tale,
} from '../support/facts';
import { situationOf } from '../support/situations';

const promoted = (): Tale => created().does('forward/promote', { version: '8' });

describe('a notice', () => {
  it.each([
    ['done', rotated()],
    ['undone', steppedBack()],
    ['undone', discarded()],
    ['needs-person', adopting()],
    ['needs-person', removed()],
    ['blocked', draining().say({ type: 'blocked', code: 'RK7008', why: 'they disagree' })],
    ['consumers-at-risk', promoted().fails('forward/check:payment-service', 'errors').release()],
  ])('%s is told (%#)', (occasion, tale) => {
    const situation = situationOf(tale);
    const notice = noticeOf(situation, START);
    expect(notice).toMatchObject({ occasion, key: 'gateway-prod', rotation: 'r1', at: START });
    expect(notice?.lines).toEqual(fiveLines(situation));
  });

  it.each([
    ['a grace period', situationOf(draining())],
    ['a run at work', situationOf(created())],
    ['an interrupted run', situationOf(created().release())],
    ['a key another run has', situationOf(created(), { error: new RekeyError('RK7005', 'taken over') })],
  ])('is not sent for %s', (_, situation) => {
    expect(noticeOf(situation, START)).toBeUndefined();
  });

  it('is sent for a key that is overdue and does not start', () => {
    const plan = {
      key: 'gateway-prod',
      identity: IDENTITY,
      owner: 'team-payments',
      environment: 'production',
      vendor: 'gateway',
      workloads: [],
      action: 'refused',
      why: 'no window',
      due: START,
      overdue: true,
      findings: [],
    } as const;
    const situation: Situation = { key: keyConfig(), run: runContext(), plan };
    expect(noticeOf(situation, START)).toMatchObject({ occasion: 'overdue', rotation: '-' });
  });

  it('has the same id from run to run, and another for another stop', () => {
    const again = adopting().after(DAY).claim().release();
    again.say({ ...adopting().facts.find((fact) => fact.type === 'wait')! });
    const first = noticeOf(situationOf(adopting()), START);
    const second = noticeOf(situationOf(again), '2026-11-22T00:00:00.000Z');
    expect(second?.id).toBe(first?.id);
    expect(noticeOf(situationOf(rotated()), START)?.id).not.toBe(first?.id);
    const other = noticeOf(situationOf(adopting(new Tale('r2'))), START);
    expect(other?.id).not.toBe(first?.id);
  });
});
