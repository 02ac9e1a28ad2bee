import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '../../src/domain/evidence';
import type { Fact } from '../../src/domain/journal/facts';
import { SecretValue } from '../../src/domain/secret';
import { DAY, HOUR } from '../../src/domain/tools/time';
import { evidence } from '../../src/evidence/build';
import { evidenceFile } from '../../src/evidence/file';
import {
  adopting,
  created,
  discarded,
  draining,
  keyConfig,
  removed,
  rotated,
  steppedBack,
  Tale,
  takenOver,
} from '../support/facts';

/** The same value with the members of every object in reverse order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, turned(member)]),
  );
}

const tales = { adopting, created, discarded, draining, removed, rotated, steppedBack, takenOver };

/** One rotation with every type of fact in it. */
function everything(): Tale {
  return draining()
    .say({ type: 'hold', actor: 'ana', reason: 'release night' })
    .say({ type: 'unhold', actor: 'bo', reason: 'over' })
    .say({ type: 'warning', message: 'the channel did not answer' })
    .after(DAY)
    .claim({ takenFrom: 'n1' })
    .fails('forward/drain', 'no answer from the vendor', 'RK5007')
    .say({ type: 'turn', to: 'back', why: 'asked for', code: 'RK6005' })
    .say({ type: 'condemn', credential: 'k-new', why: 'taken back' })
    .say({ type: 'blocked', code: 'RK7008', why: 'journal and store disagree' })
    .intent('back/promote')
    .result('back/promote', 'did')
    .say({ type: 'closed', outcome: 'abandoned' })
    .release();
}

describe('evidence', () => {
  it.each(Object.entries(tales))(
    'of %s is the same for the same facts, in any order of members',
    (_, tell) => {
      const { facts } = tell();
      const same = evidenceFile(evidence(turned(facts) as Fact[]));
      expect(same).toEqual(evidenceFile(evidence(facts)));
    },
  );

  it('is written whatever stands in the journal, half a character too', () => {
    const { content } = evidenceFile(
      evidence(draining().fails('forward/drain', 'busy \ud83d', 'RK5007').facts),
    );
    expect(content).toContain('"busy \\ud83d"');
    expect(JSON.stringify(JSON.parse(content), null, 2)).toBe(content.trimEnd());
  });

  it('has its members in the order of RFC 8785, names that are numbers too', () => {
    const { content } = evidenceFile({ a: 1, 9: 1, 10: 1 } as unknown as Evidence);
    expect(content).toBe('{\n  "10": 1,\n  "9": 1,\n  "a": 1\n}\n');
  });

  it('changes with every fact that is taken away', () => {
    const { facts } = rotated();
    const whole = evidenceFile(evidence(facts)).digest;
    const close = facts.findIndex((fact) => fact.type === 'intent' && fact.row === 'forward/close');
    for (let index = 1; index <= close; index += 1) {
      const less = facts.filter((_fact, position) => position !== index);
      expect(evidenceFile(evidence(less)).digest).not.toBe(whole);
    }
  });

  it('says what became of a whole rotation', () => {
    const told = evidence(rotated().facts);
    expect(told).toMatchObject({
      outcome: 'done',
      key: 'gateway-prod',
      secret: 'vault:prod/gateway#api_key',
      old: { id: 'k-old', how: 'beside the value' },
      new: { id: 'k-new', label: 'rekey-gateway-prod-1a2b3c4d5e' },
      death: { credential: 'k-old', grade: 'refused' },
      takeovers: 0,
      started: '2026-11-20T02:00:00.000Z',
      ended: '2026-11-21T02:12:20.000Z',
    });
    expect(
      told.gates.map((gate) => `${gate.step}${gate.unit ? `:${gate.unit}` : ''} ${gate.verdict}`),
    ).toEqual([
      'preflight passed',
      'verify passed',
      'check:payment-service passed',
      'check:billing-service passed',
      'drain passed',
      'prove passed',
    ]);
    expect(told.effects.map((effect) => effect.step)).toEqual([
      'claim',
      'create',
      'promote',
      'deploy',
      'deploy',
      'condemn',
      'disable',
      'revoke',
      'free',
    ]);
    expect(told.runs).toHaveLength(2);
  });

  it('ends with the first intent to close, so that a second close attaches the same bytes', () => {
    const late = rotated();
    const { facts } = late;
    const close = facts.findIndex((fact) => fact.type === 'intent' && fact.row === 'forward/close');
    const early = evidenceFile(evidence(facts.slice(0, close + 1)));
    late
      .after(2 * DAY)
      .claim({ takenFrom: 'n2' })
      .closes('forward', 'done');
    late.say({ type: 'warning', message: 'the channel did not answer' });
    expect(evidenceFile(evidence(late.facts))).toEqual(early);
  });

  it('has a place for every type of fact', () => {
    const told = evidence(everything().facts);
    expect(told).toMatchObject({
      outcome: 'abandoned',
      takeovers: 1,
      holds: [
        { type: 'hold', actor: 'ana', reason: 'release night' },
        { type: 'unhold', actor: 'bo' },
      ],
      warnings: ['the channel did not answer'],
      turns: [{ to: 'back', why: 'asked for' }],
      condemned: [{ credential: 'k-new' }],
      blocks: [{ code: 'RK7008' }],
      waits: [{ reason: 'grace period of 1d' }],
      failures: [{ step: 'drain', code: 'RK5007' }],
      death: { credential: 'k-new', grade: 'left alive' },
    });
  });

  it('keeps a failure in its history when the gate passes later', () => {
    const { facts } = created()
      .does('forward/promote', { version: '8' })
      .fails('forward/check:payment-service', 'one pod is late')
      .after(DAY)
      .result('forward/check:payment-service', 'observed', { passes: 3, sentence: 'well' });
    const told = evidence(facts);
    expect(told.gates.at(-1)).toMatchObject({ unit: 'payment-service', verdict: 'passed' });
    expect(told.failures).toMatchObject([{ unit: 'payment-service', message: 'one pod is late' }]);
  });

  it('says found where another process had done it, and did where this one did', () => {
    expect(evidence(takenOver().facts).effects.at(-1)).toMatchObject({ step: 'create', how: 'found' });
    expect(evidence(created().facts).effects.at(-1)).toMatchObject({ step: 'create', how: 'did' });
  });

  it('says when an effect was sent first and when it was found, however often it was asked for', () => {
    const { facts } = draining()
      .claim()
      .intent('forward/revoke', { id: 'k-old' })
      .after(HOUR)
      .claim({ takenFrom: 'n2' })
      .intent('forward/revoke', { id: 'k-old' })
      .after(1000)
      .result('forward/revoke', 'found', { id: 'k-old' });
    expect(evidence(facts).effects.at(-1)).toMatchObject({
      step: 'revoke',
      how: 'found',
      sent: '2026-11-20T02:01:46.000Z',
      at: '2026-11-20T03:01:47.000Z',
      intents: ['2026-11-20T02:01:46.000Z', '2026-11-20T03:01:46.000Z'],
    });
  });

  it('counts from the next try where the first one surely did nothing', () => {
    const { facts } = draining()
      .intent('forward/revoke')
      .failsSurely('forward/revoke', 'busy', 'RK5008')
      .after(HOUR)
      .does('forward/revoke', { id: 'k-old' });
    expect(evidence(facts).effects.at(-1)).toMatchObject({
      how: 'did',
      sent: '2026-11-20T03:01:46.000Z',
      intents: [expect.anything(), expect.anything()],
    });
  });

  it('keeps what was asked for and whose end nobody knows', () => {
    const { facts } = draining().intent('forward/revoke', { id: 'k-old' }).release();
    expect(evidence(facts).effects.at(-1)).toMatchObject({
      step: 'revoke',
      how: 'not known',
      data: { id: 'k-old' },
    });
    const surely = draining().intent('forward/revoke').failsSurely('forward/revoke', 'busy', 'RK5008');
    expect(evidence(surely.facts).effects.map(({ step }) => step)).not.toContain('revoke');
  });

  it('names each config under which it went on', () => {
    const { facts } = draining()
      .after(HOUR)
      .claim()
      .claim({ config: { digest: 'decaf', commit: 'def456' } })
      .after(HOUR)
      .claim({ config: { digest: 'c0ffee', commit: 'abc123' } });
    expect(evidence(facts).configs).toEqual([
      { at: '2026-11-20T02:00:00.000Z', digest: 'c0ffee', commit: 'abc123' },
      { at: '2026-11-20T03:01:46.000Z', digest: 'decaf', commit: 'def456' },
      { at: '2026-11-20T04:01:46.000Z', digest: 'c0ffee', commit: 'abc123' },
    ]);
  });

  it('does not call a drain passed that could not see the old key', () => {
    const gate = evidence(removed().facts).gates.find(({ step }) => step === 'drain');
    expect(gate?.verdict).toBe('not observed');
  });

  it('names every order when a person asked for something else on the way', () => {
    const { facts } = draining()
      .after(DAY)
      .claim()
      .claim({
        rank: 'rollback',
        order: {
          command: 'rollback',
          actor: 'ana',
          event: 'workflow_dispatch',
          reason: 'errors at checkout',
        },
      });
    expect(evidence(facts).orders.map((order) => `${order.command} ${order.actor}`)).toEqual([
      'rotate schedule',
      'rollback ana',
    ]);
  });

  it('refuses facts without the claim that began them', () => {
    expect(() => evidence(rotated().facts.slice(1, 4))).toThrow(/do not begin with a claim/);
  });

  it('never prints a value, even one that was put into a fact by mistake', () => {
    const value = SecretValue.of('sk-planted-4711', []);
    const { facts } = created();
    const planted = { ...facts.at(-1), data: { accepted: 3, value } } as never as Fact;
    expect(evidenceFile(evidence([...facts, planted])).content).not.toContain('sk-planted-4711');
  });
});

describe('death in evidence', () => {
  it.each([
    ['a proof by refusal', rotated(), { credential: 'k-old', grade: 'refused' }],
    ['a proof by a complete list', discarded(), { credential: 'k-new', grade: 'gone from list' }],
    ['a step back', steppedBack(), { credential: 'k-new', grade: 'refused' }],
    ['a proof that proves nothing', removed(), { credential: 'k-old', grade: 'unproven' }],
    [
      'a revoke without a proof',
      draining().does('forward/revoke'),
      { credential: 'k-old', grade: 'unproven' },
    ],
    ['a drain that continues', draining(), { credential: 'k-old', grade: 'not due' }],
    ['an adoption', adopting(), { grade: 'not due' }],
    [
      'an unknown id',
      new Tale().claim().result('forward/claim', 'did', { base: '7', old: 'present' }),
      { grade: 'left alive' },
    ],
    [
      'a first key',
      new Tale()
        .claim()
        .result('forward/claim', 'did', { base: '7', old: 'absent' })
        .closes('forward', 'done'),
      { grade: 'not due' },
    ],
    [
      'a create without an answer',
      new Tale(undefined, keyConfig())
        .claim()
        .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' })
        .intent('forward/create')
        .say({ type: 'turn', to: 'discard', why: 'no answer' })
        .closes('discard', 'undone'),
      { grade: 'unproven' },
    ],
  ])('of %s', (_, tale, death) => {
    expect(evidence(tale.facts).death).toEqual(death);
  });
});
