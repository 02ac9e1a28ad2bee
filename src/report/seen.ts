import { isStep, type StepName } from '../domain/steps';
import type { JsonObject, Json } from '../domain/tools/json';
import type { Results } from '../domain/journal/rotation';
import { inOrder } from '../domain/tools/text';
import { moment } from './moment';
import { foreign, join, own, say, type Phrase } from './phrase';

const LONG = 240;

type Told = (data: JsonObject) => readonly (Phrase | undefined)[];

interface Teller {
  /** What the sentence is made of; whatever else a fact holds is told by its name. */
  readonly uses: readonly string[];
  readonly tell: Told;
}

const uses = <S extends keyof Results>(_step: S, names: readonly (keyof Results[S] & string)[]) => names;

const TELLERS: Readonly<Record<StepName, Teller>> = {
  preflight: {
    uses: uses('preflight', ['baseline']),
    tell: ({ baseline }) => [
      baseline === 'not needed' ? own('no health was asked for') : say`before it began: ${long(baseline)}`,
    ],
  },
  claim: {
    uses: uses('claim', [
      'base',
      'unannotated',
      'old',
      'oldId',
      'oldHow',
      'currentBefore',
      'ticket',
      'ticketUrl',
    ]),
    tell: (data) => [
      inUse(data['old'], data['oldId'], data['oldHow']),
      say`the store was at version ${short(data['base'])}`,
      given(data['unannotated'], (was) => say`its id was written beside the value of version ${was}`),
      data['currentBefore'] === data['oldId']
        ? undefined
        : given(data['currentBefore'], (was) => say`the journal had ${was} as the key in use`),
      given(data['ticket'], (number) => say`ticket ${number}`),
    ],
  },
  adopt: {
    uses: uses('adopt', ['id', 'how']),
    tell: ({ id, how }) => [inUse('present', id, how)],
  },
  create: {
    uses: uses('create', ['id', 'label', 'staged', 'expires']),
    tell: ({ id, label, staged, expires }) => [
      say`${short(id)} was made with the label ${short(label)}`,
      staged === '' ? own('it could not be staged') : say`staged as version ${short(staged)}`,
      given(expires, (at) => say`the vendor ends it at ${at}`),
    ],
  },
  verify: {
    uses: uses('verify', ['accepted', 'old']),
    tell: ({ accepted, old }) => [
      say`accepted ${count(accepted)}`,
      old === undefined ? undefined : own('the key in use was accepted as well'),
    ],
  },
  promote: {
    uses: uses('promote', ['version', 'previous', 'id']),
    tell: ({ version, previous, id }) => [
      say`version ${short(version)} was made current${given(id, (key) => say`, with ${key}`) ?? own('')}`,
      given(previous, (was) =>
        was === '0' ? own('nothing was there before') : say`version ${was} was current before`,
      ),
    ],
  },
  fence: {
    uses: uses('fence', ['version']),
    tell: ({ version }) => [
      say`version ${short(version)}: no switch prepared before it can succeed any more`,
    ],
  },
  deploy: {
    uses: uses('deploy', ['rollout', 'url', 'refused']),
    tell: ({ rollout, url, refused }) => [
      refused === true
        ? own('its rollout was refused, as the one before was, so it was left as it is')
        : rollout === undefined
          ? own('nothing to roll')
          : say`rollout ${short(rollout)}`,
      given(url, (where) => say`${where}`),
    ],
  },
  check: {
    uses: uses('check', ['passes', 'sentence', 'keyId']),
    tell: ({ passes, sentence, keyId }) => [
      sentence === '' ? own('there is no check') : say`${long(sentence)}`,
      passes === 0 ? undefined : say`passed ${count(passes)} in a row`,
      given(keyId, (id) => say`it says that it uses ${id}`),
    ],
  },
  drain: { uses: uses('drain', ['silent', 'lastUsed', 'until']), tell: drained },
  condemn: {
    uses: uses('condemn', ['id', 'accepted']),
    tell: ({ id, accepted }) => [
      id === '' ? own('its id is not known') : say`${short(id)} never becomes current again`,
      accepted === true ? own('it was accepted right before') : undefined,
    ],
  },
  disable: {
    uses: uses('disable', ['checked']),
    tell: ({ checked }) => [say`switched off and watched, with ${count(checked, 'workload')} looked at`],
  },
  revoke: { uses: uses('revoke', ['id']), tell: ({ id }) => [say`deleted at the vendor: ${short(id)}`] },
  sweep: {
    uses: uses('sweep', ['id']),
    tell: ({ id }) => [
      id === undefined
        ? own('nothing was left behind')
        : say`deleted at the vendor, because its value was lost: ${short(id)}`,
    ],
  },
  prove: { uses: uses('prove', ['refused', 'control', 'grade']), tell: proved },
  free: {
    uses: uses('free', ['destroyed']),
    tell: ({ destroyed }) => {
      const versions = Array.isArray(destroyed) ? destroyed.map(short) : [];
      return [
        versions.length === 0
          ? own('no old version was destroyed')
          : say`destroyed: version ${versions.join(', ')}`,
      ];
    },
  },
  close: { uses: uses('close', ['outcome']), tell: ({ outcome }) => [say`ended as ${short(outcome)}`] },
};

/** What a row has left, as a sentence. */
export function seen(step: StepName, data: JsonObject): Phrase {
  // A journal may name a step that there is not.
  const teller = isStep(step) ? TELLERS[step] : undefined;
  // A gate that failed, or an intent without an end, holds something else.
  if (!teller?.uses.some((name) => data[name] !== undefined)) return named(data);
  const told = teller.tell(data).filter((part) => part !== undefined);
  const rest = named(data, teller.uses);
  return join(rest.length === 0 ? told : [...told, rest], '; ');
}

/** Names and values, in the order of the names: for what claims nothing. */
export function named(data: JsonObject, without: readonly string[] = []): Phrase {
  const left = Object.entries(data).filter(([name]) => !without.includes(name));
  const pairs = left
    .sort(([one], [other]) => inOrder(one, other))
    .map(([name, value]) => `${name} ${short(value)}`);
  return pairs.length === 0 ? [] : foreign(pairs.join(', '), LONG);
}

function inUse(old?: Json, oldId?: Json, oldHow?: Json): Phrase {
  if (old === 'absent') return own('there was no key yet');
  if (oldId === undefined) return own('the id of the key in use is not known');
  return say`the key in use is ${short(oldId)} (${short(oldHow)})`;
}

function drained({ silent, lastUsed, until }: JsonObject): ReturnType<Told> {
  const grace = typeof until === 'string' ? say`the grace period ended at ${own(moment(until))}` : undefined;
  if (silent !== 'observed') return [grace, own('whether the key is still used could not be seen')];
  return [
    grace,
    typeof lastUsed === 'string'
      ? say`the key is silent, and was last used at ${own(moment(lastUsed))}`
      : own('the key is silent'),
  ];
}

function proved({ refused, control, grade }: JsonObject): ReturnType<Told> {
  if (grade === 'gone from list')
    return [own("it is gone from the vendor's complete list; that its value is refused was not seen")];
  const between = control === 0 ? own('') : say`, the key in use accepted ${count(control)} in between`;
  return [
    say`refused ${count(refused)}${between}`,
    grade === 'refused' ? undefined : own('that proves no death'),
  ];
}

const short = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? 'unknown' : JSON.stringify(value);
const long = (value: Json | undefined): Phrase => foreign(short(value), LONG);

/** `3 times`, `once`; `2 workloads` */
function count(value: Json | undefined, what = 'time'): Phrase {
  if (typeof value !== 'number') return foreign(short(value));
  if (what === 'time' && value === 1) return own('once');
  return own(`${value} ${what}${value === 1 ? '' : 's'}`);
}

const given = (value: Json | undefined, tell: (text: string) => Phrase): Phrase | undefined =>
  value === undefined ? undefined : tell(short(value));
