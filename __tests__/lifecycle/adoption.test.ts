import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR } from '../../src/domain/tools/time';
import { Stage, type Played } from '../support/stage';

/** A rotation of an adopted key whose id nobody can tell, up to the question. */
async function asked(): Promise<{ stage: Stage; asked: Played; oldId: string }> {
  const stage = await new Stage({ without: ['whoami'] }).begin({ idBeside: false });
  const [old] = stage.live;
  await stage.playOut('adopt');
  return { stage, asked: await stage.playOut(), oldId: old?.id ?? '' };
}

async function later(stage: Stage): Promise<Played> {
  return stage.clock.run(async () => {
    await stage.clock.sleep(HOUR);
    return stage.processes();
  });
}

describe('adoption', () => {
  it('records the key in use and changes nothing', async () => {
    const stage = await new Stage().begin({ idBeside: false });
    const before = stage.vault.served('prod/gateway');
    const { stop } = await stage.playOut('adopt');
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'adopted']);
    expect(stop.key.currentId).toBe(stage.live[0]?.id);
    expect(stop.key.adopted).toBeDefined();
    expect(stage.vault.served('prod/gateway')).toEqual(before);
    expect(stage.live).toHaveLength(1);
  });

  it('is undone when the vendor refuses the key in use', async () => {
    const stage = await new Stage().begin();
    stage.edit({ api_key: 'gw.nobody.knows.it' });
    const { stop } = await stage.playOut('adopt');
    expect(stop.rotation?.closed).toBe('undone');
    expect(stop.rotation?.turns[0]?.why).toContain('the vendor refuses the key');
    expect(stop.key.adopted).toBeUndefined();
  });

  it('without an id: new goes live, old is left alone, and a person is asked', async () => {
    const { stage, asked: played } = await asked();
    expect(played.stop.status).toBe('person');
    expect(played.stop.key.open?.person).toContain('Write key_id: of the old key under keys.gateway-prod');
    expect(stage.live).toHaveLength(2);
    expect(stage.refusals).toEqual([]);
  });

  it('continues once the reviewed config says the id', async () => {
    const { stage, oldId } = await asked();
    stage.key = { ...stage.key, keyId: oldId };
    const { stop } = await later(stage);
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  });

  it('leaves another key alone when the config says a wrong id: what is disabled is enabled again', async () => {
    const { stage } = await asked();
    const other = stage.vendor.add('of the payroll team', 'foreign');
    stage.key = { ...stage.key, keyId: other.id };
    const { stop } = await later(stage);
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5012']);
    expect([other.disabled, other.revoked]).toEqual([undefined, undefined]);
  });

  it('proves the death of a key that a person revoked by hand, and says that it found it so', async () => {
    const { stage, oldId } = await asked();
    const old = stage.vendor.keys.byId(oldId);
    if (old) old.revoked = stage.clock.now();
    const { stop } = await later(stage);
    expect(stop.rotation?.closed).toBe('done');
    expect(stop.rotation?.rows['forward/condemn']?.result?.how).toBe('found');
    expect(stop.rotation?.rows['forward/prove']?.result?.data['grade']).toBe('refused');
  });

  it('asks for a month and then stops asking', async () => {
    const { stage } = await asked();
    stage.clock.beat(DAY, () => {});
    const { stop } = await stage.clock.run(async () => {
      await stage.clock.sleep(31 * DAY);
      return stage.process();
    });
    expect(stop.status).toBe('blocked');
    expect(stage.live).toHaveLength(2);
  });
});
