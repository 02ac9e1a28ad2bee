import type { FakeRequest, FakeResponse } from '../../../src/kits/fake/fake';
import { chanceOf, happens } from '../scheduler/chances';

/** How the vendor writes its times, and what its list leaves out without a word. */
export interface Wording {
  /** `Z`, an offset such as `+05:45`, `seconds` since 1970, or nothing: then it is UTC. */
  readonly zone: string;
  /** Its description says what a time without a zone means. */
  readonly told: boolean;
  /** So many keys are on the first page; the next one is named in a way that nobody configured, or not at all. */
  readonly shows: number | undefined;
  readonly link: boolean;
}

const OFFSETS = ['+09:00', '-08:00', '+05:45', '+02:00', '-03:30'];
/** Time zones of the machines that Rekey runs on. */
const MACHINES = ['Asia/Tokyo', 'America/Los_Angeles', 'Europe/Amsterdam', 'Asia/Kathmandu'];

export function wordingOf(seed: number): Wording {
  const chance = chanceOf(seed, 'wording');
  const kind = chance.fraction();
  const zone = kind < 0.08 ? (chance.pick(OFFSETS) ?? 'Z') : kind < 0.2 ? '' : kind < 0.23 ? 'seconds' : 'Z';
  const shows = happens(chance, 0.03) ? 1 + Math.floor(chance.fraction() * 2) : undefined;
  return { zone, told: happens(chance, 0.9), shows, link: happens(chance, 0.5) };
}

/** Where the machines stand; most are set to UTC. */
export function machineZoneOf(seed: number): string {
  const chance = chanceOf(seed, 'machines stand');
  return happens(chance, 0.4) ? (chance.pick(MACHINES) ?? 'UTC') : 'UTC';
}

const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})Z"/g;

/** The same answer, its times written as this vendor writes them. */
export function zoned(answer: FakeResponse, zone: string): FakeResponse {
  if (zone === 'Z') return answer;
  const worded = (time: string): string =>
    zone === 'seconds'
      ? String(Math.floor(Date.parse(`${time}Z`) / 1000))
      : `"${shifted(time, zone)}${zone}"`;
  return { ...answer, body: answer.body.replace(TIME, (_all, time: string) => worded(time)) };
}

function shifted(time: string, zone: string): string {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.parse(`${time}Z`) + offset).toISOString().slice(0, -1);
}

/** The first page alone, of a list that has more. */
export function firstPage(
  { path, method }: Pick<FakeRequest, 'path' | 'method'>,
  answer: FakeResponse,
  { shows, link }: Wording,
): FakeResponse {
  if (shows === undefined || path !== '/admin/keys' || method !== 'GET' || answer.status !== 200)
    return answer;
  const keys = keysIn(answer.body);
  if (!keys || keys.length <= shows) return answer;
  const headers = link ? { ...answer.headers, link: `<${path}?page=2>; rel="next"` } : answer.headers;
  return { ...answer, ...(headers && { headers }), body: JSON.stringify({ keys: keys.slice(0, shows) }) };
}

/** Undefined for an answer that was spoiled on its way. */
export function keysIn(body: string): readonly unknown[] | undefined {
  try {
    return (JSON.parse(body) as { readonly keys: readonly unknown[] }).keys;
  } catch {
    return undefined;
  }
}
