import { describe, expect, it } from '@jest/globals';
import { foldRotation } from '../../src/domain/journal/rotation';
import { evidence } from '../../src/evidence/build';
import { ticket } from '../../src/report/ticket';
import { created, draining, keyConfig, rotated, runContext, steppedBack, Tale } from '../support/facts';
import { situationOf } from '../support/situations';

const extras = { labels: ['rotation'] };

describe('the ticket', () => {
  it('of a grace period reads well', () => {
    expect(ticket(situationOf(draining()), extras)).toMatchSnapshot();
  });

  it('of a rotation that was taken back lists both ways', () => {
    const { body } = ticket(situationOf(steppedBack()), extras);
    expect(body).toContain('- [ ] ❌ **watch**');
    expect(body).toContain('**Taken back**');
    expect(body).toContain('- [ ] 🟡 **watch**');
    expect(body).toContain('  - [ ] drain – not observed');
  });

  it('at the close says done, with the digest and the commit to check it by', () => {
    const { facts } = rotated();
    const close = facts.findIndex((fact) => fact.type === 'intent' && fact.row === 'forward/close');
    const until = facts.slice(0, close + 1);
    const rotation = foldRotation(until);
    if (!rotation) throw new Error('no rotation');
    const situation = { key: keyConfig(), run: runContext(), rotation, evidence: evidence(until) };
    const { body } = ticket(situation, { ...extras, evidence: { digest: 'sha256:abcd', commit: 'f00' } });
    expect(body).toContain('### ✅ `gateway-prod` rotated');
    expect(body).toContain('**Evidence** `sha256:abcd`, journal commit `f00`.');
    expect(body).not.toMatch(/- \[ \] close/);
  });

  it('names who asked, who approved and why', () => {
    const order = {
      command: 'rotate',
      actor: 'ana',
      event: 'workflow_dispatch',
      reason: 'audit',
      approvedBy: 'bo',
    };
    const { body } = ticket(situationOf(created(new Tale().claim({ order }))), extras);
    expect(body).toContain('`rotate` by `ana` (`workflow_dispatch`), approved by `bo`: `audit`');
  });

  it('has a title without Markdown, and says sandbox where it is one', () => {
    const run = runContext({ sandbox: true });
    const tale = created(new Tale('r', keyConfig({ name: 'a`b\nc', environment: '' })));
    expect(ticket(situationOf(tale, { run }), extras).title).toBe("[sandbox] Rotate a'b c");
  });

  it('stays below what an issue may hold, and keeps the five lines', () => {
    const tale = created();
    for (let index = 0; index < 500; index += 1) {
      tale.result(`forward/check:service-${index}`, 'observed', {
        passes: 3,
        sentence: 'x'.repeat(230),
      });
    }
    const { body } = ticket(situationOf(tale), extras);
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body).toContain('- **Owner** `team-payments`');
  });
});
