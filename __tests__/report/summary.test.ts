import { describe, expect, it } from '@jest/globals';
import type { RowId } from '../../src/domain/journal/facts';
import { newKey } from '../../src/domain/journal/keyState';
import type { RotationState } from '../../src/domain/journal/rotation';
import { MINUTE } from '../../src/domain/tools/time';
import { byteLength } from '../../src/report/markdown';
import { picture } from '../../src/report/picture';
import { standingOf } from '../../src/report/keyStatus';
import { counts } from '../../src/report/standing';
import type { Situation } from '../../src/report/situation';
import { summary } from '../../src/report/summary';
import { wordsOf } from '../../src/report/words';
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
  steppedBack,
  Tale,
} from '../support/facts';
import { situationOf } from '../support/situations';

const AT = '2026-11-21T02:20:00.000Z';

function page(keys: readonly Situation[], changes: Parameters<typeof runContext>[0] = {}): string {
  return summary({ command: 'rotate', at: AT, run: runContext(changes), keys, warnings: [] });
}

const idle = (name: string): Situation => ({
  key: keyConfig({ name }),
  run: runContext(),
  state: newKey(IDENTITY, name),
});

const named = (name: string, tell: (tale: Tale) => Tale): Situation =>
  situationOf(tell(new Tale(`r-${name}`, keyConfig({ name }))));

function rotation(tale: Tale): RotationState {
  const { rotation: found } = situationOf(tale);
  if (!found) throw new Error('no rotation');
  return found;
}

const marks = (tale: Tale, pass: 'forward' | 'back' | 'discard' = 'forward'): string =>
  wordsOf(rotation(tale), pass)
    .map(({ word, mark }) => `${word} ${mark}`)
    .join(', ');

describe('the five words', () => {
  it.each([
    [created(), 'create done, switch not yet, watch not yet, revoke not yet, prove not yet'],
    [draining(), 'create done, switch done, watch now, revoke not yet, prove not yet'],
    [rotated(), 'create done, switch done, watch done, revoke done, prove done'],
    [steppedBack(), 'create done, switch stopped, watch failed, revoke skipped, prove skipped'],
    [discarded(), 'create failed, switch skipped, watch skipped, revoke skipped, prove skipped'],
    [removed(), 'create skipped, switch skipped, watch unseen, revoke done, prove unseen'],
    [adopting(), 'create skipped, switch skipped, watch skipped, revoke skipped, prove skipped'],
  ])('say what became of each part (%#)', (tale, expected) => {
    expect(marks(tale)).toBe(expected);
  });

  it('tell the way back apart from the way forward', () => {
    expect(marks(steppedBack(), 'back')).toBe(
      'create skipped, switch done, watch unseen, revoke done, prove done',
    );
    expect(marks(discarded(), 'discard')).toContain('revoke done, prove done');
  });

  it('have no revoke and prove where there was nothing old', () => {
    const tale = new Tale()
      .claim()
      .result('forward/claim', 'did', { base: '0', old: 'absent' })
      .does('forward/create', { id: 'k-new', label: 'l', staged: '1' })
      .result('forward/verify', 'observed', { accepted: 3 })
      .does('forward/promote', { version: '1' })
      .result('forward/check:payment-service', 'observed', { passes: 3, sentence: 'well' });
    expect(marks(tale)).toBe('create done, switch now, watch now, revoke skipped, prove skipped');
    tale.result('forward/check:billing-service', 'not observed', { passes: 0, sentence: '' });
    expect(marks(tale)).toBe('create done, switch done, watch unseen, revoke skipped, prove skipped');
  });

  it('fail where a rotation is blocked', () => {
    const tale = draining().say({ type: 'blocked', code: 'RK7008', why: 'x' });
    expect(marks(tale)).toContain('watch failed, revoke not yet');
  });

  it('know nothing of a row that no lifecycle has', () => {
    const forged = new Tale()
      .claim()
      .after(MINUTE)
      .result('forward/constructor' as RowId, 'observed', { accepted: 3 })
      .after(MINUTE)
      .does('forward/create', { id: 'k-new', label: 'l', staged: '1' });
    const state = rotation(forged);
    expect(wordsOf(state, 'forward')[0]).toMatchObject({ word: 'create', from: state.started });
  });

  it('begin where the part before them ended', () => {
    const [, , watch, revoke] = wordsOf(rotation(rotated()), 'forward');
    expect(watch).toMatchObject({ from: '2026-11-20T02:00:14.000Z', to: '2026-11-21T02:06:46.000Z' });
    expect(revoke?.from).toBe('2026-11-21T02:06:46.000Z');
  });
});

describe('the summary', () => {
  it('of one rotation reads well', () => {
    expect(page([situationOf(rotated()), idle('mail-prod')])).toMatchSnapshot();
  });

  it('of a rotation that was taken back reads well', () => {
    expect(page([situationOf(steppedBack())])).toMatchSnapshot();
  });

  it('counts, and puts what needs somebody first', () => {
    const text = page([
      idle('a'),
      named('b', rotated),
      named('c', draining),
      named('d', adopting),
      named('e', (tale) =>
        created(tale).does('forward/promote').fails('forward/check:payment-service', 'no'),
      ),
    ]);
    expect(text).toContain('## Rekey: 1 at risk · 1 needs a person · 1 waiting · 1 rotated · 1 idle');
    const order = [...text.matchAll(/^### \S+ `(\w)`/gm)].map(([, name]) => name);
    expect(order).toEqual(['e', 'd', 'c', 'b']);
  });

  it('says that the sandbox is not real, and who started it', () => {
    const text = page([], { sandbox: true, actor: 'ana' });
    expect(text).toContain('## Rekey: no keys');
    expect(text).toContain('`rotate` by `ana`');
    expect(text).toContain('**sandbox: nothing here is real**');
  });

  it('gives many keys that are well one row each, and the others their lines', () => {
    const keys = [
      ...Array.from({ length: 40 }, (_, index) => named(`ok-${index}`, rotated)),
      named('lost', adopting),
    ];
    const text = page(keys);
    expect([...text.matchAll(/^### /gm)]).toHaveLength(1);
    expect([...text.matchAll(/^\| ✅ `ok-/gm)]).toHaveLength(40);
    expect(text).toContain('[ticket](https://github.com/acme/billing/issues/812)');
  });

  it('stays far below the megabyte at which GitHub drops it, with every key in trouble', () => {
    const trouble = Array.from({ length: 3000 }, (_, index) => named(`k-${index}`, adopting));
    const quiet = Array.from({ length: 7000 }, (_, index) => idle(`i-${index}`));
    const text = page([...trouble, ...quiet]);
    expect(byteLength(text)).toBeLessThan(700_000);
    expect(text).toMatch(/_\d+ more keys: see the report of this run\._/);
    expect(text).toContain('_and 6000 more_');
  });
});

describe('the picture', () => {
  it('has a chain for each key that did something', () => {
    const drawing = picture([rotation(draining()), rotation(steppedBack())]) ?? '';
    expect(drawing).toMatchSnapshot();
  });

  it('is left out when nothing happened, and draws at most twelve keys', () => {
    expect(picture([])).toBeUndefined();
    const many = picture(Array.from({ length: 50 }, () => rotation(rotated()))) ?? '';
    expect([...many.matchAll(/:::key/g)]).toHaveLength(12);
  });

  it('has no syntax in the names', () => {
    const drawing = picture([
      rotation(draining(new Tale('r', keyConfig({ name: 'a"]:::x; click b #<script>' })))),
    ]);
    expect(drawing).toContain('(["a     x  click b   script "]):::key');
  });
});

describe('standings', () => {
  it('are counted, the most urgent first', () => {
    expect(counts(['idle', 'rotated', 'blocked', 'rotated'])).toBe('1 blocked · 2 rotated · 1 idle');
  });

  it.each([
    ['rotated', rotated()],
    ['undone', discarded()],
    ['unproven', removed()],
    ['waiting', draining()],
    ['needs a person', adopting()],
    ['running', created()],
    ['interrupted', created().release()],
  ])('%s', (standing, tale) => {
    expect(standingOf(situationOf(tale))).toBe(standing);
  });
});
