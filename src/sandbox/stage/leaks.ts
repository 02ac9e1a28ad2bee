import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from '../cloud/cloud';
import { journalTexts } from './journal';

/**
 * Places where a key's value was found that must never hold one: logs before masking, outputs, journal, tickets, files.
 * @param more values of another kind, such as tokens
 */
export function leaks(
  cloud: Cloud,
  { results }: { readonly results: readonly { readonly raw: readonly string[] }[] },
  out: string,
  more: readonly string[] = [],
): readonly string[] {
  const values = [...cloud.secretValues, ...more];
  const holds = (text: string): boolean => values.some((value) => text.includes(value));
  const found: string[] = [];
  const look = (place: string, texts: readonly string[]): void => {
    if (texts.some(holds)) found.push(place);
  };
  look(
    'what the action printed or left for the runner',
    results.flatMap(({ raw }) => raw),
  );
  look('the journal', journalTexts(cloud));
  const { issues } = cloud.github.home;
  look(
    'a ticket',
    issues.all.flatMap(({ title, body, comments }) => [title, body, ...comments.map((one) => one.body)]),
  );
  for (const path of filesBelow(out)) look(path, [readFileSync(path, 'utf8')]);
  return found;
}

/** Level by level: `recursive` and `parentPath` of Node are younger than the oldest Node that we run on. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
