import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../src/adapters/deployers/github-workflow/index';
import type { FakeWorkflow } from '../../../src/adapters/deployers/github-workflow/fake';
import { settings } from '../../../src/adapters/deployers/github-workflow/settings';
import type { Deployer } from '../../../src/domain/contracts/deployer';
import type { RekeyError } from '../../../src/domain/errors';
import { HOUR, MINUTE } from '../../../src/domain/tools/time';
import { deployerContract, markOf } from '../../contracts/deployer';
import { githubWorld, type GitHubWorld } from '../../support/githubWorld';

const DEPLOY: FakeWorkflow = {
  name: 'Deploy',
  runName: 'Deploy ${{ inputs.service }} (${{ inputs.marker }})',
  inputs: ['marker', 'service'],
  times: { queued: 10_000, running: HOUR },
};
const MARK = markOf();

function worldWith(
  workflow: FakeWorkflow = DEPLOY,
  permissions: Readonly<Record<string, 'read' | 'write'>> = { actions: 'write', contents: 'read' },
): GitHubWorld {
  const login = 'github-actions[bot]';
  const world = githubWorld({ tokens: { 'job-token': { login, permissions, repositories: ['acme/shop'] } } });
  world.server.home.actions.workflows.set('deploy.yml', workflow);
  return world;
}

const openIn = (world: GitHubWorld, chosen: object = {}): Deployer =>
  adapter.open(
    settings.parse({ workflow: 'deploy.yml', inputs: { service: '{workload}' }, ...chosen }),
    world.process(),
  );

const nowOf = (world: GitHubWorld): string => new Date(world.clock.now()).toISOString();

for (const runDetails of ['given', 'ignored', 'refused'] as const) {
  deployerContract(`github-workflow, run details ${runDetails}`, () => {
    const world = worldWith();
    const { actions } = world.server.home;
    actions.runDetails = runDetails;
    const order = { path: /\/dispatches$/, method: 'POST' };
    return {
      open: () => openIn(world),
      rollouts: () => actions.runs.map((run) => run.inputs['marker'] ?? ''),
      end: (marker, how) => {
        actions.runs
          .find((run) => run.inputs['marker'] === marker)
          ?.finish(how === 'complete' ? 'success' : 'failure');
      },
      loseNextAnswer: () => {
        // A server that refuses the parameter is asked twice, and the second order is the one that counts.
        if (runDetails === 'refused') world.faults.push({ ...order, fault: { kind: 'status', status: 422 } });
        world.faults.push({ ...order, fault: { kind: 'lost', after: 0 } });
      },
      loseNextRequest: () => {
        world.faults.push({ ...order, fault: { kind: 'status', status: 502 } });
      },
      deny: () => {
        world.server.tokens.set('job-token', {
          login: 'github-actions[bot]',
          permissions: { actions: 'read' },
          repositories: ['acme/shop'],
        });
      },
      remove: () => {
        actions.workflows.clear();
      },
      now: () => nowOf(world),
    };
  });
}

describe('github-workflow deployer', () => {
  it('fills the inputs and runs on the default branch', async () => {
    const world = worldWith();
    await openIn(world, { inputs: { service: '{workload} {key} {credential} {rotation} {else}' } }).roll(
      MARK,
    );
    const [run] = world.server.home.actions.runs;
    expect(run?.inputs).toEqual({
      marker: MARK.marker,
      service: 'payment-service gateway-prod key_2 r1 {else}',
    });
    expect(run?.shown()).toMatchObject({ head_branch: 'main', event: 'workflow_dispatch' });
  });

  it('gives a hint when a run does not begin, and another when it waits for approval', async () => {
    const world = worldWith();
    const deployer = openIn(world);
    const rollout = await deployer.roll(MARK);
    const [run] = world.server.home.actions.runs;
    run?.hold('queued');
    expect(await deployer.status(rollout)).not.toHaveProperty('hint');
    await world.clock.advance(6 * MINUTE);
    expect(await deployer.status(rollout)).toMatchObject({
      state: 'running',
      hint: expect.stringContaining('concurrency'),
    });
    run?.hold('waiting');
    expect(await deployer.status(rollout)).toMatchObject({
      state: 'running',
      hint: expect.stringContaining('approve'),
    });
  });

  it('follows a run by itself as time passes', async () => {
    const world = worldWith();
    const deployer = openIn(world);
    const rollout = await deployer.roll(MARK);
    await world.clock.advance(2 * HOUR);
    expect((await deployer.status(rollout)).state).toBe('complete');
  });

  it.each(['cancelled', 'timed_out', 'skipped', 'action_required'])(
    'takes %s for a failure',
    async (conclusion) => {
      const world = worldWith();
      const deployer = openIn(world);
      const rollout = await deployer.roll(MARK);
      world.server.home.actions.runs[0]?.finish(conclusion);
      expect(await deployer.status(rollout)).toMatchObject({
        state: 'failed',
        sentence: expect.stringContaining(conclusion),
      });
    },
  );

  it('cannot tell when runs do not carry the marker, and says what to add', async () => {
    const { runName: _left, ...nameless } = DEPLOY;
    const world = worldWith(nameless);
    const since = nowOf(world);
    world.server.home.actions.runDetails = 'ignored';
    await expect(openIn(world).roll(MARK)).rejects.toMatchObject({
      code: 'RK6004',
      next: expect.stringContaining('run-name'),
    });
    await expect(openIn(world).find(MARK, since)).rejects.toMatchObject({ kind: 'unknown' });
  });

  it('says unknown when the run is not listed yet, and finds it later', async () => {
    const world = worldWith();
    const { actions } = world.server.home;
    actions.runDetails = 'ignored';
    actions.listLag = 5000;
    const since = nowOf(world);
    await expect(openIn(world).roll(MARK)).rejects.toMatchObject({ kind: 'unknown' });
    await world.clock.advance(6000);
    expect(await openIn(world).find(MARK, since)).toBeDefined();
  });

  it('asks GitHub only for what it knows', async () => {
    const world = worldWith();
    const { actions } = world.server.home;
    const answer = actions.answer.bind(actions);
    const asked = new Set<string>();
    actions.answer = (request, rights) => {
      for (const name of request.query.keys()) asked.add(name);
      return answer(request, rights);
    };
    const deployer = openIn(world);
    await deployer.mustBeReady?.(MARK);
    const rollout = await deployer.roll(MARK);
    await deployer.find(MARK, nowOf(world));
    await deployer.status(rollout);
    expect([...asked].sort()).toEqual(['created', 'event', 'page', 'per_page', 'ref']);
  });

  it('finds its run among many', async () => {
    const world = worldWith();
    const deployer = openIn(world);
    const since = nowOf(world);
    const { id } = await deployer.roll(MARK);
    for (let at = 0; at < 130; at += 1) await deployer.roll(markOf(`other-${at}`));
    expect((await openIn(world).find(MARK, since))?.id).toBe(id);
  });

  it('says what a workflow without trigger, input or ref lacks', async () => {
    const { inputs: _none, ...scheduled } = DEPLOY;
    for (const [workflow, chosen] of [
      [scheduled, {}],
      [{ ...DEPLOY, inputs: ['service'] }, {}],
      [DEPLOY, { ref: 'gone' }],
    ] as const) {
      await expect(openIn(worldWith(workflow), chosen).roll(MARK)).rejects.toMatchObject({
        code: 'RK6006',
        next: expect.stringContaining('workflow_dispatch'),
      });
    }
  });

  const { inputs: _inputs, ...withoutTrigger } = DEPLOY;
  const { runName: _runName, ...withoutName } = DEPLOY;
  it.each<[string, FakeWorkflow, object, RegExp | undefined]>([
    ['all is as it must be', DEPLOY, {}, undefined],
    [
      'another input that may be left out',
      { ...DEPLOY, inputs: ['marker', 'service', 'ref'] },
      {},
      undefined,
    ],
    [
      'a required input with a default',
      { ...DEPLOY, inputs: ['marker', 'service', { name: 'ref', required: true, default: 'main' }] },
      {},
      undefined,
    ],
    [
      'a choice that has the workload',
      {
        ...DEPLOY,
        inputs: ['marker', { name: 'service', type: 'choice', options: ['payment-service', 'other'] }],
      },
      {},
      undefined,
    ],
    [
      'it is disabled',
      { ...DEPLOY, state: 'disabled_manually' },
      {},
      /`disabled_manually`.*gh workflow enable/,
    ],
    [
      'it was idle too long',
      { ...DEPLOY, state: 'disabled_inactivity' },
      {},
      /gh workflow enable deploy\.yml/,
    ],
    ['no trigger', withoutTrigger, {}, /no trigger workflow_dispatch.*Add "on: workflow_dispatch"/],
    [
      'no input marker',
      { ...DEPLOY, inputs: ['service'] },
      {},
      /does not declare the input `marker`.*Add marker/,
    ],
    ['no input at all', { ...DEPLOY, inputs: [] }, {}, /the inputs `marker` and `service`/],
    [
      'an input of the config that it does not have',
      DEPLOY,
      { inputs: { service: 'x', zone: 'eu' } },
      /does not declare the input `zone`/,
    ],
    [
      'a required input that is not sent',
      { ...DEPLOY, inputs: ['marker', 'service', { name: 'version', required: true }] },
      {},
      /requires the input `version`, which Rekey does not send.*Add `version` to "inputs:"/,
    ],
    [
      'a choice that lacks the workload',
      {
        ...DEPLOY,
        inputs: ['marker', { name: 'service', type: 'choice', options: ['payments', 'billing'] }],
      },
      {},
      /takes one of `payments` and `billing` as input `service`, and Rekey sends `payment-service`/,
    ],
    [
      'a marker that is a choice',
      { ...DEPLOY, inputs: [{ name: 'marker', type: 'choice', options: ['a'] }, 'service'] },
      {},
      /Make the input marker a string/,
    ],
    [
      'a boolean that is none',
      { ...DEPLOY, inputs: ['marker', 'service', { name: 'dry', type: 'boolean' }] },
      { inputs: { service: 'x', dry: 'no' } },
      /takes true or false as input `dry`/,
    ],
    [
      'a branch that is not there',
      DEPLOY,
      { ref: 'gone' },
      /is not on `gone`.*correct "workflow:" and "ref:"/,
    ],
  ])('sees before it rolls what GitHub would say: %s', async (_what, workflow, chosen, fault) => {
    const known = { key: MARK.key, workload: MARK.workload };
    const look = openIn(worldWith(workflow), chosen).mustBeReady?.(known);
    const roll = openIn(worldWith(workflow), chosen).roll(MARK);
    if (!fault) {
      expect(await look).toMatch(/^deploy\.yml is active on `main` and takes the inputs marker, service/);
      expect(await roll).toHaveProperty('id');
      return;
    }
    await expect(look).rejects.toMatchObject({ code: 'RK6006' });
    expect(((await look?.catch((error: RekeyError) => error)) as RekeyError).line).toMatch(fault);
    await expect(roll).rejects.toMatchObject({ code: 'RK6006' });
  });

  it.each([
    ['without a run-name', withoutName],
    ['with a run-name of other words', { ...DEPLOY, runName: 'Deploy ${{ inputs.service }} marker' }],
  ])('says that a run %s cannot be found again', async (_what, workflow) => {
    await expect(openIn(worldWith(workflow)).mustBeReady?.(MARK)).rejects.toMatchObject({
      code: 'RK6006',
      message: expect.stringContaining('does not name its runs by the marker'),
      next: expect.stringContaining('run-name: Deploy ${{ inputs.marker }}'),
    });
  });

  it.each(["${{ inputs['marker'] }}", '${{ github.event.inputs.marker }}', '${{ toJSON(inputs) }}'])(
    'takes the run-name %s',
    async (runName) => {
      expect(await openIn(worldWith({ ...DEPLOY, runName })).mustBeReady?.(MARK)).toMatch(/^deploy\.yml is/);
    },
  );

  it('has not tried what it may not read, and says which right is missing', async () => {
    const world = worldWith();
    world.faults.push({ path: /\/contents\//, method: 'GET', fault: { kind: 'status', status: 403 } });
    expect(await openIn(world).mustBeReady?.(MARK)).toBe(
      'not tried: .github/workflows/deploy.yml of acme/shop may not be read; that needs contents: read',
    );
  });

  it('looks once for many workloads, and again when some minutes have passed', async () => {
    const world = worldWith();
    const ports = world.process();
    const open = (): Deployer => adapter.open(settings.parse({ workflow: 'deploy.yml' }), ports);
    world.server.home.actions.workflows.set('deploy.yml', {
      ...DEPLOY,
      inputs: ['marker'],
      runName: DEPLOY.runName ?? '',
    });
    await open().mustBeReady?.(MARK);
    world.server.home.actions.workflows.clear();
    expect(await open().mustBeReady?.(MARK)).toMatch(/^deploy\.yml is active/);
    await world.clock.advance(6 * MINUTE);
    await expect(open().mustBeReady?.(MARK)).rejects.toMatchObject({ code: 'RK6006' });
  });

  it.each<[string, FakeWorkflow, RegExp, RegExp]>([
    [
      'input',
      { ...DEPLOY, inputs: ['service'] },
      /deploy\.yml of acme\/shop was not started\. .*`Unexpected inputs provided: \["marker"\]`/,
      /"marker" too/,
    ],
    [
      'state',
      { ...DEPLOY, state: 'disabled_manually' },
      /`Cannot trigger a 'workflow_dispatch' on a disabled workflow`/,
      /gh workflow enable deploy\.yml -R acme\/shop/,
    ],
  ])(
    "quotes GitHub's sentence about a wrong %s, with the next step for it",
    async (_what, workflow, said, next) => {
      await expect(openIn(worldWith(workflow)).roll(MARK)).rejects.toMatchObject({
        code: 'RK6006',
        message: expect.stringMatching(said),
        next: expect.stringMatching(next),
      });
    },
  );

  it('says plainly that the token of a job does not reach another repository', async () => {
    const world = worldWith();
    const deployer = openIn(world, { repository: 'acme/other', ref: 'main' });
    await expect(deployer.roll(MARK)).rejects.toMatchObject({
      code: 'RK6001',
      next: expect.stringContaining('GITHUB_TOKEN'),
    });
  });

  it('names the permission that is missing', async () => {
    await expect(openIn(worldWith(DEPLOY, { actions: 'read' })).roll(MARK)).rejects.toMatchObject({
      code: 'RK6001',
      message: expect.stringContaining('actions: write'),
    });
  });

  it('runs in another repository, on its own default branch, with a token for it', async () => {
    const world = githubWorld({
      others: [{ owner: 'acme', name: 'deploys', id: 5, defaultBranch: 'trunk' }],
      tokens: {
        'job-token': {
          login: 'rekey[bot]',
          permissions: { actions: 'write' },
          repositories: ['acme/deploys'],
        },
      },
    });
    world.server.repositories[1]?.actions.workflows.set('deploy.yml', DEPLOY);
    await openIn(world, { repository: 'acme/deploys' }).roll(MARK);
    expect(world.server.repositories[1]?.actions.runs[0]?.shown()).toMatchObject({ head_branch: 'trunk' });
  });

  it('tells the world about each run that was dispatched', async () => {
    const world = worldWith();
    const seen: string[] = [];
    world.server.home.actions.onDispatch = (run) => void seen.push(run.title);
    await openIn(world).roll(MARK);
    expect(seen).toEqual([`Deploy payment-service (${MARK.marker})`]);
  });
});
