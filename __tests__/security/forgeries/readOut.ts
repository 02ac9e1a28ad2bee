import { ORIGINS, type Company, type Ran } from '../../support/company';
import type { Exchange } from '../../support/companyWorld';
import { formsOf } from '../forms';
import { secretPart } from '../leaks';
import { OTHER, OURS, PAYROLL } from './scenes';

interface Secret {
  readonly what: string;
  readonly forms: readonly string[];
  /** Where it may be sent: origin, and the name of a header or a path. */
  readonly belongs: (exchange: Exchange, piece: string) => boolean;
}

const secret = (what: string, value: string, belongs: Secret['belongs'] = () => false): Secret => ({
  what,
  forms: [...formsOf(value).values()],
  belongs,
});

/** The plain ones and those that the company came to have while it ran. */
function secretsOf({ vendor, vault: { kv } }: Company): readonly Secret[] {
  const { gateway, vault } = ORIGINS;
  const ofKey: Secret['belongs'] = ({ request: { url } }, piece) =>
    (url.origin === gateway && piece === 'x-api-key') ||
    (url.origin === vault && piece === 'body' && url.pathname.startsWith(`/v1/secret/data/${OURS.path}`));
  return [
    ...fieldsOfOthers([PAYROLL.path, OURS.path, OTHER.path].map((path) => kv.served(path))).map((value) =>
      secret('a field of others', value),
    ),
    ...vendor.options.adminKeys.map((value) =>
      secret(
        'the admin key',
        value,
        ({ request }, piece) => request.url.origin === gateway && piece === 'authorization',
      ),
    ),
    ...vendor.keys.all.map(({ value }) => secret('the value of a key', secretPart(value), ofKey)),
  ];
}

/** Too short a text stands in any other. */
const fieldsOfOthers = (secrets: readonly (object | undefined)[]): readonly string[] =>
  secrets
    .flatMap((fields) => Object.entries(fields ?? {}))
    .filter(([name]) => !name.startsWith('api_key'))
    .map(([, value]) => String(value))
    .filter((value) => value.length > 10);

/** Secrets that stand where they do not belong, after these runs: what they printed, sent, left and had kept. */
export function readOut(company: Company, runs: readonly Ran[]): readonly string[] {
  const secrets = secretsOf(company);
  const files = company.github.home.git.store.head('rekey-journal')?.files ?? new Map<string, string>();
  const left = [
    ...runs.flatMap(({ traces: { lines, debug, errors, outputs, summary } }) => [
      ...lines,
      ...debug,
      ...errors,
      JSON.stringify(outputs),
      summary,
    ]),
    ...[...company.disk].flat(),
    ...[...files.values()],
    ...company.github.home.issues.all.flatMap(({ title, body, comments }) => [
      title,
      body,
      ...comments.map((one) => one.body),
    ]),
  ].join('\n');
  const found = new Set<string>();
  for (const { what, forms } of secrets)
    if (forms.some((form) => left.includes(form))) found.add(`${what} stands in what is left for people`);
  for (const exchange of runs.flatMap(({ exchanges }) => exchanges)) {
    const { url, headers, body = '' } = exchange.request;
    const pieces: [string, string][] = [...Object.entries(headers), ['url', url.href], ['body', body]];
    for (const { what, forms, belongs } of secrets)
      for (const [piece, text] of pieces)
        if (!belongs(exchange, piece) && forms.some((form) => text.includes(form)))
          found.add(`${what} is sent to ${url.hostname}, ${piece}`);
  }
  return [...found];
}
