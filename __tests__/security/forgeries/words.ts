import { ORIGINS, type Company, type Ran } from '../../support/company';
import type { Exchange } from '../../support/companyWorld';
import { OTHER, OURS } from './scenes';
import type { Watch } from './watch';

const { gateway, vault, github } = ORIGINS;
const SCOPES = JSON.stringify(['charge.read']);

/** What a run asked of others that it may not ask, whatever the journal says. */
export function wrongRequests(ran: Ran, company: Company, watch: Watch): readonly string[] {
  const values = new Set(
    company.vendor.keys.all.filter(({ id }) => watch.ours.has(id)).map(({ value }) => value),
  );
  return ran.exchanges.flatMap(({ request }) => {
    const { method, url, headers, body = '' } = request;
    const path = decodeURIComponent(url.pathname);
    if (url.origin === gateway) return atVendor(method, path, body, headers, values, watch.ours);
    if (url.origin === vault) return atStore(method, path, body);
    if (url.origin === github && path.endsWith('/dispatches')) return atDeploys(path, body);
    return [];
  });
}

function atVendor(
  method: string,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  values: ReadonlySet<string>,
  ours: ReadonlySet<string>,
): readonly string[] {
  const key = headers['x-api-key'];
  if (key !== undefined && !values.has(key)) return ['sends a value that is no key of ours to the vendor'];
  const id = /^\/admin\/keys\/(.*)$/.exec(path)?.[1];
  if (id !== undefined && !ours.has(id)) return [`asks the vendor to ${method} what is not ours`];
  if (method !== 'POST' || !path.startsWith('/admin/keys')) return [];
  const { scopes, name } = JSON.parse(body) as { scopes?: unknown; name?: unknown };
  const wrong = JSON.stringify(scopes) === SCOPES ? [] : ['asks the vendor for scopes that nobody reviewed'];
  return String(name).startsWith(`rekey-${OURS.name}-`)
    ? wrong
    : [...wrong, 'makes a key under another name'];
}

const READ = [
  'auth/',
  'secret/config',
  'secret/data/admin/',
  'secret/metadata/admin/',
  `secret/data/${OURS.path}`,
  `secret/metadata/${OURS.path}`,
  `secret/data/${OTHER.path}`,
  `secret/metadata/${OTHER.path}`,
];
const WRITTEN = ['auth/', `secret/data/${OURS.path}`, `secret/destroy/${OURS.path}`];
const FIELDS = /^(api_key|api_key_id|rekey|part_.*)$/;

function atStore(method: string, path: string, body: string): readonly string[] {
  const at = path.replace('/v1/', '');
  const reads = method === 'GET' || method === 'LIST';
  const allowed = reads ? READ : WRITTEN;
  if (
    !allowed.some(
      (one) =>
        at === one ||
        (at.startsWith(one) && /[/.]$|^[/.]/.test(at.slice(one.length, one.length + 1) || '/')) ||
        (one.endsWith('/') && at.startsWith(one)),
    )
  )
    return [`${reads ? 'reads' : 'writes'} ${at} of the store`];
  if (reads || !at.startsWith('secret/data/')) return [];
  const { data = {} } = JSON.parse(body) as { data?: Record<string, unknown> };
  return Object.keys(data)
    .filter((field) => !FIELDS.test(field))
    .map((field) => `writes the field ${field}`);
}

function atDeploys(path: string, body: string): readonly string[] {
  const { ref, inputs } = JSON.parse(body) as { ref?: string; inputs?: Record<string, string> };
  const good = path.endsWith('/deploy.yml/dispatches') && /^(refs\/heads\/)?main$/.test(ref ?? '');
  return good && inputs?.['workload'] === OURS.service ? [] : ['deploys what was not reviewed'];
}

/** Everything that runs told people, one text a run. */
const toldBy = ({ traces, summary }: Ran, company: Company): string =>
  [...traces.lines, ...traces.errors, JSON.stringify(traces.outputs), summary, ...hooksOf(traces.exchanges)]
    .concat(
      company.github.home.issues.all.flatMap(({ body, comments }) => [
        body,
        ...comments.map((one) => one.body),
      ]),
    )
    .join('\n');

const hooksOf = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges
    .filter(({ request }) => request.url.origin === 'https://hooks.example.com')
    .map(({ request }) => request.body ?? '');

/** Deaths that were told and are none. */
export function wrongWords(ran: Ran, company: Company): readonly string[] {
  const text = toldBy(ran, company).replaceAll(/[`*]/g, '');
  return company.vendor.keys.live.flatMap(({ id }) => {
    const says = new RegExp(
      `${id} (is dead|is gone from)|Proved dead: the vendor refuses[^.\\n]*${id}|"credential":"${id}"[^}]*"grade":"(refused|gone from list)"`,
    );
    return says.test(text) ? ['says that a key is dead which lives'] : [];
  });
}

/** Faults of the program itself. */
export function wrongEnd({ code, log, errors }: Ran): readonly string[] {
  const text = `${log}\n${errors.join('\n')}`;
  return [
    ...(/RK9900/.test(text) ? [`stumbles: ${/RK9900[^\n]{0,80}/.exec(text)?.[0] ?? ''}`] : []),
    ...([0, 1, 2, 3].includes(code) ? [] : [`ends with ${code}`]),
  ];
}

/**
 * What began although policy lets nothing begin: the switch, or the end of a key that was there before. A rehearsal is let pass by
 * windows and reviewers, for it changes nothing that is served: what it makes it ends again.
 */
export function began(ran: Ran, before: ReadonlySet<string>): readonly string[] {
  const isGated = ({ method, url: { origin, pathname } }: Exchange['request']): boolean =>
    (origin === vault && method !== 'GET' && pathname === `/v1/secret/data/${OURS.path}`) ||
    (origin === gateway && method !== 'GET' && before.has(pathname.replace('/admin/keys/', '')));
  return ran.exchanges.some(({ request }) => isGated(request))
    ? ['begins what policy does not let begin']
    : [];
}

/** Made while policy lets nothing begin, and alive in the end: that was no rehearsal. */
export const leftOver = (company: Company, before: ReadonlySet<string>): readonly string[] =>
  company.vendor.keys.live.some(({ id }) => !before.has(id))
    ? ['leaves a key that policy lets nobody make']
    : [];
