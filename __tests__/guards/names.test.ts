import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

it('no name stands for two things in a room of src', () => {
  const told = execFileSync(process.execPath, ['.github/tooling/measure.mjs'], { encoding: 'utf8' });
  expect(told.split('\n').slice(-2)).toEqual(['names of two things in a room: 0', '']);
});
