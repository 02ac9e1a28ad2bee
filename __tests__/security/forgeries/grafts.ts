import type { Fact } from '../../../src/domain/journal/facts';
import { DAY, instant } from '../../../src/domain/tools/time';
import type { Company } from '../../support/company';
import { readBook, type Book } from './book';
import { added } from './additions';
import type { Forgery } from './play';
import { OTHER, PAYROLL, SCENES } from './scenes';

/** The facts of a rotation that was honest once, as somebody may write them down for a key that rests. */
export interface Donor {
  readonly name: string;
  readonly facts: readonly Fact[];
}

const DONORS = [
  'grace',
  'rotated',
  'removing',
  'went back',
  'discarding',
  'rehearsed',
  'switched, not rolled',
];

export async function donors(): Promise<readonly Donor[]> {
  const found: Donor[] = [];
  for (const name of DONORS) {
    const scene = SCENES.find((one) => one.name === name);
    if (!scene) continue;
    const { facts } = readBook(await scene.build());
    const last = facts.at(-1)?.rotation;
    found.push({ name, facts: facts.filter(({ rotation }) => rotation === last) });
  }
  return found;
}

/** What the grafted facts are about. Undefined: as the donor has it. */
export interface About {
  readonly oldId?: number | 'absent';
  readonly newId?: number;
  readonly base?: string;
  readonly secret?: {
    readonly path: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly idField: string;
  };
  readonly snapshot?: Readonly<Record<string, unknown>>;
  readonly age?: number;
}

const NOWHERE = { path: 'prod/gateway-none', fields: { value: 'api_key' }, idField: 'api_key_id' };
const ADMIN = { path: 'admin/gateway', fields: { value: 'token' }, idField: 'token' };
const FOREIGN = { path: PAYROLL.path, fields: { value: PAYROLL.field }, idField: PAYROLL.field };
const SECOND = { path: OTHER.path, fields: { value: 'api_key' }, idField: 'api_key_id' };
const FIELD = { path: 'prod/gateway-1', fields: { value: 'other' }, idField: 'other' };

export const SECRETS = [NOWHERE, ADMIN, FOREIGN, SECOND, FIELD] as const;
const SNAPSHOTS = [
  { scopes: ['admin.everything', '*'] },
  { usedBy: [], grace: 0, watch: 0 },
  { name: OTHER.name },
  { keyId: 'key_of_nobody' },
] as const;
const BASES = ['0', '1', '2', '3'];
/** Of the vendor's keys, oldest first: the first and second entry's, another team's, one made by hand, then what Rekey made. */
const KEYS = [0, 1, 2, 3, 4] as const;

/** So many choices that they are numbered: donor, where it ends, ids, base, secret, snapshot, age. */
export function graft(all: readonly Donor[], chance: () => number): Forgery {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  const sometimes = <T>(from: readonly T[]): T | undefined => (chance() < 0.55 ? pick(from) : undefined);
  const donor = pick(all);
  const end = 1 + Math.floor(chance() * donor.facts.length);
  const oldId = sometimes([...KEYS, 'absent' as const, 'absent' as const]);
  const newId = sometimes(KEYS);
  const base = sometimes(BASES);
  const secret = sometimes(SECRETS);
  const snapshot = sometimes(SNAPSHOTS);
  const age = sometimes([DAY, 30 * 60_000]);
  return grafted(donor, end, {
    ...(oldId !== undefined && { oldId }),
    ...(newId !== undefined && { newId }),
    ...(base !== undefined && { base }),
    ...(secret !== undefined && { secret }),
    ...(snapshot !== undefined && { snapshot }),
    ...(age !== undefined && { age }),
  });
}

export function grafted(donor: Donor, end: number, about: About): Forgery {
  return {
    name: `graft of ${donor.name}, ${end} facts, ${JSON.stringify(about)}`,
    of: (book, company) => {
      const facts = donor.facts.slice(0, end).map((fact) => told(fact, about, company, book));
      const isReleased = facts.at(-1)?.['type'] === 'release';
      const all = isReleased ? facts : [...facts, { type: 'release' }];
      const at = company.clock.now() - (about.age ?? 0);
      return added(
        book,
        all.map((fact) => ({ ...fact, at: instant(at) })),
        at,
        'forged1',
      );
    },
  };
}

function told(fact: Fact, about: About, { vendor }: Company, book: Book): Record<string, unknown> {
  const idOf = (at: number): string => vendor.keys.all[at]?.id ?? 'key_of_nobody';
  const { id: _id, by: _by, rotation: _rotation, ...rest } = fact as unknown as Record<string, unknown>;
  const next = { ...rest };
  if (fact.type === 'claim' && fact.snapshot)
    next['snapshot'] = {
      ...fact.snapshot,
      ...about.snapshot,
      ...(about.secret !== undefined && { secret: about.secret }),
    };
  if (fact.type !== 'result' && fact.type !== 'intent') return next;
  const data: Record<string, unknown> = { ...fact.data };
  if (fact.row === 'forward/claim' && fact.type === 'result') {
    if (about.base !== undefined) data['base'] = about.base;
    data['oldId'] =
      typeof about.oldId === 'number' ? idOf(about.oldId) : (book.row.currentId ?? data['oldId']);
    if (about.oldId === 'absent') {
      data['old'] = 'absent';
      delete data['oldId'];
    }
  }
  const names = ['forward/create', 'discard/condemn', 'back/condemn', 'discard/revoke', 'back/revoke'];
  if (about.newId !== undefined && names.includes(fact.row) && 'id' in data) data['id'] = idOf(about.newId);
  next['data'] = data;
  return next;
}
