import { describe, expect, it } from '@jest/globals';
import type { Pass, RotationKind } from '../../src/domain/journal/facts';
import { LIFECYCLE, rowsOf } from '../../src/lifecycle/table';

const tables = Object.entries(LIFECYCLE).flatMap(([kind, passes]) =>
  Object.keys(passes).map((pass): [RotationKind, Pass] => [kind as RotationKind, pass as Pass]),
);
const steps = (kind: RotationKind, pass: Pass, workloads: string[] = []): string[] =>
  rowsOf({ kind, pass }, workloads).map(({ id }) => id.slice(pass.length + 1));

describe('the table', () => {
  it('rolls and checks one workload before the next', () => {
    expect(steps('rotate', 'forward', ['a', 'b'])).toEqual([
      'preflight',
      'claim',
      'create',
      'verify',
      'promote',
      'deploy:a',
      'check:a',
      'deploy:b',
      'check:b',
      'drain',
      'condemn',
      'disable',
      'revoke',
      'prove',
      'sweep',
      'free',
      'close',
    ]);
  });

  it('takes a new key that was current back through the same tail', () => {
    const tail = ['drain', 'condemn', 'disable', 'revoke', 'prove', 'sweep', 'free', 'close'];
    expect(steps('rotate', 'back', ['a'])).toEqual(['verify', 'promote', 'deploy:a', 'check:a', ...tail]);
    expect(steps('remove', 'forward').slice(-tail.length)).toEqual(tail);
  });

  it('moves the fence and looks for what was lost before it condemns a key that was never current', () => {
    expect(steps('rotate', 'discard')).toEqual([
      'fence',
      'sweep',
      'condemn',
      'revoke',
      'prove',
      'free',
      'close',
    ]);
  });

  it.each(tables)('%s %s: nothing dies before it is condemned, and each death is proved', (kind, pass) => {
    const order = steps(kind, pass);
    for (const deadly of ['disable', 'revoke']) {
      if (order.includes(deadly)) expect(order.indexOf('condemn')).toBeLessThan(order.indexOf(deadly));
      if (order.includes(deadly)) expect(order.indexOf('prove')).toBeGreaterThan(order.indexOf(deadly));
    }
    expect(order.includes('revoke') || !order.includes('condemn')).toBe(true);
  });

  it.each(tables)('%s %s: a key that was current is drained before it is condemned', (kind, pass) => {
    const order = steps(kind, pass);
    const deadly = order.includes('condemn') && pass !== 'discard';
    if (deadly) expect(order.indexOf('drain')).toBeLessThan(order.indexOf('condemn'));
    expect(order.includes('drain')).toBe(deadly);
  });

  it('begins nothing on the real consumers in a rehearsal', () => {
    expect(steps('rehearse', 'forward', ['a'])).toEqual(['preflight', 'claim', 'create', 'verify']);
  });
});
