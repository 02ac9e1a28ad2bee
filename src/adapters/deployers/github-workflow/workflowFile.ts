import { parse } from 'yaml';

/** One input of `on: workflow_dispatch`, as the file declares it. */
export interface DeclaredInput {
  readonly required: boolean;
  readonly hasDefault: boolean;
  readonly type: string;
  readonly options: readonly string[];
}

/** What a workflow file says about starting it. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export interface WorkflowFile {
  readonly runName: string;
  /** Undefined: it has no trigger `workflow_dispatch`. */
  readonly inputs: ReadonlyMap<string, DeclaredInput> | undefined;
}

/** Undefined: not read as YAML here. That is no verdict, for GitHub's own parser decides. */
export function readWorkflowFile(text: string): WorkflowFile | undefined {
  let file: unknown;
  try {
    file = parse(text);
  } catch {
    return undefined;
  }
  if (!isMap(file)) return undefined;
  const name = file['run-name'];
  return { runName: typeof name === 'string' ? name : '', inputs: inputsOf(file['on'] ?? file['true']) };
}

/** `on` may be a word, a list, or a map. */
function inputsOf(on: unknown): ReadonlyMap<string, DeclaredInput> | undefined {
  if (on === TRIGGER || (Array.isArray(on) && on.includes(TRIGGER))) return new Map();
  if (!isMap(on) || !Object.hasOwn(on, TRIGGER)) return undefined;
  const trigger = on[TRIGGER];
  const inputs = isMap(trigger) && isMap(trigger['inputs']) ? trigger['inputs'] : {};
  return new Map(Object.entries(inputs).map(([name, given]) => [name, declared(given)]));
}

function declared(given: unknown): DeclaredInput {
  const input = isMap(given) ? given : {};
  const { required, default: preset, type, options } = input;
  return {
    required: required === true,
    hasDefault: preset !== undefined && preset !== null,
    type: typeof type === 'string' ? type : 'string',
    options: Array.isArray(options) ? options.map(String) : [],
  };
}

const TRIGGER = 'workflow_dispatch';

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
