import type { Cloud } from '../cloud/cloud';
import type { Visit } from '../tap';
import type { Actor, Timeline } from '../timeline';
import { factsIn } from './addedFacts';
import { field } from './field';
import { StoreTale } from './storeTale';

type Sentence = string | undefined;

/** Tells what Rekey's requests did, as the servers answered them. Reads are left out, but for what the vendor says of a key. */
export function narrate(cloud: Cloud, timeline: Timeline): void {
  const said = new Map<string, string>();
  const store = new StoreTale((path, fields) =>
    cloud.keys.some((key) => key.path === path && fields.includes(key.field)),
  );
  cloud.tap.listen((visit) => {
    if (visit.place === 'vendor') say('vendor', vendor(cloud, visit, said));
    if (visit.place === 'store') say('store', store.sentence(visit));
    if (visit.place === 'github') {
      const facts = journal(visit);
      if (facts === undefined) say('github', github(visit));
      else say('journal', facts);
    }
  });

  function say(who: Actor, sentence: Sentence): void {
    if (sentence !== undefined) timeline.say(who, sentence);
  }
}

/** @param said the last answer for each key, so that it is told only when it changes */
function vendor(cloud: Cloud, { request, response }: Visit, said: Map<string, string>): Sentence {
  const { method, path } = request;
  const id = path.split('/')[3] ?? '';
  if (response.status >= 500) return undefined;
  if (method === 'POST') {
    if (response.status !== 201) return `refuses to make another key (${response.status})`;
    return `key ${String(field(response.body, 'id'))} created`;
  }
  if (method === 'PATCH')
    return `key ${id} ${field(request.body, 'active') === true ? 'enabled' : 'disabled'}`;
  if (method === 'DELETE')
    return response.status === 404 ? `key ${id} was gone already` : `key ${id} revoked`;
  return path === '/v1/ping' ? ping(cloud, { request, response }, said) : undefined;
}

function ping(
  cloud: Cloud,
  { request, response }: Omit<Visit, 'place'>,
  said: Map<string, string>,
): Sentence {
  const found = cloud.vendor.keys.byValue(request.headers['x-api-key'] ?? '');
  const key = found?.id ?? 'unknown';
  const isNew = found && !said.has(key) && found.disabled === undefined && found.revoked === undefined;
  const answer =
    response.status === 200 ? 'accepted' : isNew ? 'not accepted yet, because it is new' : 'refused';
  if (said.get(key) === answer) return undefined;
  said.set(key, answer);
  return `key ${key} is ${answer}`;
}

function github({ request, response }: Visit): Sentence {
  const { method, path } = request;
  if (method === 'GET') return undefined;
  if (response.status >= 400) return `answers ${response.status} to ${method} ${path}`;
  if (path.endsWith('/dispatches')) return `deploy of ${String(inputOf(request.body, 'workload'))} asked for`;
  if (path.endsWith('/issues')) return `ticket ${String(field(response.body, 'number'))} opened`;
  if (/\/issues\/\d+$/.test(path) && field(request.body, 'state') === 'closed')
    return `ticket ${path.split('/').at(-1) ?? ''} closed`;
  return undefined;
}

/** The last facts of a commit, in short. */
function journal(visit: Visit): Sentence {
  const facts = factsIn(visit);
  if (facts.length === 0) return undefined;
  if (visit.response.body.includes('"errors"')) return 'refuses a commit: it has moved';
  const rows = facts.slice(-2).map((fact) => ('row' in fact ? `${fact.type} ${fact.row}` : fact.type));
  return rows.join(', ');
}

function inputOf(body: string, name: string): unknown {
  return (field(body, 'inputs') as Readonly<Record<string, unknown>> | undefined)?.[name];
}
