import { describe, expect, it } from '@jest/globals';
import { fakeJson } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';
import { VAULT } from '../support/stageSettings';

const PATH = 'prod/gateway';

/** The secret is deleted right before the switch, so the new key is given up, and none lives on to compare it with. */
async function withoutControl(): Promise<Stage> {
  const stage = await new Stage().begin();
  let writes = 0;
  stage.watch = (_job, origin, { method }) => {
    if (origin === VAULT && method === 'POST' && (writes += 1) === 2) stage.vault.remove(PATH);
  };
  return stage;
}

describe('a new key that is given up while nothing is served', () => {
  it('is not proved dead by a vendor that refuses everybody for a minute', async () => {
    const stage = await withoutControl();
    const handle = stage.vendor.handle;
    let until = 0;
    Object.assign(stage.vendor, {
      handle: (request: Parameters<typeof handle>[0]) => {
        if (request.method === 'DELETE') {
          until = stage.clock.monotonic() + MINUTE;
          return fakeJson(200, {});
        }
        return stage.clock.monotonic() < until && request.path === '/v1/ping'
          ? fakeJson(401, { error: 'no' })
          : handle(request);
      },
    });
    const { stop } = await stage.playOut();
    expect(stage.live).toHaveLength(2);
    expect(stop.rotation?.rows['discard/prove']?.result?.data['grade']).not.toBe('refused');
  });

  it('is proved dead when it is refused for minutes and gone from the list', async () => {
    const stage = await withoutControl();
    const begun = stage.clock.monotonic();
    const { stop } = await stage.playOut();
    expect(stop.rotation?.rows['discard/prove']?.result?.data).toMatchObject({
      grade: 'refused',
      control: 0,
    });
    expect(stage.clock.monotonic() - begun).toBeGreaterThan(3 * MINUTE);
    expect(stage.live).toHaveLength(1);
  });
});
