import { describe, expect, it } from '@jest/globals';
import { CODES } from '../../src/domain/errorCodes';
import { asRekeyError, RekeyError, together } from '../../src/domain/errors';
import { ProcessKilled } from '../../src/domain/processKilled';

describe('codes', () => {
  it('are sorted, and each says what to do next', () => {
    const codes = Object.keys(CODES);
    expect(codes).toEqual([...codes].sort());
    for (const { title, next } of Object.values(CODES)) {
      expect(title).toMatch(/^\S.*[^.]$/);
      expect(next).toMatch(/^\S.*\.$/);
    }
  });
});

describe('an error', () => {
  it('is one line: code, place, message, next step', () => {
    const error = new RekeyError('RK2003', '`used_bye` is not known.', {
      where: { file: '.github/rekey.yml', line: 38, path: 'keys.a' },
    });
    expect(error.kind).toBe('config');
    expect(error.line).toBe(
      'RK2003 .github/rekey.yml:38  keys.a: `used_bye` is not known. Next: Correct or remove it.',
    );
    expect(new RekeyError('RK9001', 'No.').line).toBe(`RK9001 No. Next: ${CODES.RK9001.next}`);
  });

  it('may know a better next step', () => {
    expect(new RekeyError('RK9001', 'No.', { next: 'Wait.' }).line).toBe('RK9001 No. Next: Wait.');
  });
});

describe('several errors', () => {
  const one = new RekeyError('RK2003', 'One.');
  const two = new RekeyError('RK2004', 'Two.');

  it('are shown together, under the code of the first', () => {
    const both = together([one, two]);
    expect(both.code).toBe('RK2003');
    expect(both.all).toEqual([one, two]);
    expect(both.message).toBe(`2 problems:\n${one.line}\n${two.line}`);
  });

  it('that are one stay that one', () => {
    expect(together([one])).toBe(one);
  });
});

describe('what was thrown', () => {
  it('stays itself when it is ours', () => {
    const error = new RekeyError('RK9001', 'No.');
    expect(asRekeyError(error)).toBe(error);
  });

  it.each<[string, unknown]>([
    ['an error', new TypeError('secret-word is not a function')],
    ['an error with a value in a path', new Error('open /tmp/secret-word')],
    ['a text', 'secret-word'],
    ['an object', { message: 'secret-word' }],
    ['nothing', undefined],
  ])('%s becomes a bug that shows nothing of it', (_name, thrown) => {
    const error = asRekeyError(thrown);
    expect(error.code).toBe('RK9900');
    expect(JSON.stringify([error.line, error.stack])).not.toContain('secret-word');
  });

  it('is thrown on when the process was killed, for a dead process handles nothing', () => {
    expect(() => asRekeyError(new ProcessKilled())).toThrow(ProcessKilled);
  });
});
