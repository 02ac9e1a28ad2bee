import type { Fact } from '../../../src/domain/journal/facts';
import type { KeyState } from '../../../src/domain/journal/keyState';
import { withFacts, type Book } from './book';
import type { Forgery } from './play';
import { MISSING, placesIn, replaced, replacements, valueAt, type Pool } from './values';

const shown = (value: unknown): string => (value === MISSING ? 'missing' : JSON.stringify(value));

/** Each field of each fact, and of the row, with everything that may stand there instead. */
export function fieldForgeries(book: Book, pool: Pool): readonly Forgery[] {
  const inFacts = book.facts.flatMap((fact, at) =>
    placesIn(fact).flatMap((path) =>
      replacements(path, valueAt(fact, path), pool).map((by) => ({
        name: `${labelOf(fact, at)}: ${path.join('.')} is ${shown(by)}`,
        of: (now: Book) => changed(now, fact.id, (one) => replaced(one, path, by) as Fact),
      })),
    ),
  );
  const inRow = placesIn(book.row)
    .filter(([name]) => name !== 'identity')
    .flatMap((path) =>
      replacements(path, valueAt(book.row, path), pool).map((by) => ({
        name: `row: ${path.join('.')} is ${shown(by)}`,
        of: (now: Book): Book => ({ ...now, row: replaced(now.row, path, by) as KeyState }),
      })),
    );
  return [...inFacts, ...inRow];
}

/** Each fact left out, and everything after each fact, as when a branch is set back. */
export function droppedForgeries({ facts }: Book): readonly Forgery[] {
  return facts.flatMap((fact, at) => [
    {
      name: `without ${labelOf(fact, at)}`,
      of: (now: Book) =>
        withFacts(
          now,
          now.facts.filter(({ id }) => id !== fact.id),
        ),
    },
    {
      name: `cut before ${labelOf(fact, at)}`,
      of: (now: Book) => {
        const end = now.facts.findIndex(({ id }) => id === fact.id);
        return end < 0 ? now : withFacts(now, now.facts.slice(0, end));
      },
    },
  ]);
}

const labelOf = (fact: Fact, at: number): string =>
  `${at} ${fact.type}${'row' in fact ? ` ${fact.row}` : ''}`;

function changed(book: Book, id: string, change: (fact: Fact) => Fact): Book {
  return withFacts(
    book,
    book.facts.map((fact) => (fact.id === id ? change(fact) : fact)),
  );
}
