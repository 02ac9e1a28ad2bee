import { MINUTE } from '../../../src/domain/tools/time';
import type { FaultPlan } from '../../../src/sandbox/faults';
import { ORIGINS, type Company, type CompanyOptions } from '../../support/company';
import { stronghold } from '../stronghold';

/** A company with two entries and a neighbour, at some stage of an honest life of the first entry. */
export interface Scene {
  readonly name: string;
  readonly build: () => Promise<Company>;
  /** A removal of the first key was ordered by a person. */
  readonly removes?: true;
  /** Policy lets nothing begin here, so nothing may be made or switched. */
  readonly gated?: true;
}

export const OURS = { name: 'gateway-1', path: 'prod/gateway-1', service: 'service-1' };
export const OTHER = { name: 'gateway-2', path: 'prod/gateway-2', service: 'service-2' };
/** Beside the keys, under the same policy of the store. */
export const PAYROLL = { path: 'prod/payroll', field: 'db_password', value: 'canary-db-password-5f21' };

const NOW = ['rotate', '--keys', OURS.name, '--now'];
const order = (command: string): string[] => [command, '--keys', OURS.name, '--reason', 'because'];

const nobodyUsesIt = (text: string): string => text.replace(`used_by: [${OURS.service}]`, 'used_by: []');
const noLastUse = (text: string): string =>
  text.replace(', last_used: /last_used_at', '').replace(', last_used_lag: 1m', '');
const noLabels = (text: string): string => text.replace(', label: /name', '');
const noDisable = (text: string): string => text.replace(/^ {4}(disable|enable): .*\n/gm, '');
const noWhoami = (text: string): string => text.replace(/^ {4}whoami: .*\n/m, '');
const gates = (text: string): string =>
  `${text}policy: { approve: { start: [high] }, windows: [{ allow: "Sun 03:00-03:01", timezone: UTC }] }\n`;

async function known(options: CompanyOptions = {}, byHand?: (company: Company) => void): Promise<Company> {
  const company = await stronghold({ keys: 2, ...options });
  const { vault, vendor } = company;
  vault.kv.put(PAYROLL.path, { [PAYROLL.field]: PAYROLL.value, id: 'payroll' });
  vendor.add('payroll', 'foreign');
  vendor.add('made by hand for another use');
  byHand?.(company);
  const { code, log } = await company.run(['rotate']);
  if (code !== 0) throw new Error(`the keys were not adopted: ${log}`);
  await company.clock.advance(MINUTE);
  return company;
}

/** The key was rotated before, so it carries our label, and the value before it is dead. */
async function rotated(options: CompanyOptions = {}): Promise<Company> {
  const company = await known(options);
  await company.run(NOW);
  await company.clock.advance(20 * MINUTE);
  const { outputs, log } = await company.run(['rotate']);
  if (outputs['status'] !== 'done') throw new Error(`the key was not rotated: ${log}`);
  return company;
}

async function grace(options: CompanyOptions = {}): Promise<Company> {
  const company = await known(options);
  const { outputs, log } = await company.run(NOW);
  if (outputs['status'] !== 'waiting') throw new Error(`the key was not switched: ${log}`);
  return company;
}

/** Killed before or after the first call that matches. */
const kill =
  (when: 'before' | 'after', origin: string, method: string, path: RegExp): FaultPlan =>
  (call) =>
    call.origin === origin && call.method === method && path.test(call.path)
      ? { kind: 'kill', when }
      : undefined;

async function killedIn(
  begin: Promise<Company>,
  argv: readonly string[],
  ...fault: Parameters<typeof kill>
): Promise<Company> {
  const company = await begin;
  const { code, log } = await company.run(argv, { faults: kill(...fault) });
  if (code !== 137) throw new Error(`it was not killed: ${log}`);
  return company;
}

async function after(begin: Promise<Company>, ...runs: readonly (readonly string[])[]): Promise<Company> {
  const company = await begin;
  for (const argv of runs) await company.run(argv);
  return company;
}

async function inTime(begin: Promise<Company>): Promise<Company> {
  const company = await begin;
  await company.clock.advance(20 * MINUTE);
  return company;
}

const { vault, gateway, github } = ORIGINS;
const KEYS = /^\/admin\/keys/;
const SECRET = /^\/v1\/secret\/data\/prod\/gateway-1$/;
const DISPATCH = /dispatches$/;
const TICK = ['rotate'];

/** In the grace period somebody writes the old value back, so that nobody but a person knows what is right. */
async function writtenBack(): Promise<Company> {
  const company = await inTime(grace());
  const { kv } = company.vault;
  const [first] = kv.mount.secrets.get(OURS.path)?.versions.values() ?? [];
  if (first) kv.put(OURS.path, first.data);
  return company;
}

async function unused(): Promise<Company> {
  const company = await known();
  company.push(nobodyUsesIt);
  return company;
}

/** The value is served, but nothing beside it and no call of the vendor says its id: only the reviewed config does. */
async function byKeyId(): Promise<Company> {
  const company = await known({ config: noWhoami }, ({ vault: { kv } }) => {
    for (const { path } of [OURS, OTHER]) {
      const { api_key_id: _id, ...rest } = kv.served(path) ?? {};
      kv.put(path, rest);
    }
  });
  const id = company.vendor.keys.all[0]?.id ?? '';
  company.push((text) =>
    text.replace(`    secret: vault:${OURS.path}#api_key\n`, (line) => `${line}    key_id: ${id}\n`),
  );
  return company;
}

const noLabelsAtAll: CompanyOptions = { config: noLabels, vendor: { labels: false } };

export const SCENES: readonly Scene[] = [
  { name: 'adopted', build: () => known() },
  { name: 'rotated', build: () => rotated() },
  { name: 'adopting', build: () => adopting() },
  { name: 'claimed', build: () => killedIn(known(), NOW, 'before', gateway, 'POST', KEYS) },
  { name: 'created, its value lost', build: () => killedIn(known(), NOW, 'after', gateway, 'POST', KEYS) },
  { name: 'staged', build: () => killedIn(known(), NOW, 'before', vault, 'PATCH', SECRET) },
  { name: 'switched, not rolled', build: () => killedIn(known(), NOW, 'before', github, 'POST', DISPATCH) },
  { name: 'grace', build: () => grace() },
  { name: 'grace of a second rotation', build: () => after(rotated(), NOW) },
  { name: 'disabled', build: () => killedIn(inTime(grace()), TICK, 'after', gateway, 'PATCH', KEYS) },
  {
    name: 'revoke unanswered',
    build: () => killedIn(inTime(grace()), TICK, 'after', gateway, 'DELETE', KEYS),
  },
  {
    name: 'rehearsing',
    build: () => killedIn(known(), order('rehearse'), 'before', gateway, 'DELETE', KEYS),
  },
  { name: 'rehearsed', build: () => after(known(), order('rehearse')) },
  { name: 'unused', build: () => unused() },
  { name: 'removing', removes: true, build: () => after(unused(), order('remove')) },
  { name: 'going back', build: () => after(grace(), order('rollback')) },
  { name: 'went back', build: () => after(inTime(after(grace(), order('rollback'))), TICK) },
  {
    name: 'discarding',
    build: () =>
      killedIn(
        killedIn(known(), NOW, 'before', vault, 'PATCH', SECRET),
        order('rollback'),
        'before',
        gateway,
        'DELETE',
        KEYS,
      ),
  },
  { name: 'abandoned', build: () => after(writtenBack(), TICK, order('abandon')) },
  { name: 'on hold', build: () => after(grace(), order('hold')) },
  { name: 'gated', gated: true, build: () => rotated().then(closeGates) },
  { name: 'rotated, last use not shown', build: () => rotated({ config: noLastUse }) },
  { name: 'grace, last use not shown', build: () => grace({ config: noLastUse }) },
  { name: 'rotated, no disable', build: () => rotated({ config: noDisable }) },
  { name: 'grace, no disable', build: () => grace({ config: noDisable }) },
  { name: 'rotated, no labels', build: () => rotated(noLabelsAtAll) },
  {
    name: 'staged, no labels',
    build: () => killedIn(known(noLabelsAtAll), NOW, 'before', vault, 'PATCH', SECRET),
  },
  { name: 'adopted by key_id', build: () => byKeyId() },
  { name: 'grace, adopted by key_id', build: () => after(byKeyId(), NOW) },
];

function closeGates(company: Company): Company {
  company.push(gates);
  return company;
}

/** The first run dies between its claim and its end. */
async function adopting(): Promise<Company> {
  const company = await stronghold({ keys: 2 });
  const { vault: store, vendor } = company;
  store.kv.put(PAYROLL.path, { [PAYROLL.field]: PAYROLL.value, id: 'payroll' });
  vendor.add('payroll', 'foreign');
  await company.run(['rotate', '--keys', OTHER.name]);
  let commits = 0;
  const faults: FaultPlan = ({ origin, path }) => {
    if (origin !== github || path !== '/graphql') return undefined;
    commits += 1;
    return commits === 4 ? { kind: 'kill', when: 'before' } : undefined;
  };
  await company.run(TICK, { faults });
  return company;
}
