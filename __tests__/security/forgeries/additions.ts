import type { Fact } from '../../../src/domain/journal/facts';
import { instant, MINUTE, type Millis } from '../../../src/domain/tools/time';
import type { Company } from '../../support/company';
import { readBook, withFacts, type Book } from './book';
import type { Forgery } from './play';
import { hash, ROWS, type Pool } from './values';

type Loose = Readonly<Record<string, unknown>>;

/** Facts that nobody noted, behind those of the open rotation, or of the last one. */
export function added(book: Book, facts: readonly Loose[], now: Millis, rotation?: string): Book {
  const of = rotation ?? book.row.open?.rotation ?? book.row.last?.rotation ?? 'forged1';
  const offset = book.facts.length;
  const forged = facts.map((fact, at) => ({
    v: 1,
    id: `forged.${offset + at}`,
    at: instant(now),
    by: 'forger',
    rotation: of,
    ...fact,
  })) as unknown as readonly Fact[];
  return withFacts(book, [...book.facts, ...forged]);
}

/** One fact behind the others: a result of each row for each id and version, and everything that turns or ends a rotation. */
export function addedForgeries(pool: Pool): readonly Forgery[] {
  const results = ROWS.flatMap((row) =>
    ['did', 'observed', 'found']
      .slice(0, 1 + (hash(row) % 2))
      .flatMap((how) => dataOf(row, pool).map((data): Loose => ({ type: 'result', row, how, data }))),
  );
  const others: readonly Loose[] = [
    ...['back', 'discard', 'abandon'].map((to) => ({ type: 'turn', to, why: 'forged' })),
    ...['done', 'undone', 'removed', 'abandoned', 'adopted', 'unproven', 'rehearsed'].map((outcome) => ({
      type: 'closed',
      outcome,
    })),
    ...pool.ids.map((credential) => ({ type: 'condemn', credential, why: 'forged' })),
    ...ROWS.map((row) => ({ type: 'intent', row, data: { id: pool.ids[0], base: '1', staged: '2' } })),
    { type: 'release' },
    { type: 'hold', actor: 'mallory', reason: 'forged' },
    { type: 'unhold', actor: 'mallory', reason: 'forged' },
    { type: 'blocked', code: 'RK5012', why: 'forged' },
    { type: 'warning', message: 'forged' },
  ];
  return [...results, ...others].map((fact) => ({
    name: `added ${JSON.stringify(fact)}`,
    of: (book, { clock }) => added(book, [fact], clock.now()),
  }));
}

/** As a step would leave it, about each id. */
function dataOf(row: string, { ids, now }: Pool): readonly Loose[] {
  const step = /\/([a-z]+)/.exec(row)?.[1];
  switch (step) {
    case 'claim':
      return ids
        .flatMap((oldId) => ['0', '1'].map((base) => ({ base, old: 'present', oldId })))
        .concat(['0', '1', '2'].map((base) => ({ base, old: 'absent', oldId: '' })));
    case 'adopt':
      return ids.map((id) => ({ id, how: 'forged' }));
    case 'create':
      return ids.flatMap((id) => ['1', '2'].map((staged) => ({ id, label: '', staged })));
    case 'promote':
      return ids.flatMap((id) => ['1', '2', '3'].map((version) => ({ id, version, previous: '1' })));
    case 'drain':
      return [{ silent: 'observed', until: instant(now - MINUTE) }];
    case 'prove':
      return [{ refused: 3, control: 3, grade: 'refused' }];
    case 'condemn':
    case 'revoke':
      return ids.map((id) => ({ id }));
    case 'close':
      return ['done', 'removed'].map((outcome) => ({ outcome }));
    default:
      return [
        { baseline: '', accepted: 3, passes: 9, checked: 9, version: '1', destroyed: [], sentence: '' },
      ];
  }
}

/** What honest runs would write until the end, told before it happened: up to each fact. */
export async function futureForgeries(build: () => Promise<Company>): Promise<readonly Forgery[]> {
  const company = await build();
  const before = readBook(company).facts.length;
  for (const pause of [0, 20 * MINUTE, 20 * MINUTE]) {
    await company.clock.advance(pause);
    await company.run(['rotate']);
  }
  const future = readBook(company).facts.slice(before);
  return future.map((_fact, at) => ({
    name: `told before it happened, ${at + 1} facts`,
    of: (book, { clock }) => {
      const early = future.slice(0, at + 1).map((fact) => ({ ...fact, at: instant(clock.now()) }));
      return withFacts(book, [...book.facts, ...early]);
    },
  }));
}
