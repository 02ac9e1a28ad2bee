import type { Cloud } from '../cloud/cloud';
import type { Visit } from '../tap';
import type { Timeline } from '../timeline';
import { factsIn } from './addedFacts';

type Sentence = string | undefined;

/** Tells what Rekey's requests did, as the servers answered them. Reads that changed nothing are left out. */
export function narrate(cloud: Cloud, timeline: Timeline): void {
  cloud.tap.listen((visit) => {
    if (visit.place === 'vendor') say('vendor', vendor(cloud, visit));
    if (visit.place === 'store') say('store', store(visit));
    if (visit.place === 'github') say('github', github(visit));
  });

  function say(who: 'vendor' | 'store' | 'github', sentence: Sentence): void {
    if (sentence !== undefined) timeline.say(who, sentence);
  }
}

function vendor(cloud: Cloud, { request, response }: Visit): Sentence {
  const { method, path } = request;
  const id = path.split('/')[3] ?? '';
  if (method === 'POST') {
    if (response.status !== 201) return `refuses to make another key (${response.status})`;
    return `key ${String(field(response.body, 'id'))} created`;
  }
  if (method === 'PATCH')
    return `key ${id} ${field(request.body, 'active') === true ? 'enabled' : 'disabled'}`;
  if (method === 'DELETE')
    return response.status === 404 ? `key ${id} was gone already` : `key ${id} revoked`;
  if (path !== '/v1/ping') return undefined;
  const key = cloud.vendor.keys.byValue(request.headers['x-api-key'] ?? '');
  return `key ${key?.id ?? 'unknown'} is ${response.status === 200 ? 'accepted' : 'refused'}`;
}

function store({ request, response }: Visit): Sentence {
  if (request.method === 'GET' || request.method === 'LIST') return undefined;
  const path = decodeURIComponent(request.path).replace('/v1/', '');
  if (response.status >= 400) return `answers ${response.status} to a change of ${path}`;
  if (path.endsWith('/login')) return 'the workflow proved who it is';
  if (path.endsWith('/revoke-self')) return 'its session ended';
  const [, part, ...rest] = path.split('/');
  const secret = rest.join('/');
  if (part === 'destroy') return `${secret}: old versions destroyed`;
  return secret.includes('.rekey.')
    ? `${secret}: staged, nobody reads it`
    : `${secret}: served to all from now on`;
}

function github(visit: Visit): Sentence {
  const { request, response } = visit;
  const { method, path } = request;
  if (path === '/graphql') return journal(visit);
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
  if (visit.response.body.includes('"errors"')) return 'refuses a commit to the journal: it has moved';
  const rows = facts.slice(-2).map((fact) => ('row' in fact ? `${fact.type} ${fact.row}` : fact.type));
  return `journal: ${rows.join(', ')}`;
}

function inputOf(body: string, name: string): unknown {
  return (field(body, 'inputs') as Readonly<Record<string, unknown>> | undefined)?.[name];
}

function field(body: string, name: string): unknown {
  return (JSON.parse(body) as Readonly<Record<string, unknown>>)[name];
}
