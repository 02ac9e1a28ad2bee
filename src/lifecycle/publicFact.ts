import { RekeyError } from '../domain/errors';
import type { Fact } from '../domain/journal/facts';
import type { Values } from '../domain/ports';
import { isIdLike } from '../domain/tools/publicId';

type Content = Omit<Fact, 'v' | 'id' | 'at' | 'rotation' | 'by'>;

/** Sentences and links for people: nothing is decided by them, so a value in one of them is masked. */
const PROSE: ReadonlySet<string> = new Set([
  'message', 'why', 'next', 'reason', 'then', 'person', 'sentence', 'baseline', 'actor', 'run', 'url', 'ticketUrl',
]); // prettier-ignore
/** Names of the reviewed config, and what is made of them: they are public already, and later runs compare them. */
const FROM_CONFIG: ReadonlySet<string> = new Set(['snapshot', 'config', 'owner', 'row', 'label']);
/** Ids of keys. A later run sends them to the vendor, in an address. */
const IDS: ReadonlySet<string> = new Set(['id', 'oldId', 'currentBefore', 'credential', 'annotates']);

/**
 * The one check of what becomes public: a fact without values. A value in a sentence is masked; anywhere else the fact is refused,
 * for a later run would act on it. RK8007.
 */
export function publicFact<F extends Content>(fact: F, values: Values): F {
  return clean(fact, '', values) as F;
}

function clean(value: unknown, name: string, values: Values): unknown {
  if (typeof value === 'string') return text(value, name, values);
  if (typeof value !== 'object' || value === null || FROM_CONFIG.has(name)) return value;
  if (Array.isArray(value)) return value.map((item) => clean(item, name, values));
  return Object.fromEntries(
    Object.entries(value).map(([inner, one]) => [inner, clean(one, inner, values)] as const),
  );
}

function text(found: string, name: string, values: Values): string {
  if (FROM_CONFIG.has(name)) return found;
  const masked = values.redact(found);
  if (PROSE.has(name)) return masked;
  const isId = IDS.has(name);
  if (masked !== found) throw secretIn(name, isId);
  if (isId && found !== '' && !isIdLike(found))
    throw new RekeyError(
      'RK8007',
      `What the journal would call ${name} is no id of a key. It was not written.`,
    );
  return found;
}

const secretIn = (name: string, isId: boolean): RekeyError =>
  new RekeyError(
    'RK8007',
    `What the journal would call ${name} is, or holds, a secret value. It was not written.`,
    isId ? { next: SAME_AS_VALUE } : {},
  );

/** Only the value is known here, not where it was read: an id that is public was perhaps read as the value. */
const SAME_AS_VALUE =
  'If the id is public, create.value in the description of the vendor points to the id: correct it. If not, the pointer to the id points to the value: correct that, and replace the value if it may have been seen elsewhere.';
