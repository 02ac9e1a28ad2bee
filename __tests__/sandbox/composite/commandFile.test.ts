import { describe, expect, it } from '@jest/globals';
import { parseCommandFile } from '../../../src/sandbox/composite/commandFile';

describe('a command file', () => {
  it('holds single lines and blocks', () => {
    expect(parseCommandFile('a=1=2\nb<<END\nx\n\ny\nEND\nc=\n')).toEqual({ a: '1=2', b: 'x\n\ny', c: '' });
  });
  it.each(['a<<END\nx\n', 'no name here\n', '=1\n'])('fails on %j, as a runner does', (text) => {
    expect(() => parseCommandFile(text)).toThrow(/command file/);
  });
});
