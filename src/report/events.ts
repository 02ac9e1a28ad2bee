import type { Evidence } from '../domain/evidence';
import { inOrder } from '../domain/tools/text';
import type { Instant } from '../domain/tools/time';
import { table } from './markdown';
import { moment, second } from './moment';
import { foreign, markdown, own, say, type Phrase } from './phrase';

interface Event {
  readonly at: Instant;
  readonly what: string;
  readonly text: Phrase;
}

const LONG = 300;

/** Waits, turns, holds, blocks and condemnations in the order of time; undefined when there were none. */
export function eventTable(evidence: Evidence): string | undefined {
  const events = [...waits(evidence), ...decisions(evidence), ...stops(evidence)].sort((one, other) =>
    inOrder(one.at, other.at),
  );
  if (events.length === 0) return undefined;
  return table(
    ['When (UTC)', 'Event', 'What was said'],
    events.map(({ at, what, text }) => [second(at), what, markdown(text)]),
  );
}

function waits({ waits: all }: Evidence): readonly Event[] {
  return all.map(({ at, until, reason, person }) => ({
    at,
    what: person === undefined ? 'wait' : 'wait for a person',
    text: say`until ${own(moment(until))}: ${foreign(reason, LONG)}${person === undefined ? own('') : say`; to do: ${foreign(person, LONG)}`}`,
  }));
}

function decisions({ turns, condemned }: Evidence): readonly Event[] {
  return [
    ...turns.map(({ at, to, why }) => ({ at, what: `turn: ${to}`, text: foreign(why, LONG) })),
    ...condemned.map(({ at, credential, why }) => ({
      at,
      what: 'condemned',
      text: say`${credential} never becomes current again: ${foreign(why, LONG)}`,
    })),
  ];
}

function stops({ blocks, holds }: Evidence): readonly Event[] {
  return [
    ...blocks.map(({ at, code, why }) => ({ at, what: 'blocked', text: say`${code} ${foreign(why, LONG)}` })),
    ...holds.map(({ at, type, actor, reason }) => ({
      at,
      what: type === 'hold' ? 'hold' : 'released',
      text: say`by ${actor}: ${foreign(reason, LONG)}`,
    })),
  ];
}
