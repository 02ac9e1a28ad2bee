import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../src/domain/contracts/notifier';
import type { TicketContent } from '../../src/domain/contracts/ticket';
import { sha256 } from '../../src/domain/tools/digest';
import { SecretValue } from '../../src/domain/secret';
import { redactedPages, redactedParts } from '../../src/commands/redacted';
import { createMasker } from '../../src/runtime/mask';
import { later, NOW } from '../support/companyTales';
import { Forger } from './forger';
import { leaksIn, plantedIn } from './leaks';
import { placesOf } from './places';
import { stronghold } from './stronghold';

const VALUE = 'met/later+"of <production>';
const forms = [
  VALUE,
  Buffer.from(VALUE).toString('base64'),
  encodeURIComponent(VALUE),
  'met/later+&quot;of &lt;production&gt;',
];

function masker(): ReturnType<typeof createMasker> {
  const values = createMasker(() => undefined);
  const end = SecretValue.onCreate((value) => values.hide(value));
  SecretValue.of(VALUE, []);
  end();
  return values;
}

describe('what leaves for people', () => {
  it.each(forms.slice(0, 3))('a ticket has no value in it: %s', async (form) => {
    const got: unknown[] = [];
    const keep =
      <T>(answer: T) =>
      (...given: unknown[]): Promise<T> => {
        got.push(given);
        return Promise.resolve(answer);
      };
    const ticket = redactedParts(masker()).tickets({
      upsert: keep({ number: '1', url: '' }),
      attach: keep(undefined),
      close: keep(undefined),
      find: keep(undefined),
    });
    const content: TicketContent = { title: form, body: `a ${form} b`, labels: [form] };
    await ticket.upsert('r1', content, { since: '' });
    await ticket.attach('r1', '1', {
      name: form,
      content: `{"a":"${form}"}`,
      digest: 'of what was there before',
    });
    expect(JSON.stringify(got)).not.toContain(JSON.stringify(form).slice(1, -1));
    expect(got[1]).toEqual([
      'r1',
      '1',
      { name: '***', content: '{"a":"***"}', digest: sha256('{"a":"***"}') },
      undefined,
    ]);
  });

  it.each(forms.slice(0, 3))('a notice has no value in it: %s', async (form) => {
    const got: Notice[] = [];
    const notifier = redactedParts(masker()).notifiers({
      tell: (notice) => Promise.resolve(void got.push(notice)),
    });
    const notice: Notice = {
      id: '1',
      occasion: 'blocked',
      key: form,
      rotation: 'r1',
      at: '',
      lines: ['Now', `x ${form}`],
      url: `https://a.example/${form}`,
    };
    await notifier.tell(notice);
    expect(got).toEqual([{ ...notice, key: '***', lines: ['Now', 'x ***'], url: 'https://a.example/***' }]);
  });

  it.each(forms)('evidence has no value in it, and says the digest of what it is: %s', (form) => {
    const pages = redactedPages(
      {
        ticket: () => ({ title: '', body: '', labels: [] }),
        evidence: () => [
          { path: 'a', name: 'a', content: `<${form}>`, digest: 'of what was there before' },
          { path: 'b', name: 'b', content: 'plain', digest: 'kept' },
        ],
      },
      masker(),
    );
    const [first, second] = pages.evidence([]);
    expect([first?.content.includes(form), first?.digest]).toEqual([false, sha256(first?.content ?? '')]);
    expect(second?.digest).toBe('kept');
  });
});

describe('a value that stands in the journal already', () => {
  it('is told no further, once this process knows it', async () => {
    const company = await stronghold();
    await company.run(['rotate']);
    await company.run(NOW);
    const secret = company.vendor.options.adminKeys[0] ?? '';
    const told = company.served() ?? '';
    new Forger(company).add([
      { type: 'warning', message: `the vendor said ${secret} and ${told}` },
      { type: 'failed', row: 'forward/drain', code: 'RK5005', message: `it said ${secret}` },
    ]);
    const before = new Set(placesOf(company).map(({ where, text }) => `${where}\n${text}`));
    const ran = await later(company);
    const evidence = [...company.disk].filter(([path]) => /run-\d+\/evidence\/.*\.json$/.test(path));
    expect(ran.outputs['status']).toBe('done');
    expect(evidence.at(-1)?.[1]).toContain('the vendor said ***');
    const fresh = placesOf(company).filter(({ where, text }) => !before.has(`${where}\n${text}`));
    // The facts of the journal are carried on as they are; Company shows log and summary as they are before the mask.
    const elsewhere = fresh.filter(
      ({ where }) => !/^journal, (facts|index|a blob)|, (log|debug log|summary)$|graphql/.test(where),
    );
    expect(elsewhere.length).toBeGreaterThan(20);
    expect(leaksIn(elsewhere, plantedIn(company))).toEqual([]);
  });
});
