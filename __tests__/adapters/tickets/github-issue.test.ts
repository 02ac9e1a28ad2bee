import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../src/adapters/tickets/github-issue/index';
import { settings } from '../../../src/adapters/tickets/github-issue/settings';
import { evidenceBlock } from '../../../src/kits/adapter/ticketText';
import type { Ticket } from '../../../src/domain/contracts/ticket';
import { ticketContract } from '../../contracts/ticket';
import { githubWorld, type GitHubWorld } from '../../support/githubWorld';

const openIn = (world: GitHubWorld, chosen: object = {}): Ticket =>
  adapter.open(settings.parse(chosen), world.process());

const content = { title: 'Rotate gateway-prod', body: '- [ ] create', labels: ['rotation'] };

ticketContract('github-issue, octokit to a fake GitHub', () => {
  const world = githubWorld();
  const { issues } = world.server.home;
  return {
    open: () => openIn(world),
    all: () =>
      issues.all.map((issue) => ({
        number: String(issue.number),
        title: issue.title,
        body: issue.body,
        labels: issue.labels,
        open: issue.state === 'open',
        comments: issue.comments.map((comment) => comment.body),
      })),
    personOpens: (body) => String(issues.open('mallory', 'a ticket', body).number),
    personComments: (number, body) => {
      const issue = issues.all.find((each) => each.number === Number(number));
      if (issue) issues.comment(issue, 'mallory', body);
    },
    remove: (number) => {
      issues.all.splice(
        issues.all.findIndex((each) => each.number === Number(number)),
        1,
      );
    },
    loseNextAnswer: () => {
      // Reads come before the write; only a POST of an issue is lost.
      world.faults.push({ path: /\/issues$/, method: 'POST', fault: { kind: 'lost', after: 0 } });
    },
    since: new Date(world.clock.now()).toISOString(),
  };
});

describe('github-issue ticket', () => {
  it('closes doubles of its own with a pointer, and leaves copies of others', async () => {
    const world = githubWorld();
    const { issues } = world.server.home;
    const since = new Date(world.clock.now()).toISOString();
    const { number } = await openIn(world).upsert('r1', content, { since });
    const body = issues.all[0]?.body ?? '';
    const double = issues.open('github-actions[bot]', 'Rotate gateway-prod', body);
    const copy = issues.open('mallory', 'Rotate gateway-prod', body);
    await openIn(world).upsert('r1', content, { since });
    expect([double.state, double.stateReason]).toEqual(['closed', 'not_planned']);
    expect(double.comments[0]?.body).toContain(`#${number}`);
    expect(copy.state).toBe('open');
  });

  it('finds its issue among many others, and does not take a pull request for one', async () => {
    const world = githubWorld();
    const { issues } = world.server.home;
    const since = new Date(world.clock.now()).toISOString();
    for (let at = 0; at < 230; at += 1) issues.open('somebody', `noise ${at}`, '');
    const { number } = await openIn(world).upsert('r1', content, { since });
    issues.open('github-actions[bot]', 'a pull request', issues.all[230]?.body ?? '', true);
    expect((await openIn(world).upsert('r1', content, { since })).number).toBe(number);
  });

  it('keeps labels that people added, and adds those of the config', async () => {
    const world = githubWorld();
    const { issues } = world.server.home;
    const ticket = openIn(world, { labels: ['security'], title: 'Keys: {title}' });
    const since = new Date(world.clock.now()).toISOString();
    const { number } = await ticket.upsert('r1', content, { since });
    const [issue] = issues.all;
    expect([issue?.title, issue?.labels]).toEqual(['Keys: Rotate gateway-prod', ['security', 'rotation']]);
    if (issue) issue.labels = ['urgent'];
    await ticket.upsert('r1', content, { since, number });
    expect(issue?.labels).toEqual(['urgent', 'security', 'rotation']);
  });

  it('writes nothing when nothing changed', async () => {
    const world = githubWorld();
    const since = new Date(world.clock.now()).toISOString();
    const { number } = await openIn(world).upsert('r1', content, { since });
    await openIn(world).upsert('r1', content, { since, number });
    expect(world.calls().filter((call) => call.method === 'PATCH')).toEqual([]);
  });

  it('names the permission, and says when issues are switched off', async () => {
    const reading = githubWorld({
      tokens: {
        'job-token': {
          login: 'github-actions[bot]',
          permissions: { issues: 'read' },
          repositories: ['acme/shop'],
        },
      },
    });
    const since = new Date(reading.clock.now()).toISOString();
    await expect(openIn(reading).upsert('r1', content, { since })).rejects.toMatchObject({
      code: 'RK3004',
      next: expect.stringContaining('issues: write'),
    });
    const off = githubWorld();
    off.server.home.issues.enabled = false;
    await expect(openIn(off).upsert('r1', content, { since })).rejects.toMatchObject({
      code: 'RK9009',
      message:
        'Issues are switched off in acme/shop (GitHub answers 410, `Issues has been disabled in this repository.`).',
      next: expect.stringMatching(/Switch Issues on/),
    });
  });

  it('fences evidence so that its content cannot leave the block', () => {
    const block = evidenceBlock('<!-- m -->', { name: 'e', content: 'a ```` b', digest: 'd' }, 'run', 60_000);
    expect(block).toContain('`````json\na ```` b\n`````');
  });
});
