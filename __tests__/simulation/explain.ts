import { play, type Look, type Options, type Played } from './play';
import { shrink } from './shrink';
import { settingText, tell } from './story';

export interface Told {
  readonly story: string;
  readonly played: Played;
}

/** A run line by line, and at its end the promise that it broke, or the number that any other run like it has too. */
export async function told(seed: number, options: Options, look: Look = () => {}): Promise<Told> {
  const lines: string[] = [];
  const played = await play(seed, options, (world) => {
    lines.push(...settingText(world), '');
    tell(world, (line) => lines.push(line));
    look(world);
  });
  for (const { invariant, why } of played.violations) lines.push('', `BROKEN: ${invariant}: ${why}`);
  if (played.violations.length === 0) lines.push('', `no promise was broken; ${played.hash}`);
  return { story: lines.join('\n'), played };
}

/** The story of a seed in which a promise was broken, as short as it gets, and the command that plays it again. */
export async function explain(seed: number, options: Options, look: Look = () => {}): Promise<string> {
  const shrunk = await shrink(seed, options, look);
  if (!shrunk) return `seed ${seed} broke a promise once and does not any more: it is not deterministic`;
  const { keys, runners, only } = shrunk.options;
  const words = [
    `--seed ${seed}`,
    ...(options.stores === true ? ['--stores'] : []),
    ...(keys === undefined ? [] : [`--keys ${keys}`]),
    ...(runners === undefined ? [] : [`--runners ${runners}`]),
    `--only '${[...only].join(',')}'`,
  ];
  const { story } = await told(seed, shrunk.options, look);
  return `${story}\n\nTo see it again: npm run simulate -- ${words.join(' ')}`;
}
