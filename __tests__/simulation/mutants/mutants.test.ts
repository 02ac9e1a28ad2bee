import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MUTANTS } from './list';
import { patched, patchesOf } from './mutant';

const places = MUTANTS.flatMap((mutant) =>
  patchesOf(mutant).map((patch) => ({ ...patch, name: mutant.name })),
);

describe('the mutants', () => {
  it.each(places)('$name finds its one place in $file, and changes it', (patch) => {
    const text = readFileSync(patch.file, 'utf8');
    expect(patched(text, patch)).not.toBe(text);
  });

  it('have names of their own', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  });
});

describe('a place that is not there once', () => {
  const patch = { file: 'a.ts', find: 'x', replace: 'y' };

  it.each(['', 'x x'])('fails loudly', (text) => {
    expect(() => patched(text, patch)).toThrow('a.ts: what a mutant changes must stand there once');
  });
});
