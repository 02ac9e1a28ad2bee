import { RekeyError } from '../domain/errors';
import { sentenceList } from '../domain/text';
import { playAll, type Play } from '../sandbox/playAll';
import { SCENARIOS } from '../sandbox/scenarios';

/** As given on the command line. */
export interface SandboxInputs {
  readonly scenario?: string;
  readonly keys?: string;
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
}

const MOST_KEYS = 20;

/**
 * Plays scenarios in an embedded cloud on loopback, with the real bundle.
 * @param inActions true where GITHUB_ACTIONS is set: then a scenario must be named, so that nobody plays who meant to rotate
 * @returns exit code: 0 when every scenario went as it must, 1 when not. Throws RK1002 on a wrong option.
 */
export async function sandbox(inputs: SandboxInputs, inActions: boolean): Promise<number> {
  const results = await playAll(readInputs(inputs, inActions));
  return results.every(({ ok }) => ok) ? 0 : 1;
}

export function readInputs(inputs: SandboxInputs, inActions: boolean): Play {
  if (inActions && inputs.scenario === undefined) {
    throw new RekeyError('RK1002', 'The sandbox rotates nothing real. In a workflow it needs --scenario.');
  }
  const { scenario = 'happy', out, json = false } = inputs;
  const scenarios = scenario === 'all' ? SCENARIOS : SCENARIOS.filter(({ name }) => name === scenario);
  if (scenarios.length === 0) {
    const names = sentenceList(SCENARIOS.map(({ name }) => name));
    throw new RekeyError('RK1002', `There is no such scenario. There are all, ${names}.`);
  }
  return {
    scenarios,
    keys: whole('keys', inputs.keys ?? '1', 1, MOST_KEYS),
    seed: whole('seed', inputs.seed ?? '1', 0, 2 ** 32 - 1),
    json,
    ...(out === undefined ? {} : { out }),
  };
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw new RekeyError('RK1002', `--${name} must be a whole number from ${least} to ${most}.`);
  }
  return value;
}
