import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { realWorld } from '../../src/commands/realWorld';
import { asRekeyError } from '../../src/domain/errors';
import { readEnvironment } from '../../src/runtime/environment';
import { serveFakes, type FakeServer } from '../../src/sandbox/server';

const ASKED = { command: 'plan', deadline: 60_000, json: false } as const;
const servers: FakeServer[] = [];
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** What two parts of the program get, and what is printed, when each asks a server on this machine twice by plain http. */
async function asked(variables: Record<string, string>): Promise<{ answers: string[]; printed: string }> {
  const server = await serveFakes(() => ({ status: 200, body: '{}' }));
  servers.push(server);
  let printed = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  // No clone of this server is here, so nothing else is asked.
  const environment = readEnvironment({ GITHUB_SERVER_URL: 'https://nowhere.invalid', ...variables }, []);
  const world = await realWorld(environment, ASKED, new AbortController().signal);
  const answers: string[] = [];
  for (const part of [world.http, world.http]) {
    const http = part({ origins: [server.origin], allowPrivateHosts: [] });
    for (const path of ['/a', '/b'])
      answers.push(
        await http.send({ method: 'GET', url: `${server.origin}${path}` }).then(
          ({ status }) => String(status),
          (thrown: unknown) => asRekeyError(thrown).code,
        ),
      );
  }
  return { answers, printed };
}

describe('plain http to this machine', () => {
  it('works outside of Actions, and is said once', async () => {
    const { answers, printed } = await asked({});
    expect(answers).toEqual(['200', '200', '200', '200']);
    expect(printed.match(/plain http to 127\.0\.0\.1:\d+: this machine only/g)).toHaveLength(1);
  });

  it('is refused in Actions', async () => {
    const job = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY_ID: '1', GITHUB_REPOSITORY: 'local' };
    const { answers, printed } = await asked(job);
    expect(answers).toEqual(['RK9006', 'RK9006', 'RK9006', 'RK9006']);
    expect(printed).not.toContain('plain http to');
  });

  it('works in the sandbox, where it is no news', async () => {
    const { answers, printed } = await asked({ REKEY_SANDBOX: '1' });
    expect(answers).toEqual(['200', '200', '200', '200']);
    expect(printed).not.toContain('plain http to');
  });
});
