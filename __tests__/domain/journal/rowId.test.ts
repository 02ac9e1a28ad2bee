import { describe, expect, it } from '@jest/globals';
import { isRotationId } from '../../../src/domain/journal/rowId';

describe('the id of a rotation', () => {
  it('may hold a point, for it begins with a time that may have a fraction', () => {
    expect(isRotationId(`${(1_772_416_800_000.75).toString(36)}abcd`)).toBe(true);
    expect(isRotationId('mm8j77k0ipb4')).toBe(true);
  });

  it.each(['', '.', '..', '../x', 'a/b', 'a b', 'a\nb', 'x'.repeat(65)])(
    'is no path and no text: %j',
    (text) => {
      expect(isRotationId(text)).toBe(false);
    },
  );
});
