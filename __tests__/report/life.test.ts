import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE, millis } from '../../src/domain/tools/time';
import { lifeOf, type Life } from '../../src/report/life';
import { gantts } from '../../src/report/lifeGantt';
import { LIFE_STYLE, lifeFigure } from '../../src/report/lifeSvg';
import {
  adopting,
  created,
  discarded,
  draining,
  keyConfig,
  removed,
  rotated,
  START,
  steppedBack,
  Tale,
  takenOver,
} from '../support/facts';
import { situationOf } from '../support/situations';

function life(tale: Tale): Life {
  const drawn = lifeOf(situationOf(tale));
  if (!drawn) throw new Error('nothing to draw');
  return drawn;
}

const states = (tale: Tale): string =>
  life(tale)
    .lanes.map(({ side, spans }) => `${side}: ${spans.map(({ state }) => state).join(' ')}`)
    .join('; ');

const titles = (tale: Tale, side?: string): readonly string[] =>
  life(tale)
    .marks.filter((mark) => side === undefined || mark.side === side)
    .map(({ title }) => title);

describe('the life of the two keys', () => {
  it.each([
    ['rotated', rotated(), 'old: used unsure idle unsure off; new: unsure idle unsure used'],
    ['draining', draining(), 'old: used unsure idle ahead; new: unsure idle unsure used ahead'],
    ['created', created(), 'old: used; new: unsure idle'],
    [
      'stepped back',
      steppedBack(),
      'old: used unsure idle unsure used; new: unsure idle unsure used unsure idle unsure',
    ],
    ['discarded', discarded(), 'old: used; new: unsure idle unsure'],
    ['removed, death not proved', removed(), 'old: unsure'],
    ['taken over', takenOver(), 'old: used; new: unsure'],
  ])('is drawn as the facts tell it: %s', (_, tale, expected) => {
    expect(states(tale)).toBe(expected);
  });

  it('has bars without a gap, from the first fact on, and ends one only with a proof', () => {
    const { lanes, from, to } = life(rotated());
    for (const { spans } of lanes) {
      for (const [index, { from: begin }] of spans.slice(1).entries()) expect(begin).toBe(spans[index]?.to);
    }
    const [old, fresh] = lanes;
    expect(old?.spans[0]?.from).toBe(from);
    expect(fresh?.spans.at(-1)?.to).toBe(to);
    const dead = life(rotated()).marks.find(({ title }) => title === 'dead');
    expect(old?.spans.at(-1)?.to).toBe(dead?.at);
  });

  it('marks switch, checks, last use, grace and death on the key they are about', () => {
    expect(titles(rotated())).toEqual([
      'new key made',
      'switch',
      'last use',
      'checks passed',
      'grace over, silent',
      'condemned',
      'disabled',
      'revoked',
      'dead',
    ]);
    expect(titles(rotated(), 'new')).toEqual(['new key made', 'checks passed']);
    expect(titles(steppedBack(), 'new')).toContain('check failed');
    expect(titles(steppedBack(), 'new').at(-1)).toBe('dead');
    expect(titles(steppedBack(), 'old')).toEqual(['checks passed']);
    expect(titles(removed()).at(-1)).toBe('death not proved');
    expect(titles(discarded()).at(-1)).toBe('gone from the list');
  });

  it('says of what was only asked for that nobody knows', () => {
    const tale = draining()
      .claim()
      .result('forward/condemn', 'did', { id: 'k-old' })
      .intent('forward/revoke');
    tale.after(HOUR).release();
    expect(states(tale)).toMatch(/^old: used unsure idle unsure/);
    expect(titles(tale)).toContain('asked for, revoked');
    expect(titles(tale)).not.toContain('revoked');
  });

  it('does not put on the old key what became of a third one', () => {
    const tale = takenOver().say({ type: 'condemn', credential: 'k-lost', why: 'its value was lost' });
    expect(titles(tale)).not.toContain('condemned');
  });

  it('does not say what is in use once a person gave the rotation up', () => {
    const tale = draining().claim().say({ type: 'turn', to: 'abandon', why: 'by hand' }).after(MINUTE);
    tale.release();
    expect(
      life(tale).lanes.map(({ spans }) => spans.find(({ to }) => to === life(tale).seen)?.state),
    ).toEqual(['unsure', 'unsure']);
  });

  it('draws what a wait is waiting for as not seen yet', () => {
    const { seen, to, lanes, marks } = life(draining());
    expect(to - seen).toBe(DAY);
    expect(lanes.every(({ spans }) => spans.at(-1)?.state === 'ahead')).toBe(true);
    expect(marks.at(-1)).toMatchObject({ title: 'waits until then', at: to });
  });

  it('has few marks, however many workloads there are', () => {
    const usedBy = Array.from({ length: 300 }, (_, index) => `w-${index}`);
    const tale = created(new Tale('r1', keyConfig({ usedBy }))).does('forward/promote', { version: '8' });
    for (const name of usedBy) tale.result(`forward/check:${name}`, 'observed', { passes: 1, sentence: '' });
    expect(titles(tale)).toEqual(['new key made', 'switch', 'checks passed']);
    expect(lifeFigure(life(tale), 'x')).toContain('295 others');
  });

  it('is not drawn for an adoption, nor before a key is known', () => {
    expect(lifeOf(situationOf(adopting()))).toBeUndefined();
    expect(lifeOf(situationOf(new Tale().claim()))).toBeUndefined();
    expect(gantts([situationOf(adopting())])).toBeUndefined();
  });

  it('draws nothing at what is no time', () => {
    const tale = draining()
      .claim()
      .result('forward/drain', 'observed', { silent: 'observed', lastUsed: '-1', until: 'soon' })
      .waits('forward/revoke', 'x', 8e14);
    for (const { at } of life(tale).marks) expect(at).toBeGreaterThanOrEqual(millis(START));
    expect(gantts([situationOf(tale)])).not.toMatch(/NaN|no time|[+-]\d{6}/);
    expect(lifeFigure(life(tale), 'x')).not.toMatch(/NaN|Infinity/);
  });
});

describe('the drawing of the page', () => {
  const figure = lifeFigure(life(steppedBack()), 'one');

  it('needs neither script nor style of its own, and tells itself to who cannot see it', () => {
    expect(figure).not.toMatch(/style=|<script|\son\w+=|href|<style/);
    expect(figure).toContain('aria-labelledby="onet oned"');
    expect(figure).toContain('<desc id="oned">The old key: in use, then not known, then exists, not in use');
    const classes = [...figure.matchAll(/<rect class="(\w+)"/g)].map(([, name]) => name ?? '');
    for (const name of new Set(classes)) expect(LIFE_STYLE).toContain(`.${name} {`);
  });

  it('keeps every bar and number inside, and each number apart from the next', () => {
    const xs = [...figure.matchAll(/<circle cx="([\d.]+)%"/g)].map(([, x]) => Number(x));
    expect(xs).toHaveLength(life(steppedBack()).marks.length);
    for (const [index, x] of xs.entries()) expect(x - (xs[index - 1] ?? 0)).toBeGreaterThan(2);
    expect(xs.at(-1)).toBeLessThan(100);
    for (const [, left, width] of figure.matchAll(/<rect class="\w+" x="([\d.]+)%" width="([\d.]+)%"/g)) {
      expect(Number(left) + Number(width)).toBeLessThanOrEqual(97.3);
    }
  });
});

describe('the drawing of the summary', () => {
  it('reads well', () => {
    expect(gantts([situationOf(rotated())])).toMatchSnapshot();
  });

  it('is made for three keys at most', () => {
    const many = gantts(Array.from({ length: 9 }, () => situationOf(rotated()))) ?? '';
    expect(many.match(/```mermaid/g)).toHaveLength(3);
  });

  it('has lines that are all of the syntax, whatever the names and ids are', () => {
    const evil = 'a:b,c;d#e%%f\nclick x call y()\nsection z';
    const tale = new Tale('r1', keyConfig({ name: evil }))
      .claim()
      .result('forward/claim', 'did', { base: '7', old: 'present', oldId: evil })
      .does('forward/create', { id: evil, label: evil, staged: '1' })
      .after(MINUTE)
      .does('forward/promote', { version: '8', id: evil });
    const lines = (gantts([situationOf(tale)]) ?? '').split('\n').slice(1, -1);
    for (const line of lines) {
      expect(line).toMatch(
        /^(?:gantt| {2}(?:title [\w .,-]+|dateFormat [\w: -]+|axisFormat [%\w: -]+|todayMarker off|section [\w .-]+|[^:,;#%\n]+(?:, [\w ]+)? :(?:(?:active|done|crit|milestone), )*\d{4}-[\d: -]+, (?:0s|\d{4}-[\d: -]+)))$/,
      );
    }
    expect(lines.filter((line) => /^ *(section|click)/.test(line))).toHaveLength(3);
  });
});
