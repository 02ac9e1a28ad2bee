import { SecretValue } from '../domain/secret';

/** The repository and branch of the working directory, when it is a clone from this server. */
export async function laptopCheckout(
  host: string,
): Promise<{ readonly repository: string | undefined; readonly branch: string | undefined }> {
  const [remote, branch] = await Promise.all([
    output('git', ['remote', 'get-url', 'origin']),
    output('git', ['branch', '--show-current']),
  ]);
  return { repository: repositoryIn(remote ?? '', host), branch: branch === '' ? undefined : branch };
}

/** `owner/name` in `git@host:owner/name.git` or `https://host/owner/name`. */
export function repositoryIn(remote: string, host: string): string | undefined {
  const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    remote,
  );
  return match?.[1] === host ? match[2] : undefined;
}

/** The token that GitHub's command line keeps for its user, if there is one. */
export async function ghToken(server: string, api: string): Promise<SecretValue | undefined> {
  const token = await output('gh', ['auth', 'token', '--hostname', new URL(server).host]);
  return token === undefined || token === '' ? undefined : SecretValue.of(token, [new URL(api).origin]);
}

/** What a program prints; undefined when it fails or is not installed. Nothing of it is shown. */
async function output(program: string, words: string[]): Promise<string | undefined> {
  const { getExecOutput } = await import('@actions/exec');
  try {
    const { exitCode, stdout } = await getExecOutput(program, words, {
      silent: true,
      ignoreReturnCode: true,
    });
    return exitCode === 0 ? stdout.trim() : undefined;
  } catch {
    return undefined;
  }
}
