import { describe, expect, it } from '@jest/globals';
import { parseWindow } from '../../../src/domain/tools/window';

describe('a window', () => {
  it.each([
    ['Mon-Thu 02:00-05:00', { opens: '0 2 * * 1,2,3,4', closes: '0 5 * * 1,2,3,4' }],
    ['sat,SUN 22:30-04:00', { opens: '30 22 * * 0,6', closes: '0 4 * * 1,0' }],
    ['Fri-Mon 10:00-11:00', { opens: '0 10 * * 0,1,5,6', closes: '0 11 * * 0,1,5,6' }],
    ['02:00-05:00', { opens: '0 2 * * 0,1,2,3,4,5,6', closes: '0 5 * * 0,1,2,3,4,5,6' }],
  ])('%s opens and closes', (text, times) => {
    expect(parseWindow(text)).toEqual(times);
  });

  it.each([
    'Mon-Thu 2:00-5:00',
    'Mon-Thu',
    'Mo 02:00-05:00',
    'Mon-Tue-Wed 02:00-05:00',
    '02:00-02:00',
    '25:00-26:00',
    'Mon  02:00-05:00',
    '',
  ])('%j is none', (text) => {
    expect(parseWindow(text)).toBeUndefined();
  });
});
