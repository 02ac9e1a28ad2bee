import { describe, expect, it } from '@jest/globals';
import { condition, evaluate, interpolate } from '../../../src/sandbox/composite/expression';

const contexts = {
  inputs: { 'detected-at': 'then', reason: 'a "quoted"\nword' },
  steps: { main: { outputs: { evidence: '/tmp/e' } } },
  job: { check_run_id: '7' },
};
const fine = { failed: false, cancelled: false };

describe('expressions', () => {
  it('reads properties by dot and by bracket, hyphens included', () => {
    expect(evaluate('inputs.detected-at', contexts, fine)).toBe('then');
    expect(evaluate("inputs['detected-at']", contexts, fine)).toBe('then');
    expect(evaluate('steps.main.outputs.nothing.deeper', contexts, fine)).toBeUndefined();
  });

  it('knows the operators and their order', () => {
    expect(evaluate("'' || 'b' && 'c'", contexts, fine)).toBe('c');
    expect(evaluate("!('a' == 'A')", contexts, fine)).toBe(false);
    expect(evaluate("'it''s' != 'its'", contexts, fine)).toBe(true);
  });

  it('makes JSON of a text, so that it cannot break out of its place', () => {
    const text = interpolate('{"reason": ${{ toJSON(inputs.reason) }}}', contexts, fine);
    expect(JSON.parse(text)).toEqual({ reason: 'a "quoted"\nword' });
  });

  it.each(['hashFiles(inputs.x)', 'secrets.A', '1 +', 'a b', "'open", 'inputs.*', 'inputs.a >= 1'])(
    'refuses %s instead of guessing',
    (source) => {
      expect(() => evaluate(source, contexts, fine)).toThrow(/expression|unknown/);
    },
  );
});

describe('conditions', () => {
  const failed = { failed: true, cancelled: false };
  const cancelled = { failed: false, cancelled: true };

  it('run only after success when they say nothing', () => {
    expect(condition(undefined, contexts, fine)).toBe(true);
    expect(condition(undefined, contexts, failed)).toBe(false);
    expect(condition(undefined, contexts, cancelled)).toBe(false);
    expect(condition("job.check_run_id == '7'", contexts, failed)).toBe(false);
  });

  it('run after a failure and a cancel with always()', () => {
    expect(condition('always()', contexts, failed)).toBe(true);
    expect(condition('${{ always() }}', contexts, cancelled)).toBe(true);
    expect(condition("always() && steps.main.outputs.evidence != ''", contexts, cancelled)).toBe(true);
    expect(condition("always() && steps.main.outputs.report != ''", contexts, fine)).toBe(false);
  });
});
