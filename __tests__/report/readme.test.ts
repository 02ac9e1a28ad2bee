import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fiveLines } from '../../src/report/fiveLines';
import { created, type Tale } from '../support/facts';
import { situationOf } from '../support/situations';

const WHY = 'payment-service is unhealthy: status 503, expected 200';

/** A step back after a health check that failed. */
const sample = (): Tale =>
  created()
    .does('forward/promote', { version: '8', previous: '7', id: 'k-new' })
    .fails('forward/check:payment-service', WHY)
    .say({ type: 'turn', to: 'back', why: WHY, code: 'RK6005' })
    .does('back/promote', { version: '9', previous: '8', id: 'k-old' })
    .result('back/check:payment-service', 'observed', { passes: 3 })
    .result('back/check:billing-service', 'observed', { passes: 3 })
    .does('back/revoke', { id: 'k-new' })
    .result('back/prove', 'observed', { refused: 3, control: 3, grade: 'refused' })
    .closes('back', 'undone');

describe('the five lines of the README', () => {
  it('are what the program prints', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(
      ['```', ...fiveLines(situationOf(sample())), '```'].join('\n'),
    );
  });
});
