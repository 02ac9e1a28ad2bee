import { COMMANDS } from '../config/commands';
import { INPUTS, type InputInfo } from '../config/inputTable';
import { BLANKED } from './blanked';
import { code, table } from './markdown';

const inputs: readonly (readonly [string, InputInfo])[] = Object.entries<InputInfo>(INPUTS).filter(
  ([, info]) => info.laptop !== true,
);

/** `inputs:` of action.yml. */
export function inputsYaml(): string {
  const entries = inputs.map(
    ([name, info]) =>
      `  ${name}:\n    description: ${quote(info.does)}\n    default: ${defaultOf(info.default ?? '')}\n`,
  );
  return `inputs:\n${entries.join('')}`;
}

/** `env:` of both steps of action.yml, but for the token. */
export function stepEnvironment(): string {
  const blanks = Object.keys(BLANKED).map((name) => `${name}: ''`);
  return [...blanks, inputsVariable()].join('\n');
}

/** Variables that the steps of action.yml set to nothing. */
export function blankedTable(): string {
  return table(
    ['variable', 'what it does'],
    Object.entries(BLANKED).map(([name, does]) => [code(name), does]),
  );
}

/** The variable that carries all inputs but the token. Each is made JSON by itself, so no value can leave its place. */
function inputsVariable(): string {
  const lines = inputs
    .filter(([, info]) => info.type !== 'token')
    .map(([name]) => `  "${name}": \${{ toJSON(inputs.${name}) }}`);
  return `REKEY_INPUTS: >-\n  {\n${lines.join(',\n')}\n  }`;
}

export function inputsTable(): string {
  const rows = inputs.map(([name, info]) => [code(name), info.does, code(info.default ?? '')]);
  return table(['input', 'meaning', 'default'], rows);
}

export function commandsTable(): string {
  const rows = Object.entries(COMMANDS).map(([name, info]) => [code(name), info.does, KEYS[info.keys]]);
  return table(['command', 'what it does', 'keys'], rows);
}

const KEYS = { never: 'takes none', may: 'all, or those selected', must: 'only those selected' };

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Plain where YAML reads it as text anyway, as people write it. */
function defaultOf(text: string): string {
  return text === '' || text === 'true' || text === 'false' ? quote(text) : text;
}
