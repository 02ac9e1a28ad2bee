import { fakeJson, type FakeHandler } from '../../../kits/fake/fake';

/** Sample as its documentation describes it. A world says how the workload is. */
export class FakeSample {
  isIll = false;
  key = 'key_0001';

  readonly handle: FakeHandler = ({ method, path }) => {
    if (path !== '/health/payments') return undefined;
    if (method !== 'GET') return fakeJson(405, { error: 'GET only' });
    return fakeJson(200, { state: this.isIll ? 'ill' : 'well', errors: this.isIll ? 7 : 0, key: this.key });
  };
}
