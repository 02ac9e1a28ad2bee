import { afterAll, describe, expect, it } from '@jest/globals';
import type { ClaimFact } from '../../src/domain/journal/facts';
import { isIdLike } from '../../src/domain/tools/publicId';
import { SecretValue } from '../../src/domain/secret';
import type { NewFact } from '../../src/lifecycle/ledger';
import { publicFact } from '../../src/lifecycle/publicFact';
import { createMasker } from '../../src/runtime/mask';
import { codeOf } from '../support/codeOf';

const VALUE = 'hunter2-of-production';
const values = createMasker(() => undefined);
const end = SecretValue.onCreate((value) => values.hide(value));
SecretValue.of(VALUE, []);
afterAll(end);

const forms = [VALUE, `x-${VALUE}-y`, Buffer.from(VALUE).toString('base64'), encodeURIComponent(VALUE)];
const noted = (fact: NewFact): NewFact => publicFact(fact, values);

describe('a fact', () => {
  it.each(forms)('keeps no value in a sentence: %s', (form) => {
    const facts: readonly NewFact[] = [
      { type: 'warning', message: `it said ${form}` },
      { type: 'failed', row: 'forward/create', code: 'RK5005', message: form },
      { type: 'turn', to: 'back', why: form },
      { type: 'hold', actor: form, reason: form },
      {
        type: 'wait',
        row: 'forward/drain',
        until: '2030-01-01T00:00:00Z',
        latest: '2030-01-01T00:00:00Z',
        then: form,
        reason: form,
        person: form,
      },
      { type: 'result', row: 'forward/check:a', how: 'observed', data: { passes: 3, sentence: form } },
      {
        type: 'result',
        row: 'forward/deploy:a',
        how: 'did',
        data: { rollout: '1', url: `https://a.example/${form}` },
      },
    ];
    for (const fact of facts) {
      expect(JSON.stringify(noted(fact))).not.toContain(form);
      expect(JSON.stringify(noted(fact))).toContain('***');
    }
  });

  it.each(forms)('that a later run would act on is refused: %s', async (form) => {
    const facts: readonly NewFact[] = [
      { type: 'intent', row: 'forward/revoke', data: { id: form } },
      { type: 'condemn', credential: form, why: '' },
      { type: 'result', row: 'forward/claim', how: 'did', data: { base: '1', old: 'present', oldId: form } },
      { type: 'result', row: 'forward/deploy:a', how: 'did', data: { rollout: form } },
      { type: 'result', row: 'forward/check:a', how: 'observed', data: { keyId: form } },
      {
        type: 'result',
        row: 'forward/create',
        how: 'did',
        data: { id: 'k-1', staged: '1', deep: [{ expires: form }] },
      },
    ];
    for (const fact of facts) expect(await codeOf(Promise.resolve().then(() => noted(fact)))).toBe('RK8007');
  });

  it.each(['two words', 'x'.repeat(257), 'key\n', '../other', '..', 'é'])(
    'names no id that cannot be one: %j',
    async (id) => {
      expect(isIdLike(id)).toBe(false);
      const fact: NewFact = { type: 'condemn', credential: id, why: '' };
      expect(await codeOf(Promise.resolve().then(() => noted(fact)))).toBe('RK8007');
    },
  );

  it('says where an id and a value are mixed up', () => {
    const noting = (credential: string) => () => noted({ type: 'condemn', credential, why: '' });
    expect(noting(VALUE)).toThrow(
      expect.objectContaining({ next: expect.stringMatching(/create\.value .* points to the id/) }),
    );
    expect(noting('two words')).toThrow(/credential is no id of a key/);
  });

  it('takes names of the reviewed config as they are, because later runs compare them', () => {
    const snapshot = { name: VALUE, store: VALUE } as unknown as NonNullable<ClaimFact['snapshot']>;
    const fact = { type: 'claim', snapshot, config: { digest: VALUE } } as unknown as NewFact;
    expect(noted(fact)).toEqual(fact);
  });

  it('names the id that is a part of the credential, once it was said to be public', () => {
    const fact: NewFact = { type: 'condemn', credential: VALUE, why: '' };
    values.show(VALUE);
    SecretValue.of(VALUE, []);
    expect(noted(fact)).toEqual(fact);
  });
});
