import { describe, expect, it } from '@jest/globals';
import { realWorld } from '../../src/commands/realWorld';
import { readEnvironment } from '../../src/runtime/environment';
import { MINUTE } from '../../src/domain/tools/time';

const JOB = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_REPOSITORY_ID: '1001',
  GITHUB_RUN_ID: '4711',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_ACTOR: 'ada',
  GITHUB_REF: 'refs/heads/main',
  RUNNER_TEMP: '/nonexistent',
  REKEY_TOKEN: '',
};

describe('a job whose input github-token is empty', () => {
  it('names the input, and none of the ways of a laptop', async () => {
    const inputs = { command: 'plan', deadline: MINUTE, json: false } as const;
    const asked = realWorld(readEnvironment(JOB, []), inputs, new AbortController().signal).then(
      ({ github }) => github.request('GET /repos/{owner}/{repo}', {}, 'metadata: read'),
    );
    await expect(asked).rejects.toMatchObject({
      code: 'RK3004',
      next: 'Leave the input github-token out, or give it a token; it was set to nothing.',
    });
  });
});
