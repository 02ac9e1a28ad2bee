import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../src/domain/errors';
import { asksForHelp, readOptions, sandboxUsage } from '../../src/sandbox/options';
import { SCENARIOS } from '../../src/sandbox/scenarios';

const names = ['happy', 'crash'];
const problem = (words: readonly string[], inActions = false): RekeyError => {
  try {
    readOptions(words, names, inActions);
  } catch (thrown) {
    if (thrown instanceof RekeyError) return thrown;
  }
  throw new Error('no RekeyError');
};

describe('the options of the sandbox', () => {
  it('play the happy scenario with one key when nothing is said', () => {
    expect(readOptions([], names, false)).toEqual({ scenario: 'happy', keys: 1, seed: 1, json: false });
  });

  it('are read from the command line', () => {
    const words = ['--scenario', 'all', '--keys=3', '--seed', '0', '--out', 'x', '--json'];
    expect(readOptions(words, names, false)).toEqual({
      scenario: 'all',
      keys: 3,
      seed: 0,
      out: 'x',
      json: true,
    });
  });

  it.each([
    [['--scenario', 'nothing'], 'There are all, happy and crash'],
    [['--keys', '0'], '--keys must be a whole number from 1 to 20'],
    [['--keys', '1.5'], '--keys'],
    [['--seed', ''], '--seed'],
    [['--seed', '-1'], 'does not understand'],
    [['--verbose'], 'does not understand'],
    [['happy'], 'does not understand'],
    [['--scenario'], 'does not understand'],
  ])('%j is refused', (words, sentence) => {
    expect(problem(words)).toMatchObject({ code: 'RK1002', message: expect.stringContaining(sentence) });
  });

  it('are told with the scenarios when somebody asks', () => {
    expect([asksForHelp(['--help']), asksForHelp(['--scenario', 'help'])]).toEqual([true, false]);
    const told = sandboxUsage(SCENARIOS);
    for (const { name, title } of SCENARIOS) expect(told).toMatch(new RegExp(`^  ${name} +${title}$`, 'm'));
    expect(told).toContain('[--seed …]');
  });

  it('must name a scenario in a workflow, where somebody may have meant to rotate', () => {
    expect(problem([], true).message).toContain('needs --scenario');
    expect(readOptions(['--scenario', 'happy'], names, true).scenario).toBe('happy');
  });
});
