import { codeSpan, sentenceList } from '../../../domain/tools/text';
import type { DeclaredInput, WorkflowFile } from './workflowFile';

export interface Fault {
  /** What is wrong, as the end of a sentence that begins with the name of the file. */
  readonly is: string;
  readonly next: string;
}

/**
 * Why GitHub would refuse to start the workflow, or a later process could not find its run.
 * @param sent inputs with the values that are known now; in others `{marker}` and the like still stand
 */
export function misfits(file: WorkflowFile, sent: Readonly<Record<string, string>>): readonly Fault[] {
  const { inputs } = file;
  if (!inputs)
    return [
      { is: 'has no trigger workflow_dispatch', next: 'Add "on: workflow_dispatch" with its inputs to it.' },
    ];
  return [
    ...unknownInputs(inputs, sent),
    ...missingInputs(inputs, sent),
    ...Object.entries(sent).flatMap(([name, value]) => wrongValue(name, value, inputs.get(name))),
    ...namelessRuns(file, sent),
  ];
}

function unknownInputs(
  declared: ReadonlyMap<string, DeclaredInput>,
  sent: Readonly<Record<string, string>>,
): readonly Fault[] {
  const names = Object.keys(sent).filter((name) => !declared.has(name));
  if (names.length === 0) return [];
  return [
    {
      is: `does not declare ${inputWords(names)}, which Rekey sends`,
      next: `Add ${sentenceList(names)} under "on: workflow_dispatch: inputs:"${names.includes('marker') ? '; by the marker Rekey finds the run again' : ''}.`,
    },
  ];
}

function missingInputs(
  declared: ReadonlyMap<string, DeclaredInput>,
  sent: Readonly<Record<string, string>>,
): readonly Fault[] {
  const names = [...declared].flatMap(([name, { required, hasDefault }]) =>
    required && !hasDefault && sent[name] === undefined ? [name] : [],
  );
  if (names.length === 0) return [];
  return [
    {
      is: `requires ${inputWords(names)}, which Rekey does not send`,
      next: `Add ${sentenceList(names.map((name) => codeSpan(name)))} to "inputs:" under "roll:" in the config, or give the workflow a default.`,
    },
  ];
}

function wrongValue(name: string, value: string, input: DeclaredInput | undefined): readonly Fault[] {
  const takes = input && wanted(input, value);
  if (takes === undefined) return [];
  return [
    {
      is: `takes ${takes} as input ${codeSpan(name)}, and Rekey sends ${codeSpan(value)}`,
      next:
        name === 'marker'
          ? 'Make the input marker a string: its value is another one each time.'
          : 'Correct "inputs:" under "roll:" in the config, or the input in the workflow.',
    },
  ];
}

/** What the input takes, when the value is none of it. */
function wanted({ type, options }: DeclaredInput, value: string): string | undefined {
  if (type === 'choice' && !options.includes(value))
    return `one of ${sentenceList(options.map((option) => codeSpan(option))) || 'no options'}`;
  if (type === 'boolean' && !['true', 'false'].includes(value)) return 'true or false';
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value)) return 'a number';
  return undefined;
}

/** Without it a run whose start was not answered cannot be told from others, and nothing is started twice. */
function namelessRuns({ runName }: WorkflowFile, sent: Readonly<Record<string, string>>): readonly Fault[] {
  const marked = Object.keys(sent).filter((name) => name === 'marker' || sent[name]?.includes('{marker}'));
  const isNamed = marked.some((name) =>
    new RegExp(`\\binputs\\s*(\\.\\s*${name}(?![\\w-])|\\[\\s*['"]${name}['"])`).test(runName),
  );
  if (isNamed || /toJSON\(\s*(github\.event\.)?inputs\s*\)/i.test(runName)) return [];
  return [
    {
      is: 'does not name its runs by the marker, so a run whose start was not answered cannot be found again',
      next: 'Add "run-name: Deploy ${{ inputs.marker }}" to it.',
    },
  ];
}

const inputWords = (names: readonly string[]): string =>
  `the input${names.length > 1 ? 's' : ''} ${sentenceList(names.map((name) => codeSpan(name)))}`;
