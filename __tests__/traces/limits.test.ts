import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import type { Company, Ran } from '../support/company';
import { adopted, initialised, later, NOW, switched } from '../support/companyTales';
import { Stage } from '../support/stage';
import { CALLS } from '../support/stopAt';

const effectsOf = ({ exchanges }: Ran): readonly string[] =>
  exchanges
    .filter(({ request }) => request.method !== 'GET' && request.url.pathname.startsWith('/admin/'))
    .map(({ request }) => `${request.method} ${request.url.pathname}`);

const ids = ({ vendor }: Company): readonly (number | undefined)[] =>
  vendor.keys.live.map(({ disabled }) => disabled);

describe('a key that is switched off to be watched', () => {
  it('H6 with nobody left who watches: consumers would fail until the next tick', async () => {
    const company = await switched();
    await company.clock.advance(20 * MINUTE);
    let isOff = false;
    const died = await company.run(['rotate'], {
      faults: ({ method, path, origin }) => {
        if (isOff && origin.includes('health')) return { kind: 'kill', when: 'before' };
        isOff ||= method === 'PATCH' && path.startsWith('/admin/keys/');
        return undefined;
      },
    });
    expect([died.code, ids(company).filter((disabled) => disabled !== undefined).length]).toEqual([137, 1]);
    await company.run(['settle'], { sameJob: true });
    expect(ids(company)).toEqual([undefined, undefined]);
  });

  it('H6 without a runner that lives long enough: it is not even begun', async () => {
    const stage = await new Stage({ key: { watch: 20 * MINUTE } }).begin();
    await stage.play();
    const { stop, calls } = await stage.clock.run(async () => {
      await stage.clock.sleep(HOUR);
      return stage.process('rotate', { deadline: 15 * MINUTE });
    });
    expect(stop.status).toBe('paused');
    expect(calls.filter(({ method, origin }) => method === 'PATCH' && origin.includes('gateway'))).toEqual(
      [],
    );
  });
});

describe('the end of a process', () => {
  it('H15 between two rows: the step that settles would open new ones, or cross the line', async () => {
    const company = await adopted();
    const died = await company.run(NOW, {
      faults: (call) => (CALLS.switches(call) ? { kind: 'kill', when: 'before' } : undefined),
    });
    expect(died.code).toBe(137);
    const served = company.served();
    const settled = await company.run(['settle'], { sameJob: true });
    expect([settled.code, effectsOf(settled), company.served()]).toEqual([0, [], served]);
    expect(company.vendor.keys.live).toHaveLength(2);
    await company.run(['rotate']);
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
  });

  it('H15 too near: a switch that nobody could check any more, or take back, is not begun', async () => {
    const stage = await new Stage().begin();
    const { stop } = await stage.play('rotate', { deadline: 3 * MINUTE });
    expect([stop.status, stage.served('api_key_id')]).toEqual(['paused', stage.live[0]?.id]);
    expect(stage.live).toHaveLength(1);
  });

  it('M12 by a cancel: work half done would be undone in a hurry, or left with the key of nobody', async () => {
    const stage = await new Stage().begin();
    const cancel = new AbortController();
    stage.watch = (_job, origin, { method }) =>
      void (method === 'POST' && origin.includes('deploy') && cancel.abort());
    const { stop } = await stage.play('rotate', { signal: cancel.signal });
    expect([stop.status, stop.key.open?.claim, stop.rotation?.turns]).toEqual(['paused', undefined, []]);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });
});

describe('a config that is edited while a rotation is open', () => {
  it('H12 a shorter grace period would end it at once', async () => {
    const stage = await new Stage({ key: { grace: HOUR } }).begin();
    await stage.play();
    stage.key = { ...stage.key, grace: MINUTE };
    const { stop } = await stage.clock.run(async () => {
      await stage.clock.sleep(20 * MINUTE);
      return stage.process();
    });
    expect([stop.status, stop.rotation?.condemned]).toEqual(['waiting', []]);
  });

  it('H12 an entry that is taken out: the old key would live for ever, or die without anybody who asked for it', async () => {
    const company = await adopted({ keys: 2 });
    await company.run(['rotate', '--keys', 'gateway-1', '--now']);
    let kept = '';
    company.push((text) => {
      kept = text;
      return text.replace(/^ {2}gateway-1:\n(?: {4}.*\n)+/m, '');
    });
    const without = await later(company);
    expect([effectsOf(without), company.vendor.keys.live.length]).toEqual([[], 3]);
    expect(without.log).toContain('gateway-1');
    company.push(() => kept);
    expect((await later(company)).outputs['rotated']).toBe('["gateway-1"]');
    expect(company.vendor.keys.live).toHaveLength(2);
  });
});

describe('what is not begun at all', () => {
  it('H10 one key at the vendor behind two entries: rotating the one would end the other', async () => {
    const company = await initialised({ keys: 2 });
    const [first, second] = company.keys;
    const shared = company.vendor.keys.byValue(company.served('api_key', first?.path) ?? '');
    company.vault.kv.put(second?.path ?? '', {
      api_key: shared?.value,
      api_key_id: shared?.id,
      other: 'kept',
    });
    for (const service of company.services) service.restart();
    await company.run(['rotate']);
    await company.run(['rotate', '--keys', 'gateway-1', '--now']);
    await later(company);
    await later(company);
    expect([shared?.revoked, shared?.disabled]).toEqual([undefined, undefined]);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });

  it.each([
    ['that shows the last use', (text: string): string => text],
    ['that shows no use', (text: string): string => text.replace(', last_used: /last_used_at', '')],
  ])('H10 at a vendor %s, when somebody puts it into the second secret later', async (_, config) => {
    const company = await adopted({ keys: 2, config });
    const [first, second] = company.keys;
    const shared = company.vendor.keys.byValue(company.served('api_key', first?.path) ?? '');
    company.vault.kv.put(second?.path ?? '', { api_key: shared?.value, other: 'kept' });
    for (const service of company.services) service.restart();
    await company.run(['rotate', '--keys', 'gateway-1', '--now']);
    for (let minute = 0; minute < 60; minute += 1) {
      for (const { name, handler } of company.services)
        void handler({
          method: 'GET',
          path: `/${name}`,
          query: new URLSearchParams(),
          headers: {},
          body: '',
        });
      await company.clock.advance(MINUTE);
      if (minute % 20 === 19) await company.run(['rotate']);
    }
    expect([shared?.revoked, shared?.disabled]).toEqual([undefined, undefined]);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });

  it('H16 in a job that may only finish: a person would have to approve each tick, or nobody the start', async () => {
    const company = await adopted();
    company.trust('repo:acme/shop:environment:production-resume');
    const started = await company.run(NOW, { environment: 'production-resume' });
    company.trust('repo:acme/shop:environment:production');
    expect([company.vendor.keys.all.length, started.outputs['rotated']]).toEqual([1, '[]']);
    await company.run(NOW);
    await company.clock.advance(20 * MINUTE);
    company.trust('repo:acme/shop:environment:production-resume');
    const resumed = await company.run(['rotate'], { environment: 'production-resume' });
    expect(resumed.outputs['rotated']).toBe('["gateway-prod"]');
  });

  it('H20 where a new key ends the old one: an answer that is lost would leave no key at all', async () => {
    const stage = await new Stage({ limits: { mode: 'replace' } }).begin();
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code, stage.disk.facts]).toEqual(['failed', 'RK8001', []]);
  });

  it('M11 in a system that is unhealthy before: it would pass every check that it be no worse', async () => {
    const stage = await new Stage().begin();
    stage.service('billing-service').illWith = () => true;
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code, stage.live.length]).toEqual(['failed', 'RK6005', 1]);
  });
});
