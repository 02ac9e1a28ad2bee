import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

const PATH = 'prod/gateway';

describe('a secret whose newest version was deleted', () => {
  it('is no place for a first key: it says how to undelete it, and changes nothing', async () => {
    const stage = await new Stage().begin();
    await stage.playOut('adopt');
    stage.vault.remove(PATH);
    const written = stage.disk.facts.length;
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK4013']);
    expect(stop.error?.next).toContain('vault kv undelete -mount=secret -versions=1 prod/gateway');
    expect(stop.error?.next).toContain('vault kv metadata delete -mount=secret prod/gateway');
    expect([stage.live.length, stage.disk.facts.length]).toEqual([1, written]);
  });

  it('is none either when it was destroyed', async () => {
    const stage = await new Stage().begin();
    stage.vault.mount.secrets.get(PATH)?.destroy([1]);
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK4013']);
    expect(stop.error?.next).toContain('Write the secret again');
  });

  it('continues once it was undeleted', async () => {
    const stage = await new Stage().begin();
    stage.vault.remove(PATH);
    await stage.play();
    stage.vault.mount.secrets.get(PATH)?.undelete([1]);
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stage.served('other')]).toEqual(['done', 'kept']);
  });

  it('takes a first key once a person deleted its metadata, and the key before is named while it lives', async () => {
    const stage = await new Stage().begin();
    await stage.playOut();
    const [before] = stage.live;
    stage.vault.mount.secrets.delete(PATH);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stage.evidence().warnings).toEqual([expect.stringContaining(`${before?.id ?? ''} is alive`)]);
  });

  it('stops a rotation in its grace period: nothing dies while applications have no key', async () => {
    const stage = await new Stage().begin();
    await stage.play();
    stage.vault.remove(PATH);
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK4013']);
    expect(stage.live).toHaveLength(2);
  });

  it('stops a removal, for the journal alone would say whose key it is', async () => {
    const stage = await new Stage({ key: { usedBy: [] } }).begin();
    await stage.play('remove');
    stage.vault.remove(PATH);
    const { stop } = await stage.playOut();
    expect([stop.status, stop.rotation?.turns[0]?.code]).toEqual(['undone', 'RK4013']);
    expect(stage.live).toHaveLength(1);
  });
});

describe('the key that was current before', () => {
  it('is named where the field was taken out of the secret', async () => {
    const stage = await new Stage().begin();
    await stage.playOut();
    const [before] = stage.live;
    stage.edit({ api_key: undefined, api_key_id: undefined });
    await stage.playOut();
    expect(stage.evidence().warnings).toEqual([expect.stringContaining(`${before?.id ?? ''} is alive`)]);
    expect(stage.live).toHaveLength(2);
  });
});

describe('an id that an earlier rotation has condemned', () => {
  const keyId = async (): Promise<{ stage: Stage; first: string }> => {
    const stage = await new Stage({ without: ['whoami'] }).begin();
    const [old] = stage.live;
    await stage.playOut();
    return { stage, first: old?.id ?? '' };
  };

  it('is not believed again when key_id says so', async () => {
    const { stage, first } = await keyId();
    // Its DELETE was answered well and came undone, so it is listed again.
    for (const key of stage.vendor.keys.all) if (key.id === first) delete key.revoked;
    stage.key = { ...stage.key, keyId: first };
    stage.edit({ api_key_id: undefined });
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.rotation?.turns[0]?.code]).toEqual(['undone', 'RK5003']);
    expect(stop.rotation?.turns[0]?.why).toContain(`an earlier rotation has revoked that key`);
    expect(stage.live).toHaveLength(2);
  });

  it('nor when the secret says so', async () => {
    const { stage, first } = await keyId();
    stage.edit({ api_key_id: first });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK4012']);
    expect(stage.live).toHaveLength(1);
  });
});
