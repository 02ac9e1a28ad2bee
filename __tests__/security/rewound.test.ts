import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/journal/facts';
import { MINUTE } from '../../src/domain/tools/time';
import type { Company, Ran } from '../support/company';
import { readBook, withFacts, writeBook } from './forgeries/book';
import { OTHER, OURS, SCENES } from './forgeries/scenes';

const scene = (name: string): Promise<Company> =>
  SCENES.find((one) => one.name === name)?.build() ?? Promise.reject(Error(name));

/** What the journal says of the key ends before this fact. */
function rewind(company: Company, before: (fact: Fact, at: number) => boolean): void {
  const book = readBook(company);
  writeBook(company, withFacts(book, book.facts.slice(0, book.facts.findIndex(before))));
}
const toTheBeginning = (company: Company): void => rewind(company, () => true);
const toTheAdoption = (company: Company): void =>
  rewind(company, (fact) => fact.type === 'claim' && fact.kind !== 'adopt');

const journalOf = ({ github }: Company): string => github.home.git.store.head('rekey-journal')?.message ?? '';
const aliveAt = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);
const order = (command: string, ...more: string[]): string[] => [command, '--keys', OURS.name, ...more];

/** Nothing was done, and it was said why. */
async function refused(company: Company, argv: readonly string[]): Promise<Ran> {
  const before = [aliveAt(company), company.served('api_key', OURS.path), company.vendor.keys.all.length];
  const ran = await company.run(argv);
  expect([ran.code, /RK\d+/.exec(ran.log)?.[0]]).toEqual([3, 'RK7003']);
  expect([aliveAt(company), company.served('api_key', OURS.path), company.vendor.keys.all.length]).toEqual(
    before,
  );
  return ran;
}

describe('a journal that was set back', () => {
  it.each(['staged', 'switched, not rolled', 'grace', 'revoke unanswered', 'going back'])(
    'to its beginning adopts nothing while the store holds a slot for what it forgot: %s',
    async (name) => {
      const company = await scene(name);
      toTheBeginning(company);
      await refused(company, ['rotate']);
      expect(journalOf(company)).toBe('Forged');
      await company.clock.advance(20 * MINUTE);
      await refused(company, ['rotate']);
    },
  );

  it.each([order('rotate', '--now'), order('rehearse')])(
    'to the adoption in a grace period refuses %s %s %s',
    async (...argv) => {
      const company = await scene('grace');
      toTheAdoption(company);
      await refused(company, argv);
    },
  );

  it('to the adoption in a grace period refuses to remove what it knows', async () => {
    const company = await scene('grace');
    toTheAdoption(company);
    company.push((text) => text.replace(`used_by: [${OURS.service}]`, 'used_by: []'));
    await refused(company, order('remove'));
  });

  it('is not seen by a tick that finds nothing due, which asks nobody and changes nothing', async () => {
    const company = await scene('grace');
    toTheAdoption(company);
    await company.clock.advance(20 * MINUTE);
    const before = aliveAt(company);
    const ran = await company.run(['rotate']);
    expect([ran.code, aliveAt(company), journalOf(company)]).toEqual([0, before, 'Forged']);
    expect(ran.exchanges.filter(({ request }) => request.url.origin.includes('vault'))).toEqual([]);
  });

  it('by a whole rotation is told by the label of what is served', async () => {
    const company = await scene('rotated');
    toTheAdoption(company);
    const ran = await refused(company, order('rotate', '--now'));
    const served = company.served('api_key_id', OURS.path) ?? '';
    expect(ran.log).toContain(`the store serves ${served}, which carries a label of ours`);
    company.push((text) =>
      text.replace(`vault:${OURS.path}#api_key\n`, (line) => `${line}    key_id: ${served}\n`),
    );
    const next = await company.run(order('rotate', '--now'));
    expect(next.outputs['status']).toBe('waiting');
  });

  it('to the grace period of a rotation does not go on with it once the slot is held for a later one', async () => {
    const company = await scene('rotated');
    const before = readBook(company);
    await company.run(order('rotate', '--now'));
    const freed = before.facts.findIndex((fact) => fact.type === 'wait');
    writeBook(company, withFacts(before, before.facts.slice(0, freed + 2)));
    await company.clock.advance(20 * MINUTE);
    await refused(company, ['rotate']);
  });
});

describe('a key that is no sign of a journal that was set back', () => {
  it.each([
    ['put there by hand', ''],
    ['made by a rotation of an entry of another name', `rekey-${OTHER.name}-0123456789`],
  ])('is rotated as any other: %s', async (_what, label) => {
    const company = await scene('adopted');
    const { id, value } = company.vendor.add(label);
    const { kv } = company.vault;
    kv.put(OURS.path, { ...kv.served(OURS.path), api_key: value, api_key_id: id });
    const ran = await company.run(order('rotate', '--now'));
    expect(ran.outputs['status']).toBe('waiting');
  });

  it('is the one before, which a person put back', async () => {
    const company = await scene('abandoned');
    const ran = await company.run(order('rotate', '--now'));
    expect(ran.outputs['status']).toBe('waiting');
  });

  it('is adopted while another repository rotates it', async () => {
    const company = await scene('grace');
    const { kv } = company.vault;
    const slot = [...kv.mount.secrets.keys()].find((path) => path.startsWith(`${OURS.path}.rekey`)) ?? '';
    const { rekey, ...rest } = kv.served(slot) ?? {};
    kv.put(slot, {
      ...rest,
      rekey: JSON.stringify({ ...Object(JSON.parse(String(rekey))), repository: 'acme/other' }),
    });
    toTheBeginning(company);
    const ran = await company.run(['rotate']);
    expect([ran.code, ran.log.includes('adopted')]).toEqual([0, true]);
  });
});
