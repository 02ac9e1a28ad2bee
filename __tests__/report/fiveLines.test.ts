import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../src/domain/errors';
import { newKey } from '../../src/domain/journal/keyState';
import type { PlanItem } from '../../src/domain/plan';
import { DAY, HOUR } from '../../src/domain/tools/time';
import { fiveLines } from '../../src/report/fiveLines';
import type { Situation } from '../../src/report/situation';
import { standingOf } from '../../src/report/keyStatus';
import {
  adopting,
  created,
  discarded,
  draining,
  IDENTITY,
  keyConfig,
  owner,
  removed,
  rotated,
  runContext,
  START,
  steppedBack,
  Tale,
} from '../support/facts';
import { situationOf } from '../support/situations';

const ROTATE = 'gh workflow run rekey.yml -f command=rotate -f keys=gateway-prod';
const ABANDON = "gh workflow run rekey.yml -f command=abandon -f keys=gateway-prod -f reason='<why>'";
const RELEASE =
  "gh workflow run rekey.yml -f command=release -f keys=gateway-prod -f reason='<what was done>'";

const plan = (changes: Partial<PlanItem>): PlanItem => ({
  key: 'gateway-prod',
  identity: IDENTITY,
  owner: 'team-payments',
  environment: 'production',
  vendor: 'gateway',
  workloads: ['payment-service'],
  action: 'nothing',
  why: 'not due',
  overdue: false,
  findings: [],
  ...changes,
});

const idle = (changes: Partial<Situation> = {}): Situation => ({
  key: keyConfig(),
  run: runContext(),
  state: newKey(IDENTITY, 'gateway-prod'),
  ...changes,
});

/** Label and text of each line. */
function told(situation: Situation): Readonly<Record<string, string>> {
  return Object.fromEntries(fiveLines(situation).map((line) => [line.slice(0, 9).trim(), line.slice(9)]));
}

const afterPromote = (): Tale =>
  created().does('forward/promote', { version: '8', previous: '7', id: 'k-new' });
const unhealthy = (): Tale =>
  afterPromote().fails('forward/check:payment-service', '401 ratio 4.1 %, limit 1.2 %');

describe('the five lines', () => {
  it('say that a consumer fell ill in the grace period, and not that a probe is blind', () => {
    const checked = afterPromote().result('forward/check:payment-service', 'observed', { passes: 3 });
    const blind = checked.fails('forward/drain', 'payment-service: no answer', 'RK6007');
    expect(told(situationOf(blind))['At risk']).toMatch(/^not known: billing-service was not checked/);
    const ill = blind.fails('forward/drain', 'payment-service: 500', 'RK6008');
    expect(told(situationOf(ill))['At risk']).toContain('a consumer was unhealthy when last looked at');
  });

  it('are always the same five, each one line', () => {
    for (const tale of [
      adopting(),
      created(),
      discarded(),
      draining(),
      removed(),
      rotated(),
      steppedBack(),
    ]) {
      const lines = fiveLines(situationOf(tale));
      expect(lines.map((line) => line.slice(0, 9).trim())).toEqual([
        'Now',
        'At risk',
        'Until',
        'Do',
        'Owner',
      ]);
      expect(lines.join('')).not.toContain('\n');
    }
  });

  it('of a rotation that is done', () => {
    expect(told(situationOf(rotated(), { plan: plan({ due: '2026-12-20T02:00:00.000Z' }) }))).toEqual({
      Now: 'rotated; the new key k-new is current; the old key k-old is dead: the vendor refuses it',
      'At risk': 'nothing',
      Until: 'due 2026-12-20 02:00 UTC',
      Do: 'nothing',
      Owner:
        'team-payments · Ticket acme/billing#812 https://github.com/acme/billing/issues/812 · Run https://github.com/acme/billing/actions/runs/98765',
    });
  });

  it('of a grace period', () => {
    expect(told(situationOf(draining()))).toMatchObject({
      Now: 'waits: grace period of 1d; the new key k-new is current; the old key k-old still works',
      'At risk': 'nothing',
      Until: '2026-11-21 02:01 UTC, at latest 2026-11-24 02:01 UTC; then a person is asked',
      Do: 'nothing: a scheduled run continues then',
    });
  });

  it('of an id that nobody knows', () => {
    const lines = told(situationOf(adopting()));
    expect(lines['Now']).toContain('waits for a person');
    expect(lines['Now']).toContain('nothing was changed, so what worked goes on working');
    expect(lines['Do']).toContain('RK5003 gateway-prod: I do not know the id of the key in use');
    expect(lines['Do']).toContain(`The next run looks again. At once: ${ROTATE}`);
  });

  it('of a key that is still used after its grace period', () => {
    const tale = draining()
      .after(4 * DAY)
      .claim()
      .waits(
        'forward/drain',
        'the old key was last used an hour ago',
        DAY,
        'Find who still uses the old key.',
      )
      .release();
    expect(told(situationOf(tale))).toMatchObject({
      Now: expect.stringMatching(
        /^waits for a person: the old key was last used.*the old key k-old still works$/,
      ),
      Do: expect.stringContaining('Find who still uses the old key.'),
    });
  });

  it('of a step back that ended well: nobody has to get up', () => {
    expect(told(situationOf(steppedBack()))).toMatchObject({
      Now: 'undone: payment-service is not healthy with the new key; the old key k-old is current again; the new key k-new is dead: the vendor refuses it',
      'At risk': 'nothing',
      Do: `Look at the workload; the old key still works. Then: ${ROTATE} -f now=true`,
    });
  });

  it('of a workload that is not healthy after the switch', () => {
    const error = new RekeyError('RK7007', 'the journal did not answer');
    expect(told(situationOf(unhealthy(), { error }))).toMatchObject({
      'At risk': 'consumers of payment-service may be failing',
      Do: "Look at the workload now. To take the new key back: gh workflow run rekey.yml -f command=rollback -f keys=gateway-prod -f reason='<why>'",
    });
  });

  it('of a probe that cannot be reached: that alone says nothing about consumers', () => {
    const tale = afterPromote().fails('forward/check:payment-service', 'the probe did not answer', 'RK9001');
    expect(told(situationOf(tale.release()))['At risk']).toBe(
      'not known: payment-service and billing-service were not checked since the switch',
    );
  });

  it('of a workload that is well again after the step back', () => {
    const tale = unhealthy()
      .say({ type: 'turn', to: 'back', why: 'unhealthy' })
      .does('back/promote', { version: '9' })
      .result('back/check:payment-service', 'observed', { passes: 3, sentence: 'well' })
      .result('back/check:billing-service', 'observed', { passes: 3, sentence: 'well' });
    expect(told(situationOf(tale))['At risk']).toBe('nothing');
  });

  it('of a rotation that is blocked', () => {
    const tale = draining().say({ type: 'blocked', code: 'RK7008', why: 'journal and store disagree' });
    expect(told(situationOf(tale.release()))).toMatchObject({
      Now: 'blocked, RK7008: journal and store disagree; look at the store for what is in use; the old key k-old still works; the new key k-new still works',
      Do: `Look at what the message names and correct what is wrong; nothing was revoked. Then: ${RELEASE} Or give it up, and nothing dies: ${ABANDON}`,
      'At risk': 'not known: nobody has seen which key is in use',
    });
  });

  it('of a key that the vendor refuses although it is in use', () => {
    const error = new RekeyError('RK5011', 'gateway-prod: the vendor refuses the key in prod/gateway (401).');
    const lines = told(idle({ error }));
    expect(lines['At risk']).toBe('every consumer: the vendor refuses the key in use');
    expect(lines['Do']).toContain(`${ROTATE} -f now=true`);
  });

  it('of a hold', () => {
    const tale = draining().say({ type: 'hold', actor: 'ana', reason: 'release night' });
    expect(told(situationOf(tale))).toMatchObject({
      Now: 'on hold since 2026-11-20 02:01 UTC by ana: release night; the new key k-new is current; the old key k-old still works',
      Do: RELEASE,
    });
  });

  it('of a run that another took over from', () => {
    const error = new RekeyError('RK7005', 'Another run took this key over.');
    const { state } = new Tale().claim({ owner: owner('98799') });
    expect(told(situationOf(created(), { error, state }))).toMatchObject({
      Now: expect.stringMatching(/^run 98799 took this key over and continues; this run stopped/),
      Do: 'nothing',
    });
  });

  it('of a key that another run works on', () => {
    const error = new RekeyError('RK7006', 'another run');
    expect(told(idle({ error, state: created().state }))).toMatchObject({
      Now: expect.stringContaining(
        'run 98765 has claimed this key; this run did nothing; this run did not look at its keys',
      ),
      'At risk': 'not known: this run did not look at the open rotation',
      Until: '2026-11-20 03:00 UTC at latest',
      Do: 'nothing',
    });
  });

  it('of a run that was interrupted', () => {
    expect(told(situationOf(created().release()))).toMatchObject({
      Now: 'stopped at verify; the old key k-old is current; the new key k-new is staged and not in use',
      Until: 'the next run',
      Do: `nothing: the next scheduled run continues. At once: ${ROTATE}`,
    });
  });

  it('of a switch whose end nobody knows', () => {
    const tale = created().intent('forward/promote');
    const error = new RekeyError('RK7012', 'no answer');
    expect(told(situationOf(tale, { error }))['Now']).toContain(
      'a switch was begun and its end is not recorded',
    );
  });

  it('of a rotation that is at work', () => {
    expect(told(situationOf(created()))).toMatchObject({
      Now: expect.stringMatching(/^at work at verify/),
      Until: '2026-11-20 03:00 UTC at latest',
      Do: 'nothing',
    });
  });

  it('of a rotation that failed before it changed anything', () => {
    const error = new RekeyError('RK4001', 'the role may not read prod/gateway');
    const tale = new Tale().claim().fails('forward/preflight', 'the role may not read', 'RK4001');
    expect(told(situationOf(tale, { error }))).toMatchObject({
      Now: 'not started, RK4001: the role may not read prod/gateway; nothing was changed, so what worked goes on working',
      Do: `Add the permission named above to the policy. Then: ${ROTATE} -f now=true`,
    });
  });

  it('of a plan that refuses the key', () => {
    const finding = { rule: 'window', code: 'RK8001', weight: 'refuse', message: 'outside' } as const;
    const lines = told(idle({ plan: plan({ action: 'refused', why: 'no window', findings: [finding] }) }));
    expect(lines).toMatchObject({
      Now: 'not started: no window; nothing was changed',
      Do: `Wait for the window, or change the policy. Then: ${ROTATE} -f now=true`,
    });
  });

  it('of a key that backs off after a failure', () => {
    expect(told(idle({ state: steppedBack().state }))).toMatchObject({
      Until: '2026-11-20 03:03 UTC',
      Do: `nothing now. Later: ${ROTATE} -f now=true`,
    });
  });

  it('of a key that is not due', () => {
    expect(told(idle({ plan: plan({ due: START, why: 'due in a month' }) }))).toMatchObject({
      Now: 'nothing to do: due in a month; nothing was changed',
      Until: 'due 2026-11-20 02:00 UTC',
      Do: 'nothing',
    });
  });

  it('of a death that was not proved', () => {
    expect(told(situationOf(removed()))).toMatchObject({
      Now: 'finished without a proof of death; the old key k-old is revoked, its death could not be proved',
      'At risk': 'a revoked key may still be accepted: its death is not proved',
      Do: 'look at the vendor whether the key is gone; delete it by hand if it is not',
    });
  });

  it('of a key in use that is disabled', () => {
    const tale = created().does('forward/disable', { checked: 1 });
    expect(told(situationOf(tale))['At risk']).toBe('every consumer: the key in use is disabled or revoked');
  });

  it('of a key that the vendor lets expire', () => {
    const state = { ...newKey(IDENTITY, 'gateway-prod'), expires: '2027-01-01T00:00:00.000Z' };
    expect(told(idle({ state }))['Until']).toBe(
      '2027-01-01 00:00 UTC: then the vendor lets the key in use expire',
    );
  });

  it('knows how long another attempt holds the claim', () => {
    const tale = new Tale().claim({ end: '2026-11-20T04:00:00.000Z' });
    const error = new RekeyError('RK7006', 'busy');
    expect(told(situationOf(tale, { error }))['Until']).toBe('2026-11-20 04:00 UTC at latest');
  });
});

const rollback = {
  rank: 'rollback',
  order: { command: 'rollback', actor: 'ana', event: 'workflow_dispatch', reason: 'errors at checkout' },
} as const;
const goingBack = (): Tale =>
  draining()
    .after(HOUR)
    .claim(rollback)
    .say({ type: 'turn', to: 'back', why: 'ana asked for it: errors at checkout' })
    .result('back/verify', 'observed', { accepted: 3 })
    .does('back/promote', { version: '9', previous: '8', id: 'k-old' })
    .result('back/check:payment-service', 'observed', { passes: 3 })
    .result('back/check:billing-service', 'observed', { passes: 3 });

describe('a word without a witness', () => {
  it('is not said of a revoke whose end nobody knows', () => {
    const tale = draining().claim().intent('forward/revoke', { id: 'k-old' }).release();
    expect(told(situationOf(tale))['Now']).toContain(
      'the old key k-old may be dead: revoke was asked for, and whether it arrived is not known',
    );
    const answered = tale.result('forward/revoke', 'did', { id: 'k-old' }).release();
    expect(told(situationOf(answered))['Now']).toContain('k-old is revoked, its death is not proved yet');
  });

  it('is not said of a revoke that was never sent', () => {
    const tale = draining()
      .claim()
      .intent('forward/revoke', { id: 'k-old' })
      .failsSurely('forward/revoke', 'busy', 'RK5008');
    expect(told(situationOf(tale.release()))['Now']).toContain('the old key k-old still works');
  });

  it('is not said of a death that another run wrote down', () => {
    const dead = () =>
      draining()
        .claim({ owner: owner('98799') })
        .does('forward/revoke', { id: 'k-old' })
        .result('forward/prove', 'observed', { refused: 3, control: 3, grade: 'refused' });
    const blocked = dead().say({ type: 'blocked', code: 'RK7008', why: 'they disagree' });
    expect(told(situationOf(blocked.claim()))['Now']).toContain(
      'the old key k-old is dead: the vendor refuses it, as an earlier run wrote down',
    );
    const own = dead()
      .claim()
      .result('forward/prove', 'observed', { refused: 3, control: 3, grade: 'refused' });
    expect(told(situationOf(own))['Now']).toMatch(/k-old is dead: the vendor refuses it$/);
  });

  it('is not said of a key that an earlier rotation has given up', () => {
    const tale = draining();
    const state = { ...tale.state, condemned: ['k-old'] };
    expect(told(situationOf(tale, { state }))['Now']).toMatch(/k-old was given up by an earlier rotation$/);
  });

  it('is not said of a key that was made and ended again', () => {
    const tale = new Tale()
      .claim()
      .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' })
      .intent('forward/create')
      .say({ type: 'turn', to: 'discard', why: 'not understood', code: 'RK5005' })
      .does('forward/sweep:k-lost', { id: 'k-lost' })
      .result('discard/sweep', 'observed')
      .closes('discard', 'undone');
    expect(told(situationOf(tale))['Now']).toBe(
      'undone: not understood; the old key k-old is current, and no new key is left',
    );
  });

  it('is not said of a revoke that the vendor does not bear out', () => {
    const tale = draining()
      .claim()
      .does('forward/revoke', { id: 'k-old' })
      .say({ type: 'blocked', code: 'RK5013', why: 'the revoked key is still accepted' });
    expect(told(situationOf(tale))['Now']).toMatch(
      /k-old was revoked, and the answers of the vendor do not bear that out$/,
    );
  });

  it('is not said of consumers that nobody looked at since the switch', () => {
    expect(told(situationOf(afterPromote().release()))['At risk']).toBe(
      'not known: payment-service and billing-service were not checked since the switch',
    );
    const disabled = draining().claim().does('forward/disable', { checked: 2 }).release();
    expect(told(situationOf(disabled))['At risk']).toBe('whatever still uses the old key: it is disabled');
    const open = created().intent('forward/promote').release();
    expect(told(situationOf(open))['At risk']).toBe('not known: nobody has seen which key is in use');
  });

  it('says hold, and not that this run was taken over by itself', () => {
    const error = new RekeyError('RK7005', 'Another run took this key over.');
    const tale = draining().claim().say({ type: 'hold', actor: 'ana', reason: 'wait again' });
    expect(told(situationOf(tale, { error }))).toMatchObject({
      Now: 'on hold since 2026-11-20 02:01 UTC by ana: wait again; the new key k-new is current; the old key k-old still works',
      Do: RELEASE,
    });
    tale.say({ type: 'unhold', actor: 'ana', reason: '' });
    expect(told(situationOf(tale, { error }))).toMatchObject({
      Now: expect.stringMatching(/^stopped: a hold or a release of this key intervened; /),
      Until: 'the next run',
    });
  });

  it('leaves out a reason that nobody gave', () => {
    const tale = draining().say({ type: 'hold', actor: 'ana', reason: '' });
    expect(told(situationOf(tale))['Now']).toMatch(/^on hold since \S+ \S+ UTC by ana; the new key/);
  });

  it('does not call a key at work on which another run has a claim', () => {
    const tale = new Tale().claim({ owner: owner('98799') });
    expect(told(situationOf(tale))['Now']).toMatch(/^claimed by run 98799; /);
    const released = created().say({ type: 'unhold', actor: 'ana', reason: '' });
    expect(told(situationOf(released, { released: true }))['Now']).toMatch(
      /^released: the next run continues; /,
    );
  });

  it('is not repeated', () => {
    const error = new RekeyError('RK2005', 'gateway-prod: it is used. Nothing was changed.');
    expect(told(idle({ error }))['Now']).toBe(
      'not started, RK2005: gateway-prod: it is used; nothing was changed',
    );
  });
});

describe('a rollback', () => {
  it('says on its way and at the end that it is one, and why', () => {
    const waits = goingBack().waits('back/drain', 'grace period of the new key', DAY).release();
    expect(told(situationOf(waits))['Now']).toBe(
      'rolled back: ana asked for it: errors at checkout; waits: grace period of the new key; the old key k-old is current again; the new key k-new still works and is to be revoked',
    );
    const end = goingBack()
      .claim()
      .does('back/revoke', { id: 'k-new' })
      .result('back/prove', 'observed', { refused: 3, control: 3, grade: 'refused' })
      .closes('back', 'undone');
    const situation = situationOf(end);
    expect([told(situation), standingOf(situation)]).toEqual([
      expect.objectContaining({
        Now: 'rolled back: ana asked for it: errors at checkout; the old key k-old is current again; the new key k-new is dead: the vendor refuses it',
        Do: 'nothing',
      }),
      'rolled back',
    ]);
  });

  it('without a proof of death is not called well', () => {
    const end = goingBack()
      .does('back/revoke', { id: 'k-new' })
      .result('back/prove', 'observed', { refused: 0, control: 0, grade: 'unproven' })
      .closes('back', 'undone');
    expect(standingOf(situationOf(end))).toBe('unproven');
  });

  it('is not what undid itself because something failed, also where a person comes later', () => {
    const tale = created()
      .does('forward/promote', { version: '8', previous: '7', id: 'k-new' })
      .say({ type: 'turn', to: 'back', why: 'unhealthy', code: 'RK6005' })
      .claim(rollback)
      .closes('back', 'undone');
    expect([standingOf(situationOf(tale)), told(situationOf(tale))['Now']]).toEqual([
      'undone',
      expect.stringMatching(/^undone: unhealthy; /),
    ]);
  });
});

describe('the Do line', () => {
  const failed = (command: string, now = false): Situation =>
    idle({
      error: new RekeyError('RK4002', 'no such secret', { next: 'Put it there.' }),
      asked: { command, now },
    });

  it.each([
    ['rehearse', 'command=rehearse -f keys=gateway-prod'],
    ['remove', 'command=remove -f keys=gateway-prod'],
    ['rollback', 'command=rollback -f keys=gateway-prod'],
    ['rotate', 'command=rotate -f keys=gateway-prod'],
  ])('after a failed %s asks for no more than that', (command, typed) => {
    expect(told(failed(command))['Do']).toBe(`Put it there. Then: gh workflow run rekey.yml -f ${typed}`);
  });

  it('forces only what was forced', () => {
    expect(told(failed('rotate', true))['Do']).toMatch(/ -f now=true$/);
  });

  it('keeps the advice of the error that undid or blocked the rotation', () => {
    const next =
      'Add to the policy of the role: path "secret/data/prod/gateway" { capabilities = ["patch"] }';
    const undone = created()
      .say({ type: 'turn', to: 'discard', why: 'the store refuses', code: 'RK4001', next })
      .closes('discard', 'undone');
    expect(told(situationOf(undone))['Do']).toContain('capabilities = ["patch"]');
    const blocked = draining().say({
      type: 'blocked',
      code: 'RK6006',
      why: 'Unexpected inputs',
      next: 'Add the input marker.',
    });
    expect(told(situationOf(blocked.release()))['Do']).toMatch(
      /^Add the input marker\. Then: .*command=release.* Or give it up, .*command=abandon/,
    );
  });

  it('after a removal names the dead value that is left in the store', () => {
    const tale = new Tale()
      .claim({ kind: 'remove', order: { command: 'remove', actor: 'ana', event: 'workflow_dispatch' } })
      .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' })
      .does('forward/revoke', { id: 'k-old' })
      .result('forward/prove', 'observed', { refused: 3, control: 0, grade: 'refused' })
      .closes('forward', 'removed');
    expect(told(situationOf(tale))['Do']).toBe(
      'take the entry out of the config, and delete the dead value at vault:prod/gateway#api_key',
    );
  });

  it('says that there is nothing to take back, and no command', () => {
    const finding = { rule: 'command', code: 'RK7014', weight: 'refuse', message: 'none' } as const;
    const situation = idle({
      plan: plan({ action: 'refused', why: 'no rotation is open', findings: [finding] }),
      asked: { command: 'rollback', now: false },
    });
    expect(told(situation)['Do']).toMatch(/^Nothing to do: .*makes a new key\.$/);
  });

  it('of a wait on a laptop does not promise a schedule', () => {
    const run = runContext({ owner: { kind: 'local', host: 'desk', pid: 7, started: START }, url: '' });
    expect(told(situationOf(draining(), { run }))['Do']).toBe(
      'nothing until 2026-11-21 02:01 UTC. Then, unless something runs it for you: node dist/index.js rotate --keys gateway-prod',
    );
  });
});

describe('the exact command', () => {
  it('is one for the program itself where there is no workflow', () => {
    const run = runContext({ owner: { kind: 'local', host: 'desk', pid: 7, started: START }, url: '' });
    const lines = told(situationOf(created().after(HOUR).release(), { run }));
    expect(lines['Do']).toContain('node dist/index.js rotate --keys gateway-prod');
    expect(lines['Owner']).toContain('Run process 7 on desk');
  });

  it('quotes what a shell would take apart', () => {
    const key = keyConfig({ name: "a b'; rm -rf $HOME; '" });
    const lines = told(idle({ key, state: steppedBack().state, workflow: 'my rekey.yml' }));
    expect(lines['Do']).toContain(
      "gh workflow run 'my rekey.yml' -f command=rotate -f keys='a b’; rm -rf $HOME; ’'",
    );
  });
});
