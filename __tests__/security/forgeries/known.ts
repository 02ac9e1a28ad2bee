import type { Fact } from '../../../src/domain/journal/facts';
import { added } from './additions';
import type { Donor } from './grafts';
import { grafted, SECRETS } from './grafts';
import type { Book } from './book';
import type { Forgery } from './play';

/** Forgeries that once did harm: played each time, and in each run. */
export interface Known {
  readonly scene: string;
  readonly forgery: Forgery;
}

const [NOWHERE, ADMIN, FOREIGN] = SECRETS;

export function knownForgeries(donors: readonly Donor[]): readonly Known[] {
  const donor = (name: string): Donor => {
    const found = donors.find((one) => one.name === name);
    if (!found) throw new Error(`no honest journal is called ${name}`);
    return found;
  };
  const upTo = (name: string, is: (fact: Fact) => boolean): [Donor, number] => {
    const from = donor(name);
    return [from, from.facts.findIndex(is) + 1];
  };
  const result = (row: string) => (fact: Fact) => fact.type === 'result' && fact.row === row;
  const discarded = upTo('discarding', (fact) => fact.type === 'turn');
  const begun = upTo('grace', result('forward/preflight'));
  const ended = (scene: string): Known => ({
    scene,
    forgery: named(
      'the key in use is one to discard',
      grafted(...discarded, { secret: NOWHERE, base: '0', oldId: 'absent', newId: inUse(scene) }),
    ),
  });
  return [
    ...['rotated', 'rotated, last use not shown', 'rotated, no disable', 'adopted by key_id'].map(ended),
    { scene: 'rotated', forgery: named('the secret is the admin key', grafted(...begun, { secret: ADMIN })) },
    {
      scene: 'rotated',
      forgery: named('the secret is one of others', grafted(...begun, { secret: FOREIGN })),
    },
    { scene: 'grace', forgery: named('the death is proved', { name: '', of: falseProof }) },
    { scene: 'rotated', forgery: named('the dead value is to come back', { name: '', of: restoreDead }) },
    {
      scene: 'rotated',
      forgery: named('other scopes', grafted(...begun, { snapshot: { scopes: ['admin.everything', '*'] } })),
    },
    { scene: 'gated', forgery: named('it was begun already', grafted(...begun, {})) },
  ];
}

/** The index of the key that is served at the vendor. */
const inUse = (scene: string): number => (scene.startsWith('adopted') ? 0 : 4);
const named = (name: string, { of }: Forgery): Forgery => ({ name, of });

function falseProof(book: Book, { clock, vendor }: Parameters<Forgery['of']>[1]): Book {
  const id = vendor.keys.all[0]?.id ?? '';
  const done = (row: string, data: object) => ({ type: 'result', row, how: 'did', data });
  return added(
    book,
    [
      done('forward/drain', { silent: 'observed', until: '1970-01-01T00:00:00.000Z' }),
      { type: 'condemn', credential: id, why: 'forged' },
      done('forward/condemn', { id }),
      done('forward/disable', { checked: 3 }),
      done('forward/revoke', { id }),
      done('forward/prove', { refused: 3, control: 3, grade: 'refused' }),
    ],
    clock.now(),
  );
}

/** base: the version whose value died when the key was rotated before. */
function restoreDead(book: Book, { clock, vendor }: Parameters<Forgery['of']>[1]): Book {
  const claim = book.facts.filter((fact) => fact.type === 'claim').find(({ snapshot }) => snapshot);
  const [, , , , now] = vendor.keys.all.map(({ id }) => id);
  const done = (row: string, data: object, how = 'did') => ({ type: 'result', row, how, data });
  return added(
    book,
    [
      {
        ...claim,
        kind: 'rotate',
        id: 'forged.claim',
        rotation: 'forged1',
        by: 'forger',
        at: new Date(clock.now()).toISOString(),
      },
      done('forward/preflight', { baseline: '' }),
      done('forward/claim', { base: '1', old: 'present', oldId: 'key_of_nobody' }),
      done('forward/create', { id: now, label: '', staged: '2' }),
      done('forward/verify', { accepted: 3 }),
      done('forward/promote', { version: '2', previous: '1', id: now }),
      { type: 'turn', to: 'back', why: 'forged' },
      done('back/verify', { accepted: 3 }),
      { type: 'release' },
    ],
    clock.now(),
    'forged1',
  );
}
