import { FakeSample } from '../../../src/dev/templates/journals/fake';
import { adapter } from '../../../src/dev/templates/journals/index';
import { settings } from '../../../src/dev/templates/journals/settings';
import type { Fault } from '../../../src/sandbox/faults';
import { journalContract } from '../../contracts/journal';
import { seededRandom, testPorts } from '../../support/ports';

const ORIGIN = 'https://sample.example.com';
const TOKEN = 'a-token-of-some-length';

/** One source of chance for all processes of this file, so that no two of them draw the same id. */
const random = seededRandom();

journalContract('sample over its fake', async () => {
  const fake = new FakeSample(TOKEN);
  let next: Fault | undefined;
  const commits = (): string[] => [...fake.files.keys()].filter((name) => name.includes('/commits/')).sort();
  const change = (name: string, edit: (text: string) => string): void =>
    void fake.files.set(name, edit(fake.files.get(name) ?? ''));
  return {
    open() {
      const { ports } = testPorts({
        routes: { [ORIGIN]: fake.handle },
        secrets: { 'vault:ops/sample#token': TOKEN },
        // Only a write is lost.
        faults: ({ method }) => {
          if (method !== 'PUT') return undefined;
          const fault = next;
          next = undefined;
          return fault;
        },
      });
      const chosen = settings.parse({ origin: ORIGIN, token: 'vault:ops/sample#token', path: 'j' });
      return adapter.open(chosen, { ...ports, random });
    },
    loseNextAnswer: () => void (next = { kind: 'lost', after: 0 }),
    loseNextRequest: () => void (next = { kind: 'status', status: 502 }),
    remove: () => fake.files.clear(),
    cut: () => change(commits().pop() ?? '', (text) => text.slice(0, -20)),
    rewind: () => void fake.files.delete(commits().pop() ?? ''),
    makeNewer: () => change('j/journal.json', () => '{"format":2}'),
    page: (path) => fake.files.get(`j/${path}`),
    writes: () => commits().length,
  };
});
