import { FakeSample } from '../../../src/dev/templates/stores/fake';
import { adapter } from '../../../src/dev/templates/stores/index';
import { SecretValue } from '../../../src/domain/secret';
import { slotPath } from '../../../src/kits/store/slotNote';
import { storeContract } from '../../contracts/store';
import { seededRandom, testPorts } from '../../support/ports';
import { tamperedHttp } from '../../support/tamperedHttp';
import { VirtualClock } from '../../support/virtualClock';

const ORIGIN = 'https://sample.example.com';
const TOKEN = 'a-token-of-some-length';

let paths = 0;

storeContract('sample over its fake', async () => {
  const clock = new VirtualClock();
  const fake = new FakeSample({ now: clock.now, id: seededRandom().id }, TOKEN);
  return {
    open() {
      const { ports } = testPorts({
        clock,
        routes: { [ORIGIN]: fake.handle },
        session: {
          origin: ORIGIN,
          token: SecretValue.of(TOKEN, [ORIGIN]),
          expires: '2026-03-02T03:00:00.000Z',
          attributes: {},
        },
      });
      const http = tamperedHttp(ports.http);
      return { store: adapter.open({ project: 'shop' }, { ...ports, http }), http };
    },
    origin: ORIGIN,
    newPath: () => `prod/secret-${(paths += 1)}`,
    edit: async (path, fields) => void fake.put(path, { ...fake.served(path), ...fields }),
    async allow(path, origins) {
      const secret = fake.secrets.get(path);
      if (secret) secret.labels = { rekey_origins: origins };
    },
    async remove(path) {
      const newest = fake.secrets.get(path)?.versions.at(-1);
      if (newest) newest.fields = null;
    },
    served: async (path) => fake.served(path),
    holds: async (ref, value) =>
      [ref.path, slotPath(ref)].some((path) =>
        JSON.stringify(fake.secrets.get(path)?.versions ?? []).includes(value),
      ),
  };
});
