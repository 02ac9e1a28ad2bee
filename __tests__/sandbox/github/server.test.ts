import { describe, expect, it } from '@jest/globals';
import { HOUR } from '../../../src/domain/tools/time';
import { createHost } from '../../../src/runtime/host/createHost';
import { codeOf } from '../../support/codeOf';
import { githubWorld } from '../../support/githubWorld';

const HOME = { owner: 'acme', repo: 'shop' };
const repository = { owner: 'acme', name: 'shop', id: 1001, files: { '.github/rekey.yml': 'version: 1\n' } };

describe('fake GitHub', () => {
  it('refuses tokens it does not know, and those of a job that is over', async () => {
    const world = githubWorld();
    const { github } = world.process();
    await github.request('GET /repos/{owner}/{repo}', HOME, 'metadata: read');
    world.server.tokens.clear();
    expect(await codeOf(github.request('GET /repos/{owner}/{repo}', HOME, 'metadata: read'))).toBe('RK3004');
  });

  it('hides private repositories from tokens of others, and shows public ones', async () => {
    const world = githubWorld({
      others: [
        { owner: 'acme', name: 'hidden', id: 2 },
        { owner: 'acme', name: 'open', id: 3, private: false },
      ],
    });
    const { github } = world.process();
    const look = (repo: string) =>
      codeOf(github.request('GET /repos/{owner}/{repo}', { owner: 'acme', repo }, 'metadata: read'));
    expect([await look('hidden'), await look('open'), await look('nothing')]).toEqual([
      'RK9009',
      'no error',
      'RK9009',
    ]);
    const query = 'query One { repository(owner: "acme", name: "hidden") { name } }';
    expect(await codeOf(github.graphql(query, {}, 'contents: read'))).toBe('RK9009');
    const write = github.request(
      'POST /repos/{owner}/{repo}/issues',
      { owner: 'acme', repo: 'open', title: 'x' },
      'issues: write',
    );
    expect(await codeOf(write)).toBe('RK3004');
  });

  it('serves files of the default branch by GraphQL and by REST', async () => {
    const { github } = githubWorld({ repository }).process();
    const query = `query Config($owner: String!, $name: String!, $path: String!) {
      repository(owner: $owner, name: $name) {
        databaseId
        defaultBranchRef { name target { oid ... on Commit { file(path: $path) { object { ... on Blob { text isTruncated } } } } } }
      }
    }`;
    const variables = { owner: 'acme', name: 'shop', path: '.github/rekey.yml' };
    expect(await github.graphql(query, variables, 'contents: read')).toMatchObject({
      repository: {
        databaseId: 1001,
        defaultBranchRef: {
          name: 'main',
          target: { file: { object: { text: 'version: 1\n', isTruncated: false } } },
        },
      },
    });
    const route = 'GET /repos/{owner}/{repo}/contents/{path}';
    const { data } = await github.request(route, { ...HOME, path: '.github/rekey.yml' }, 'contents: read');
    const { content } = data as { content: string };
    expect(Buffer.from(content, 'base64').toString()).toBe('version: 1\n');
  });

  it('knows no field that its schema lacks', async () => {
    const { github } = githubWorld().process();
    const query = 'query Wrong { repository(owner: "acme", name: "shop") { passwords } }';
    expect(await codeOf(github.graphql(query, {}, 'contents: read'))).toBe('RK9011');
  });

  it('refuses what the token was not given', async () => {
    const world = githubWorld({
      tokens: {
        'job-token': {
          login: 'github-actions[bot]',
          permissions: { issues: 'write' },
          repositories: ['acme/shop'],
        },
      },
    });
    const { github } = world.process();
    const query = 'query One { repository(owner: "acme", name: "shop") { name } }';
    expect(await codeOf(github.graphql(query, {}, 'contents: read'))).toBe('RK3004');
    const runs = github.request(
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
      { ...HOME, run_id: 1 },
      'actions: read',
    );
    expect(await codeOf(runs)).toBe('RK3004');
  });

  it('limits content by the minute and by the hour, and lets go again', async () => {
    const world = githubWorld({ limits: { contentPerMinute: 2, contentPerHour: 3 } });
    const { github } = world.process();
    const write = () =>
      codeOf(github.request('POST /repos/{owner}/{repo}/issues', { ...HOME, title: 'x' }, 'issues: write'));
    expect([await write(), await write(), await write()]).toEqual(['no error', 'no error', 'RK9007']);
    await world.clock.advance(61_000);
    expect([await write(), await write()]).toEqual(['no error', 'RK9007']);
    await world.clock.advance(HOUR);
    expect(await write()).toBe('no error');
  });

  it('limits all calls of an hour', async () => {
    const world = githubWorld({ limits: { callsPerHour: 1 } });
    const { github } = world.process();
    const write = () =>
      github.request('POST /repos/{owner}/{repo}/issues', { ...HOME, title: 'x' }, 'issues: write');
    await write();
    await expect(write()).rejects.toMatchObject({ code: 'RK9007', retryAfter: HOUR });
  });

  it('tells the time of its world', async () => {
    const world = githubWorld();
    await world.clock.advance(5 * HOUR);
    const { github } = world.process();
    const { headers } = await github.request('GET /repos/{owner}/{repo}', HOME, 'metadata: read');
    expect(Date.parse(headers['date'] ?? '')).toBe(world.clock.now());
  });

  it('tells whether a job is over, and who approved', async () => {
    const world = githubWorld();
    const run = world.server.home.actions.start('schedule', { id: 4711 });
    const job = run.addJob({ id: 90210 });
    run.approve('octocat', 'production');
    const { github, run: context } = world.process();
    const host = createHost({ me: context.owner, github, startOf: () => Promise.resolve(undefined) });
    expect(await host.over(context.owner)).toBe('running');
    job.status = 'completed';
    expect(await host.over(context.owner)).toBe('over');
    expect(await host.approvals()).toEqual([{ by: 'octocat', environment: 'production' }]);
  });
});
