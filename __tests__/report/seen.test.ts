import { describe, expect, it } from '@jest/globals';
import { evidence } from '../../src/evidence/build';
import { effectTable } from '../../src/report/gates';
import { markdown, plain } from '../../src/report/phrase';
import { seen } from '../../src/report/seen';
import { discarded, draining, removed, rotated, steppedBack } from '../support/facts';

describe('what a row has left', () => {
  it.each([
    [
      'prove',
      { refused: 3, control: 3, grade: 'refused' },
      'refused 3 times, the key in use accepted 3 times in between',
    ],
    ['prove', { refused: 1, control: 0, grade: 'unproven' }, 'refused once; that proves no death'],
    [
      'prove',
      { refused: 0, control: 0, grade: 'gone from list' },
      "it is gone from the vendor's complete list; that its value is refused was not seen",
    ],
    [
      'drain',
      { silent: 'not observed', until: '2026-11-21T02:01:50.000Z' },
      'the grace period ended at 2026-11-21 02:01 UTC; whether the key is still used could not be seen',
    ],
    ['claim', { base: '0', old: 'absent' }, 'there was no key yet; the store was at version 0'],
    [
      'claim',
      { base: '3', old: 'present' },
      'the id of the key in use is not known; the store was at version 3',
    ],
    ['check', { passes: 0, sentence: '' }, 'there is no check'],
    ['free', { destroyed: [] }, 'no old version was destroyed'],
    ['promote', { version: '1', previous: '0' }, 'version 1 was made current; nothing was there before'],
    ['deploy', {}, ''],
    ['verify', { accepted: 3, later: 'x' }, 'accepted 3 times; later x'],
  ] as const)('of %s is a sentence (%#)', (step, data, sentence) => {
    expect(plain(seen(step, data))).toBe(sentence);
  });

  it('is a sentence in every row of whole rotations', () => {
    for (const tale of [rotated(), steppedBack(), discarded(), removed()]) {
      const { gates, effects } = evidence(tale.facts);
      const told = [
        ...gates
          .filter(({ verdict }) => verdict !== 'failed')
          .map((gate) => plain(seen(gate.step, gate.numbers))),
        ...effects.map((effect) => plain(seen(effect.step, effect.data))),
      ];
      expect(
        told.filter((text) =>
          /^(?!rollout)\w+ \S+$|grade|silent (not )?observed|unannotated|oldHow|\[/.test(text),
        ),
      ).toEqual([]);
    }
  });

  it('does not say that something was done whose end nobody knows', () => {
    const { effects } = evidence(draining().intent('forward/revoke', { id: 'k-old' }).facts);
    expect(effectTable(effects)).toMatch(
      /revoke \| asked for; whether it happened is not known \|.*\| `id k-old` \|/,
    );
  });

  it('survives whatever a journal holds', () => {
    const evil = '`x` @ana <script> | ::error::';
    for (const step of ['claim', 'create', 'check', 'drain', 'prove', 'free'] as const) {
      const data = {
        base: evil,
        old: { a: 1 },
        id: null,
        passes: evil,
        destroyed: evil,
        grade: [evil],
        until: evil,
      };
      expect(markdown(seen(step, data))).not.toMatch(/<script>(?![^`]*`)|^::/m);
    }
  });
});
