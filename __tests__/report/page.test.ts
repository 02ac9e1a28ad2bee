import { describe, expect, it } from '@jest/globals';
import { evidence } from '../../src/evidence/build';
import { page } from '../../src/report/page';
import { adopting, discarded, draining, removed, rotated } from '../support/facts';

const text = (tale: ReturnType<typeof rotated>): string => page(evidence(tale.facts));

describe('the page of a rotation', () => {
  it('reads well', () => {
    expect(text(rotated())).toMatchSnapshot();
  });

  it('says in words what kind of proof there is', () => {
    expect(text(rotated())).toContain('**Done.** Proved dead: the vendor refuses the credential `k-old`.');
    expect(text(discarded())).toContain('that its value is refused was not seen.');
    expect(text(removed())).toContain('The death of the credential `k-old` is not proved.');
    expect(text(draining())).toContain('**Still open.** Nothing had to die so far.');
    expect(text(draining().closes('forward', 'abandoned'))).toContain('Left alive: the credential `k-old`');
  });

  it('is stamped where nothing is real', () => {
    const { facts } = rotated();
    const played = facts.map((fact) => (fact.type === 'claim' ? { ...fact, sandbox: true as const } : fact));
    expect(evidence(played).sandbox).toBe(true);
    expect(page(evidence(played))).toContain('**Sandbox: nothing here is real.**');
    expect(text(rotated())).not.toContain('Sandbox');
  });

  it('claims nothing for a gate that was not observed', () => {
    expect(text(removed())).toContain(
      '> 2 gates not observed: there was no way to see, so nothing is claimed.',
    );
    expect(text(rotated())).not.toContain('nothing is claimed');
  });

  it('lists holds, blocks, waits and turns in the order of time', () => {
    const tale = adopting()
      .say({ type: 'hold', actor: 'ana', reason: 'release night' })
      .say({ type: 'unhold', actor: 'bo', reason: 'over' })
      .say({ type: 'blocked', code: 'RK7008', why: 'they disagree' })
      .say({ type: 'turn', to: 'discard', why: 'asked for' })
      .say({ type: 'warning', message: 'the channel did not answer' });
    expect(text(tale)).toMatch(/wait for a person[^]*hold[^]*`ana`[^]*released[^]*`bo`/);
    expect(text(tale)).toContain('- `the channel did not answer`');
  });
});
