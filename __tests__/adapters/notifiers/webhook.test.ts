import { describe, expect, it } from '@jest/globals';
import { FakeReceiver } from '../../../src/adapters/notifiers/webhook/fake';
import { adapter } from '../../../src/adapters/notifiers/webhook/index';
import type { Fault } from '../../../src/sandbox/faults';
import { notice, notifierContract, type NotifierWorld } from '../../contracts/notifier';
import { seededRandom, testPorts } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const ORIGIN = 'https://hooks.example.com';
const PATH = '/services/T0/B0/secret-path';
const SIGNING = `whsec_${Buffer.from('a signing secret of some length').toString('base64')}`;

interface World extends NotifierWorld {
  readonly receiver: FakeReceiver;
  readonly clock: VirtualClock;
}

function worldOf(settings: object, receiverSecret?: string): World {
  const parsed = adapter.settings.safeParse(settings);
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => issue.message).join('\n'));
  const clock = new VirtualClock();
  const receiver = new FakeReceiver({ now: clock.now, id: seededRandom().id }, PATH, receiverSecret);
  const faults: Fault[] = [];
  const { ports } = testPorts({
    clock,
    routes: { [ORIGIN]: receiver.handle },
    origins: adapter.origins(parsed.data),
    secrets: { 'vault:ops/hooks#on_call': `${ORIGIN}${PATH}`, 'vault:ops/hooks#signing': SIGNING },
    faults: () => faults.shift(),
  });
  return {
    receiver,
    clock,
    open: () => adapter.open(parsed.data, ports),
    run: (work) => clock.run(work),
    failNext: (fault) => void faults.push(fault),
    shown: () => receiver.received.map(({ body }) => JSON.stringify(body)),
    secrets: () => [SIGNING, PATH],
  };
}

const secretUrl = { url: 'vault:ops/hooks#on_call', origin: ORIGIN };
const signed = { ...secretUrl, secret: 'vault:ops/hooks#signing' };

notifierContract('webhook, plain address', () => worldOf({ url: `${ORIGIN}${PATH}` }));
notifierContract('webhook, signed, address in the store', () => worldOf(signed, SIGNING));
notifierContract('webhook, text for a chat', () => worldOf({ ...secretUrl, format: 'text' }));

describe('webhook notifier', () => {
  it('sends a CloudEvent', async () => {
    const world = worldOf(signed, SIGNING);
    await world.run(() => world.open().tell(notice()));
    expect(world.receiver.received).toEqual([
      {
        id: notice().id,
        body: {
          specversion: '1.0',
          id: notice().id,
          source: '/rekey/acme/shop',
          type: 'rekey.consumers-at-risk',
          subject: 'gateway-prod',
          time: notice().at,
          datacontenttype: 'application/json',
          data: {
            occasion: 'consumers-at-risk',
            key: 'gateway-prod',
            rotation: 'r1',
            lines: notice().lines,
            url: notice().url,
          },
        },
      },
    ]);
  });

  it('sends a repeated notice under the same id, so that it is shown once', async () => {
    const world = worldOf(signed, SIGNING);
    await world.run(() => world.open().tell(notice()));
    await world.clock.advance(60_000);
    await world.run(() => world.open().tell(notice()));
    expect(world.receiver.received).toHaveLength(1);
  });

  it('is refused when the secrets differ, or when it is not signed', async () => {
    const other = worldOf(signed, 'whsec_b3RoZXI=');
    await expect(other.run(() => other.open().tell(notice()))).rejects.toMatchObject({ kind: 'denied' });
    const unsigned = worldOf(secretUrl, SIGNING);
    await expect(unsigned.run(() => unsigned.open().tell(notice()))).rejects.toMatchObject({
      kind: 'denied',
    });
  });

  it('never leaves the origin that the config names, whatever the store says', async () => {
    const world = worldOf({ ...secretUrl, origin: 'https://hooks.example.net' });
    await expect(world.run(() => world.open().tell(notice()))).rejects.toMatchObject({ kind: 'denied' });
    expect(world.receiver.received).toHaveLength(0);
  });

  it('lets no line become a mention or a link in a chat', async () => {
    const world = worldOf({ ...secretUrl, format: 'text' });
    await world.run(() =>
      world.open().tell(notice({ lines: ['<!channel> <https://evil.example|ok> & more'] })),
    );
    expect(world.receiver.received[0]?.body).toEqual({
      text: `&lt;!channel&gt; &lt;https://evil.example|ok&gt; &amp; more\n${notice().url}`,
    });
  });

  it.each([
    { url: 'http://hooks.example.com/a' },
    { url: 'vault:ops/hooks#on_call' },
    { url: `${ORIGIN}/a`, origin: ORIGIN },
    { ...secretUrl, origin: `${ORIGIN}/path` },
    { ...secretUrl, secret: 'plain text' },
  ])('refuses %j', (settings) => {
    expect(adapter.settings.safeParse(settings).success).toBe(false);
  });
});
