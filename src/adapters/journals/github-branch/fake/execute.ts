import type { Field, Selection } from './query';

export type Resolver = (args: Readonly<Record<string, unknown>>) => unknown;

/** An object of the schema: its type, and for each field a value or a function of the arguments. */
export interface Resolved {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

export interface GraphqlError {
  readonly type?: string;
  readonly message: string;
  readonly path?: readonly string[];
}

/** What GitHub says in `errors`. */
export class QueryFailure extends Error {
  readonly type: string | undefined;
  constructor(message: string, type?: string) {
    super(message);
    this.type = type;
  }
}

/** Interfaces that a fragment may name instead of the type itself. */
const INTERFACES: Readonly<Record<string, readonly string[]>> = {
  GitObject: ['Blob', 'Tree', 'Commit'],
  Node: ['Blob', 'Tree', 'Commit', 'Ref', 'Repository'],
};

/** A root field that fails is null and has an error; fields that the schema lacks fail the whole query. */
export function execute(
  root: Resolved,
  selections: readonly Selection[],
): { readonly data: Record<string, unknown>; readonly errors: readonly GraphqlError[] } {
  const data: Record<string, unknown> = {};
  const errors: GraphqlError[] = [];
  for (const field of fieldsOf(root, selections)) {
    try {
      data[field.as] = valueOf(root, field);
    } catch (error) {
      if (!(error instanceof QueryFailure)) throw error;
      data[field.as] = null;
      const type = error.type === undefined ? {} : { type: error.type };
      errors.push({ ...type, message: error.message, path: [field.as] });
    }
  }
  return { data, errors };
}

function fieldsOf(object: Resolved, selections: readonly Selection[]): readonly Field[] {
  if (selections.every(isField)) return selections;
  return selections.flatMap((selection) => {
    if (!('on' in selection)) return [selection];
    const fits =
      selection.on === object.__typename || INTERFACES[selection.on]?.includes(object.__typename) === true;
    return fits ? fieldsOf(object, selection.selections) : [];
  });
}

const isField = (selection: Selection): selection is Field => !('on' in selection);

function valueOf(object: Resolved, field: Field): unknown {
  if (!(field.name in object))
    throw new QueryFailure(`Field '${field.name}' doesn't exist on type '${object.__typename}'`);
  const found = object[field.name];
  const value: unknown = typeof found === 'function' ? (found as Resolver)(field.args) : found;
  return select(value, field);
}

function select(value: unknown, field: Field): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((item: unknown) => select(item, field));
  if (typeof value !== 'object') return value;
  if (field.selections.length === 0)
    throw new QueryFailure(`Field must have selections (field '${field.name}')`);
  const object = value as Resolved;
  const selected: Record<string, unknown> = {};
  for (const inner of fieldsOf(object, field.selections)) selected[inner.as] = valueOf(object, inner);
  return selected;
}
