import { sentenceList } from '../../../domain/tools/text';

const DEEPEST = 4;
const MOST = 12;

/**
 * Where an answer holds texts and numbers, as JSON Pointers that can be pasted into a description: `it has /data/id and /data/key`. Names
 * only, never a value; and a name that may be a value itself, because it holds more than letters, is only counted.
 */
export function membersOf(body: unknown): string {
  const found: string[] = [];
  let others = 0;
  const walk = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value === 'string' || typeof value === 'number') found.push(pointer);
    if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
    for (const [name, member] of Object.entries(value)) {
      if (isPlain(name)) walk(member, `${pointer}/${name}`, depth + 1);
      else others += 1;
    }
  };
  walk(body, '', 0);
  const named = found.filter((pointer) => pointer !== '');
  const shown = named.slice(0, MOST);
  const left = others + named.length - shown.length;
  if (left > 0) shown.push(left === 1 ? '1 other member' : `${left} other members`);
  return shown.length === 0 ? 'it has no members with a text' : `it has ${sentenceList(shown)}`;
}

/** A word as APIs name their members, or the place in a list. */
const isPlain = (name: string): boolean => /^[A-Za-z][A-Za-z_-]{0,31}$|^\d{1,2}$/.test(name);
