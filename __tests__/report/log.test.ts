import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/journal/facts';
import { DAY, MINUTE } from '../../src/domain/tools/time';
import { progressLine } from '../../src/report/log';
import { draining, rotated, Tale } from '../support/facts';

const lines = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((fact, index) => progressLine(fact, facts[index - 1]) ?? []);

describe('the log of a rotation', () => {
  it('is one line a fact', () => {
    expect(lines(rotated().facts)).toMatchSnapshot();
  });

  it('tells a wait once, and again when it changes', () => {
    const tale = new Tale().claim();
    tale.waits('forward/drain', 'grace period', DAY).waits('forward/drain', 'grace period', DAY);
    tale.after(MINUTE).waits('forward/drain', 'the old key is still used', DAY, 'find who uses it');
    expect(lines(tale.facts).slice(1)).toEqual([
      '… drain  until 2026-11-21 02:00 UTC: grace period',
      '… drain  until 2026-11-21 02:01 UTC: the old key is still used; to do: find who uses it',
    ]);
  });

  it('gives no tick to what was not observed', () => {
    const fact = new Tale().result('forward/check:a', 'not observed', { passes: 0, sentence: '' }).facts;
    expect(lines(fact)).toEqual(['○ check a  not observed  there is no check']);
  });

  it('says no reason where none was given, and a rank only where it is not the ordinary one', () => {
    const tale = draining()
      .claim({ rank: 'rollback' })
      .say({ type: 'hold', actor: 'ana', reason: '' })
      .say({ type: 'unhold', actor: 'bo', reason: '' });
    const [claimed, ...braked] = lines(tale.facts).slice(-3);
    expect(claimed).toMatch(/^claimed: rotate, rollback, until /);
    expect(braked).toEqual(['■ on hold by ana', '▶ released by bo']);
  });

  it('has words for every kind of fact', () => {
    const tale = draining()
      .claim({ takenFrom: 'n1' })
      .fails('forward/drain', 'no answer', 'RK5007')
      .say({ type: 'turn', to: 'back', why: 'asked for' })
      .say({ type: 'condemn', credential: 'k-new', why: 'taken back' })
      .say({ type: 'blocked', code: 'RK7008', why: 'they disagree' })
      .say({ type: 'hold', actor: 'ana', reason: 'night' })
      .say({ type: 'unhold', actor: 'bo', reason: 'day' })
      .say({ type: 'warning', message: 'no channel' })
      .say({ type: 'closed', outcome: 'abandoned' })
      .release();
    expect(lines(tale.facts).slice(-9)).toEqual([
      'taken over from n1: rotate',
      '✗ drain  RK5007  no answer',
      '↩ back: asked for',
      '† k-new never becomes current again: taken back',
      '■ blocked, RK7008: they disagree',
      '■ on hold by ana: night',
      '▶ released by bo: day',
      '! no channel',
      '■ abandoned',
    ]);
  });
});
