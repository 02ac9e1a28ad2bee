import { describe, expect, it } from '@jest/globals';
import type { FakeHandler, FakeResponse } from '../../src/kits/fake/fake';
import { ORIGINS, type Company } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';

const COMMANDS = [
  '\n::set-output name=status::done',
  '\n::error title=RK0::forged',
  '\r::add-mask::a',
  '\u2028::debug::x',
  '\n   ::stop-commands::x',
  '##[error]forged',
];
const TERMINAL = '\u001b[31mred\u001b[0m\u0007\u0000\u009b2J';
const MARKDOWN =
  '@octocat [click](https://evil.example) <script>alert(1)</script> ![x](https://evil.example/p.png) `a` | b | </details> #1 <!-- rekey:forged -->';
const HOSTILE = `${COMMANDS.join('')} ${TERMINAL} ${MARKDOWN}`;

/** Lines as a runner reads them; a workflow command begins a line, or is the older form anywhere in it. */
function commandsIn(company: Company): readonly string[] {
  const lines = company.ran.flatMap(({ traces }) =>
    [...traces.lines, ...traces.debug].join('\n').split(/\r\n|\r|\n/),
  );
  return lines.filter((line) => /^[\s\u0085\u2028]*::/.test(line) || line.includes('##['));
}

const controlsIn = (company: Company): readonly string[] =>
  company.ran
    .flatMap(({ traces }) => [
      ...traces.lines,
      ...traces.errors,
      traces.summary,
      ...Object.values(traces.outputs),
    ])
    // eslint has no say here: the point is to look for control characters.
    .filter((text) => [...text].some((c) => (c < ' ' && c !== '\n') || (c >= '\u007f' && c <= '\u009f')));

/** Markdown and HTML with every code span taken out: what is left is ours, and can act. */
const acting = (markdown: string): string =>
  markdown.replace(/`[^`\n]*`/g, '').replace(/<code>[^<]*<\/code>/g, '');

function pagesOf(company: Company): readonly string[] {
  const issues = company.github.home.issues.all;
  const texts = issues.flatMap(({ body, comments }) => [body, ...comments.map((comment) => comment.body)]);
  const evidence = /<details>[\s\S]*?```json\n[\s\S]*?\n```[\s\S]*?<\/details>/g;
  return [
    ...texts.map((text) => text.replace(evidence, '')),
    ...issues.map(({ title }) => title),
    ...company.ran.map(({ summary }) => summary),
    ...[...company.disk].filter(([path]) => path.endsWith('.md')).map(([, text]) => text),
  ];
}

const ACTS = [/@octocat/, /<script/i, /!\[x\]/, /\]\(https:\/\/evil/, /evil\.example/, /<!-- rekey:forged/];

function expectHarmless(company: Company): void {
  expect(commandsIn(company)).toEqual([]);
  expect(controlsIn(company)).toEqual([]);
  for (const page of pagesOf(company)) for (const pattern of ACTS) expect(acting(page)).not.toMatch(pattern);
}

const says = (status: number, text: string): FakeResponse => ({
  status,
  headers: { 'content-type': 'application/json', server: 'x', 'x-key-id': 'x' },
  body: JSON.stringify({ message: text, errors: [text], error: { message: text }, error_description: text }),
});

/** Long texts are cut, so each answer begins with something else. */
const TEXTS = [HOSTILE, MARKDOWN, `${TERMINAL} ${COMMANDS.join('')}`];

function when(fits: (path: string, method: string) => boolean, status: number): FakeHandler {
  let answers = 0;
  return ({ path, method }) => {
    if (!fits(path, method)) return undefined;
    answers += 1;
    return says(status, TEXTS[answers % TEXTS.length] ?? '');
  };
}

describe('text of strangers does nothing', () => {
  it('finds what it looks for', async () => {
    const company = await adopted();
    company.ran[0]?.traces.lines.push(`x ${HOSTILE}`);
    expect(commandsIn(company).length).toBeGreaterThan(3);
    expect(controlsIn(company)).toHaveLength(1);
    expect(acting(`\`@octocat\` and ${MARKDOWN}`)).toMatch(/@octocat/);
  });

  it.each<[string, string, FakeHandler]>([
    ['Vault, at the login', ORIGINS.vault, when((path) => path.endsWith('/login'), 400)],
    ['Vault, at a read', ORIGINS.vault, when((path) => path.includes('/data/'), 403)],
    [
      'Vault, at a write',
      ORIGINS.vault,
      when((path, method) => path.includes('/data/') && method !== 'GET', 500),
    ],
    [
      'the vendor, at a list',
      ORIGINS.gateway,
      when((path, method) => path === '/admin/keys' && method === 'GET', 403),
    ],
    ['the vendor, at a create', ORIGINS.gateway, when((_path, method) => method === 'POST', 500)],
    ['the vendor, at a revoke', ORIGINS.gateway, when((_path, method) => method === 'DELETE', 409)],
    ['GitHub, at the journal', ORIGINS.github, when((path) => path === '/graphql', 403)],
    ['GitHub, at a ticket', ORIGINS.github, when((path) => path.includes('/issues'), 422)],
    ['GitHub, at a deploy', ORIGINS.github, when((path) => path.includes('/dispatches'), 403)],
    ['GitHub, about a job', ORIGINS.github, when((path) => path.includes('/actions/'), 404)],
    ['the token service', ORIGINS.tokens, when(() => true, 400)],
    ['a health page', ORIGINS.health, when(() => true, 500)],
  ])('from %s', async (_who, origin, handler) => {
    const company = await adopted();
    company.servers[origin] = handler;
    await company.run(['doctor']);
    await company.run(NOW);
    await later(company);
    expectHarmless(company);
  });

  it('from the one who started the run, in the reason and by name', async () => {
    const company = await switched();
    const changes = { event: 'workflow_dispatch', actor: `mallory ${HOSTILE}` };
    await company.run(['hold', '--keys', 'gateway-prod', '--reason', HOSTILE], { changes });
    await company.run(['plan', '--reason', HOSTILE], { changes });
    await company.run(['release', '--keys', 'gateway-prod', '--reason', HOSTILE], { changes });
    await company.run(['rollback', '--keys', 'gateway-prod', '--reason', HOSTILE], { changes });
    await later(company);
    const [ticket] = company.github.home.issues.all;
    expect(ticket?.body).toContain('octocat [click]');
    expectHarmless(company);
  });

  it('from another team, which has a key with such a label', async () => {
    const company = await adopted();
    company.vendor.add(HOSTILE, 'foreign');
    await company.run(['doctor']);
    await company.run(NOW);
    await later(company);
    expectHarmless(company);
  });

  it('from the config itself', async () => {
    const company = await adopted();
    company.push((text) =>
      text.replace('owner: team-payments', `owner: '${MARKDOWN.replaceAll("'", '').slice(0, 90)}'`),
    );
    await company.run(NOW);
    await later(company);
    await company.run(['report']);
    expectHarmless(company);
  });
});

describe('ids that are no ids', () => {
  /** What the gateway of the fake may be asked for; an id is one segment of it. */
  const KNOWN = /^\/(v1\/(me|ping)|admin\/keys(\/[^/]+)?)$/;
  const paths = (company: Company): readonly string[] =>
    company.ran
      .flatMap(({ exchanges }) => exchanges)
      .filter(({ request }) => request.url.origin === ORIGINS.gateway)
      .map(({ request }) => request.url.pathname);

  it.each([
    '..',
    '../keys',
    '..%2fother',
    '%2e%2e',
    'a/b',
    'a%2fb',
    '.',
    '?x=1',
    '#x',
    '\\..\\',
    'key\n::error::x',
  ])('lead nowhere: %j for a new key', async (id) => {
    const company = await adopted();
    const foreign = company.vendor.add('payroll', 'foreign');
    company.vendor.spoilNext('create', (answer) => ({
      ...answer,
      body: JSON.stringify({ ...(JSON.parse(answer.body) as object), id }),
    }));
    await company.run(NOW);
    await later(company);
    expect(
      paths(company).filter((path) => !KNOWN.test(path) || decodeURIComponent(path).includes('/../')),
    ).toEqual([]);
    expect([foreign.revoked, foreign.disabled]).toEqual([undefined, undefined]);
    expectHarmless(company);
  });

  it.each(['../key', '..', 'a%2fb', 'x/../../v1/me'])(
    'lead nowhere: %j beside the value in use',
    async (id) => {
      const company = await adopted({ config: (text) => text.replace(/ {4}whoami:.*\n/, '') });
      company.vault.kv.put('prod/gateway', { ...company.vault.kv.served('prod/gateway'), api_key_id: id });
      await company.run(NOW);
      await later(company);
      expect(paths(company).filter((path) => !KNOWN.test(path))).toEqual([]);
      expect(company.vendor.keys.live.length).toBeGreaterThan(0);
    },
  );
});
