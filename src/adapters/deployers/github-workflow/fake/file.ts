import type { RunTimes } from './run';

export interface FakeInput {
  readonly name: string;
  readonly required?: boolean;
  readonly default?: string;
  /** Default `string`. */
  readonly type?: 'string' | 'choice' | 'boolean' | 'number';
  readonly options?: readonly string[];
}

export interface FakeWorkflow {
  readonly name: string;
  /** As in the file, such as `Deploy ${{ inputs.marker }}`; absent: runs have the name of the workflow. */
  readonly runName?: string;
  /** Inputs of `on: workflow_dispatch`; absent: the workflow has no such trigger. */
  readonly inputs?: readonly (string | FakeInput)[];
  /** Default `active`. */
  readonly state?: string;
  readonly times?: RunTimes;
}

const inputsOf = ({ inputs = [] }: FakeWorkflow): readonly FakeInput[] =>
  inputs.map((input) => (typeof input === 'string' ? { name: input } : input));

/** The file as it lies in `.github/workflows`. JSON is YAML. */
export function workflowText(workflow: FakeWorkflow): string {
  const inputs = inputsOf(workflow).map(({ name, ...declared }) => [name, declared]);
  const trigger = workflow.inputs && { workflow_dispatch: { inputs: Object.fromEntries(inputs) as object } };
  const lines = Object.entries({
    name: workflow.name,
    'run-name': workflow.runName,
    on: { ...trigger, push: null },
    jobs: { deploy: { 'runs-on': 'ubuntu-24.04', steps: [{ run: './deploy' }] } },
  }).flatMap(([word, value]) => (value === undefined ? [] : [`${word}: ${JSON.stringify(value)}`]));
  return `${lines.join('\n')}\n`;
}

/** GitHub's sentence for a dispatch that it does not take, with status 422; undefined: it takes it. */
export function refusalOf(
  workflow: FakeWorkflow,
  given: Readonly<Record<string, string>>,
): string | undefined {
  if (workflow.state !== undefined && workflow.state !== 'active')
    return "Cannot trigger a 'workflow_dispatch' on a disabled workflow";
  if (!workflow.inputs) return "Workflow does not have 'workflow_dispatch' trigger";
  const inputs = inputsOf(workflow);
  const unexpected = Object.keys(given).filter((name) => !inputs.some((input) => input.name === name));
  if (unexpected.length > 0) return `Unexpected inputs provided: ${JSON.stringify(unexpected)}`;
  return inputs.map((input) => refusedInput(input, given[input.name])).find((said) => said !== undefined);
}

function refusedInput(input: FakeInput, value: string | undefined): string | undefined {
  const { name, required = false, type, options = [] } = input;
  if (value === undefined)
    return required && input.default === undefined ? `Required input '${name}' not provided` : undefined;
  if (type === 'choice' && !options.includes(value))
    return `Provided value '${value}' for input '${name}' not in the list of allowed values`;
  if (type === 'boolean' && !/^(true|false)$/.test(value))
    return `Provided value '${value}' for input '${name}' is not a boolean`;
  return undefined;
}
