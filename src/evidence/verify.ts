import { RekeyError } from '../domain/errors';
import { EVIDENCE_VERSION, type Evidence } from '../domain/evidence';
import { defuse } from '../domain/tools/text';
import { evidenceFile } from './file';

export type Comparison =
  | { readonly same: true; readonly digest: string }
  | {
      readonly same: false;
      /** RFC 6901, such as `/gates/2/verdict`. */
      readonly path: string;
      /** JSON of both sides, cut and defused; `nothing` where a side has no such member. */
      readonly given: string;
      readonly recomputed: string;
    };

/**
 * A file of evidence against what the journal says: equal, or the first difference in the order of the file.
 * White space does not count. Throws RK7009 when the file is not JSON, RK7004 when another version of evidence was written.
 */
export function compare(given: string, recomputed: Evidence): Comparison {
  const file = evidenceFile(recomputed);
  const parsed = parse(given);
  refuseOther(parsed);
  const difference = firstDifference(parsed, JSON.parse(file.content), []);
  return difference ?? { same: true, digest: file.digest };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RekeyError('RK7009', 'The file of evidence is not JSON.');
  }
}

function refuseOther(parsed: unknown): void {
  const version = isObject(parsed) ? parsed['v'] : undefined;
  const isOther = typeof version === 'number' && version >= 1 && version !== EVIDENCE_VERSION;
  if (!isOther) return;
  const message = `The evidence has version ${version}, and this release makes version ${EVIDENCE_VERSION}: they cannot be compared.`;
  throw new RekeyError('RK7004', message, {
    next: 'Verify it with a release that makes that version; the evidence names those that worked on the rotation.',
  });
}

function firstDifference(
  given: unknown,
  recomputed: unknown,
  path: readonly string[],
): Comparison | undefined {
  if (!isTree(given) || !isTree(recomputed) || Array.isArray(given) !== Array.isArray(recomputed)) {
    return given === recomputed ? undefined : differ(given, recomputed, path);
  }
  for (const name of names(given, recomputed)) {
    const found = firstDifference(member(given, name), member(recomputed, name), [...path, name]);
    if (found) return found;
  }
  return undefined;
}

function names(one: object, other: object): readonly string[] {
  const all = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Array.isArray(one) ? all : all.sort();
}

/** Own members only: a file may name one `__proto__`. */
const member = (tree: object, name: string): unknown =>
  Object.entries(tree).find(([own]) => own === name)?.[1];

function differ(given: unknown, recomputed: unknown, path: readonly string[]): Comparison {
  return { same: false, path: pointer(path), given: shown(given), recomputed: shown(recomputed) };
}

const pointer = (path: readonly string[]): string =>
  path.map((name) => `/${defuse(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const shown = (value: unknown): string => (value === undefined ? 'nothing' : defuse(JSON.stringify(value)));

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isTree(value) && !Array.isArray(value);
