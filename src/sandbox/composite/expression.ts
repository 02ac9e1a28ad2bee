import { parse, type Node } from './expressionParser';

/** What an expression may see: `inputs`, `github`, `steps`, `job`. A context that is not here is an error, not empty. */
export type Contexts = Readonly<Record<string, unknown>>;

export interface StepStatus {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

/**
 * The part of GitHub's expression language that action.yml uses. Anything else is refused, so that a step never runs
 * here in a way it would not run on a runner. Missing properties are empty, as on GitHub.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
export function evaluate(source: string, contexts: Contexts, status: StepStatus): unknown {
  return value(parse(source));

  function value(node: Node): unknown {
    switch (node.type) {
      case 'literal':
        return node.value;
      case 'name':
        if (!Object.hasOwn(contexts, node.name))
          throw new Error(`unknown context ${node.name} in: ${source}`);
        return contexts[node.name];
      case 'property':
        return property(value(node.of), value(node.key));
      case 'not':
        return !truthy(value(node.of));
      case 'and': {
        const left = value(node.left);
        return truthy(left) ? value(node.right) : left;
      }
      case 'or': {
        const left = value(node.left);
        return truthy(left) ? left : value(node.right);
      }
      case 'equal':
        return same(value(node.left), value(node.right)) === node.wanted;
      case 'call':
        return call(node.name, node.arguments.map(value));
    }
  }

  function call(name: string, values: readonly unknown[]): unknown {
    switch (name.toLowerCase()) {
      case 'always':
        return true;
      case 'success':
        return !status.failed && !status.cancelled;
      case 'failure':
        return status.failed;
      case 'cancelled':
        return status.cancelled;
      case 'tojson':
        return JSON.stringify(values[0] ?? null, null, 2);
      default:
        throw new Error(`unknown function ${name} in: ${source}`);
    }
  }
}

/** `if:` of a step. Without a status function GitHub adds `success() &&`. */
export function condition(source: string | undefined, contexts: Contexts, status: StepStatus): boolean {
  if (source === undefined) return !status.failed && !status.cancelled;
  const bare = /^\$\{\{([\s\S]*)\}\}$/.exec(source.trim())?.[1] ?? source;
  const asks = /\b(always|success|failure|cancelled)\s*\(/i.test(bare);
  return truthy(evaluate(asks ? bare : `success() && (${bare})`, contexts, status));
}

/** A text in which every `${{ … }}` is replaced by its value. */
export function interpolate(text: string, contexts: Contexts, status: StepStatus): string {
  return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_all, source: string) =>
    display(evaluate(source, contexts, status)),
  );
}

function display(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'Object';
}

const truthy = (value: unknown): boolean => value !== '' && value !== 0 && Boolean(value);

/** GitHub compares texts without regard to case. */
function same(one: unknown, other: unknown): boolean {
  return display(one).toLowerCase() === display(other).toLowerCase();
}

function property(of: unknown, key: unknown): unknown {
  if (typeof of !== 'object' || of === null) return undefined;
  return Object.entries(of).find(([name]) => same(name, key))?.[1];
}
