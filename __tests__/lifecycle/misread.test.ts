import { describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeResponse } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { Stage, type Played, type StageOptions } from '../support/stage';

/** Each create makes a key; its answer is changed on its way. */
async function answeredWith(
  spoil: (answer: FakeResponse) => FakeResponse,
  options: StageOptions = {},
): Promise<{ stage: Stage; creates: () => number }> {
  const stage = await new Stage(options).begin();
  const handle = stage.vendor.handle;
  let creates = 0;
  Object.assign(stage.vendor, {
    handle: (request: Parameters<typeof handle>[0]) => {
      const answer = handle(request);
      if (!answer || request.method !== 'POST') return answer;
      creates += 1;
      return spoil(answer);
    },
  });
  return { stage, creates: () => creates };
}

type Body = Record<string, unknown> & { id: string; key: string };
const bodyOf = ({ body }: FakeResponse): Body => JSON.parse(body) as Body;
const json = (answer: FakeResponse, body: unknown): FakeResponse => fakeJson(answer.status, body);
const nested = (answer: FakeResponse): FakeResponse => {
  const { id, key } = bodyOf(answer);
  return json(answer, { id, data: { key, [key]: 'x' } });
};

const ANSWERS: readonly (readonly [string, (answer: FakeResponse) => FakeResponse])[] = [
  ['has the value elsewhere', nested],
  ['has id and value elsewhere', (answer) => json(answer, { data: bodyOf(answer) })],
  ['is an error with status 200', () => fakeJson(200, { error: { code: 17, message: 'quota' } })],
  ['is accepted, without a value', () => fakeJson(202, { job: 'j-1' })],
  ['has a value with a line break', (answer) => json(answer, { ...bodyOf(answer), key: 'sk-1\nsk-2' })],
  ['is no JSON', (answer) => ({ ...answer, body: `key=${bodyOf(answer).key}` })],
  ['is cut', (answer) => ({ ...answer, body: answer.body.slice(0, 20) })],
  [
    'is a web page',
    (answer) => ({
      ...answer,
      body: '<!doctype html><html><body>Sign in</body></html>',
      headers: { ...answer.headers, 'content-type': 'text/html' },
    }),
  ],
  ['is empty', (answer) => ({ ...answer, body: '' })],
];

function expectEnded(stage: Stage, { stop }: Played): void {
  expect(stop.error?.line).toBeUndefined();
  expect([stop.status, stop.rotation?.closed]).toEqual(['undone', 'undone']);
  expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  expect(stage.slotIsHeld).toBe(false);
  expect(stage.refusals).toEqual([]);
}

const warningsOf = ({ stop }: Played): string =>
  (stop.facts ?? []).flatMap((fact) => (fact.type === 'warning' ? [fact.message] : [])).join('\n');

describe('a create whose answer is not understood', () => {
  for (const kind of ['rotate', 'rehearse'] as const) {
    it.each(ANSWERS)(
      `${kind}: %s: is sent once, and what it made is ended in seconds`,
      async (_name, spoil) => {
        const { stage, creates } = await answeredWith(spoil);
        const begun = stage.clock.monotonic();
        const played = await stage.play(kind);
        expectEnded(stage, played);
        expect(creates()).toBe(1);
        expect(warningsOf(played)).not.toContain('its list shows no new key');
        expect(stage.clock.monotonic() - begun).toBeLessThan(MINUTE / 2);
      },
    );
  }

  it('says which pointer is wrong and where the answer has texts, and nothing that the answer holds', async () => {
    const { stage } = await answeredWith(nested);
    const { stop } = await stage.play();
    const why = stop.rotation?.turns[0]?.why ?? '';
    expect(why).toContain('there is no value at /key');
    expect(why).toContain('it has /id, /data/key and 1 other member');
    for (const { value } of stage.vendor.keys.all) expect(JSON.stringify(stop)).not.toContain(value);
  });

  it('does not say that the list shows no key once ours was found there, though it waits for the list', async () => {
    const { stage } = await answeredWith(nested, { limits: { list_lag: '5s' } });
    const played = await stage.playOut();
    expectEnded(stage, played);
    expect(warningsOf(played)).not.toContain('its list shows no new key');
  });

  it('says what nobody can see where the list shows no new key', async () => {
    const { stage } = await answeredWith((answer) => {
      const { id } = bodyOf(answer);
      const made = stage.vendor.keys.byId(id);
      if (made) made.revoked = stage.clock.now();
      return fakeJson(200, { error: 'quota' });
    });
    const played = await stage.play();
    expect(played.stop.rotation?.closed).toBe('undone');
    expect(warningsOf(played)).toContain('its list shows no new key');
  });

  it('blocks and names what is new in the list, where the vendor shows no labels', async () => {
    const { stage, creates } = await answeredWith(nested, { without: ['labels'] });
    const { stop } = await stage.play();
    const [, made] = stage.live;
    expect([stop.status, stop.error?.code, creates()]).toEqual(['blocked', 'RK5005', 1]);
    expect(stop.error?.message).toContain(made?.id);
    expect(stage.live).toHaveLength(2);
  });

  it('takes the key of an earlier attempt that was ended for none of this one', async () => {
    let asked = 0;
    const { stage, creates } = await answeredWith(
      (answer) => ((asked += 1) === 1 ? fakeJson(500, {}) : nested(answer)),
      { without: ['labels'], limits: { null_means_never: true } },
    );
    const { stop } = await stage.playOut();
    const [, made] = stage.live;
    expect([stop.status, stop.error?.code, creates()]).toEqual(['blocked', 'RK5005', 2]);
    expect(stop.error?.message).toContain(made?.id);
  });

  it('blocks and names what is new in the list, where the label is read from the wrong place', async () => {
    const { stage } = await answeredWith(nested, {});
    const { wire } = stage.vendor.options;
    const listed: typeof wire.listed = (keys, next, lastUsed) => {
      const body = wire.listed(keys, next, lastUsed) as { keys: { name?: string }[] };
      return { ...body, keys: body.keys.map(({ name, ...rest }) => ({ ...rest, title: name })) };
    };
    stage.vendor.options = { ...stage.vendor.options, wire: { ...wire, listed } };
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5005']);
    expect(stop.error?.message).toContain(stage.live.at(-1)?.id);
  });

  it('is sent once where it is a status that says nothing', async () => {
    const { stage, creates } = await answeredWith(() => fakeJson(422, { error: 'name too long' }));
    expectEnded(stage, await stage.play());
    expect(creates()).toBe(1);
  });
});

describe('a vendor that never answers a create', () => {
  it('makes four keys at most, each of which is ended', async () => {
    const { stage, creates } = await answeredWith(() => fakeJson(500, {}));
    const played = await stage.playOut();
    expectEnded(stage, played);
    expect(creates()).toBe(4);
  });
});
