import { z } from 'zod';
import type { JournalFile } from '../../../domain/contracts/journal';
import type { Code, Kind } from '../../../domain/errorCodes';
import { RekeyError, retold } from '../../../domain/errors';
import { cut } from '../../../domain/journal/journalRows';
import type { GitHub } from '../../../domain/ports';
import { answerOf } from '../../../kits/adapter/answer';
import { placeOf, type Place } from '../../../kits/github/repository';
import {
  COMMIT_MUTATION,
  commitAnswer,
  filesAnswer,
  filesQuery,
  textOf,
  TIP_QUERY,
  tipAnswer,
  type Blob,
} from './wire';

/** The newest commit of the branch and what stands in it. */
export interface Tip {
  readonly commit: string;
  /** Commits before it, newest first, not all. */
  readonly history: readonly string[];
  readonly isPrivate: boolean;
  readonly format: string;
  /** File name, such as `0a.json`, to text. */
  readonly index: ReadonlyMap<string, string>;
}

const READ = 'contents: read';
const WRITE = 'contents: write';
const METADATA = 'metadata: read';

const compared = z.object({ status: z.string() });
const repository = z.object({ private: z.boolean() });

/** The calls to GitHub. Each is one request; none is repeated here. */
export class BranchApi {
  readonly branch: string;
  readonly repository: string;
  readonly #github: GitHub;
  readonly #where: Place;

  constructor(github: GitHub, repository: string, branch: string) {
    this.#github = github;
    this.repository = repository;
    this.branch = branch;
    this.#where = placeOf(repository);
  }

  /** https://docs.github.com/en/graphql/reference/commits */
  async tip(): Promise<Tip> {
    const { owner, repo: name } = this.#where;
    const variables = { owner, name, ref: `refs/heads/${this.branch}` };
    const { repository } = await this.#ask(TIP_QUERY, variables, READ, tipAnswer);
    if (!repository.ref) throw this.#missing();
    const { oid, history, format, index } = repository.ref.target;
    if (!format || !index) throw cut(`The branch ${this.branch}`);
    return {
      commit: oid,
      history: history.nodes.map((node) => node.oid),
      isPrivate: repository.isPrivate,
      format: textOf(format.object, 'journal.json'),
      index: new Map(index.object.entries.map(({ name, object }) => [name, textOf(object, `index/${name}`)])),
    };
  }

  /** Files as of a commit; undefined where there is none. */
  async files(commit: string, paths: readonly string[]): Promise<readonly (Blob | undefined)[]> {
    const { owner, repo: name } = this.#where;
    const variables = {
      owner,
      name,
      commit,
      ...Object.fromEntries(paths.map((path, at) => [`p${at}`, `${commit}:${path}`])),
    };
    const { repository } = await this.#ask(filesQuery(paths.length), variables, READ, filesAnswer);
    if (!repository.commit)
      throw new RekeyError('RK7003', 'GitHub does not know this commit of the journal.');
    return paths.map((_, at) => (repository[`f${at}`] as Blob | null) ?? undefined);
  }

  /**
   * https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch
   * Atomic. Throws `conflict` when the branch no longer points to `expected` (STALE_DATA).
   */
  async commit(
    expected: string,
    message: { readonly headline: string; readonly body: string },
    files: readonly JournalFile[],
  ): Promise<string> {
    const additions = files.map(({ path, content }) => ({
      path,
      contents: Buffer.from(content).toString('base64'),
    }));
    const input = {
      branch: { repositoryNameWithOwner: this.repository, branchName: this.branch },
      expectedHeadOid: expected,
      message,
      fileChanges: { additions },
    };
    const answer = await this.#ask(COMMIT_MUTATION, { input }, WRITE, commitAnswer);
    return answer.createCommitOnBranch.commit.oid;
  }

  /** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
  async descends(newer: string, older: string): Promise<boolean> {
    let status = '';
    const known = await unless('RK7001', async () => {
      const range = { basehead: `${older}...${newer}` };
      ({ status } = await this.#rest('GET /repos/{owner}/{repo}/compare/{basehead}', range, READ, compared));
    });
    return known && (status === 'ahead' || status === 'identical');
  }

  /** https://docs.github.com/en/rest/git/refs#get-a-reference */
  async exists(): Promise<boolean> {
    const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
    return unless('RK7001', () => this.#rest(route, { ref: `heads/${this.branch}` }, READ, z.unknown()));
  }

  /** A branch without a past: https://docs.github.com/en/rest/git/trees, commits and refs. False: somebody was faster. */
  async create(files: readonly JournalFile[]): Promise<boolean> {
    const sha = z.object({ sha: z.string() });
    const tree = files.map(({ path, content }) => ({ path, mode: '100644', type: 'blob', content }));
    const made = await this.#rest('POST /repos/{owner}/{repo}/git/trees', { tree }, WRITE, sha);
    const commit = await this.#rest(
      'POST /repos/{owner}/{repo}/git/commits',
      { message: 'Begin the journal of Rekey', tree: made.sha, parents: [] },
      WRITE,
      sha,
    );
    const ref = { ref: `refs/heads/${this.branch}`, sha: commit.sha };
    return unless('conflict', () =>
      this.#rest('POST /repos/{owner}/{repo}/git/refs', ref, WRITE, z.unknown()),
    );
  }

  /** Types of the active rules: https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
  async rules(): Promise<readonly string[]> {
    const rules = await this.#rest(
      'GET /repos/{owner}/{repo}/rules/branches/{branch}',
      { branch: this.branch, per_page: 100 },
      METADATA,
      z.array(z.object({ type: z.string() })),
    );
    return rules.map((rule) => rule.type);
  }

  /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
  async isPublic(): Promise<boolean> {
    return !(await this.#rest('GET /repos/{owner}/{repo}', {}, METADATA, repository)).private;
  }

  async #ask<T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    permission: string,
    answer: z.ZodType<T>,
  ): Promise<T> {
    return this.#understood(async () => this.#github.graphql(query, variables, permission), answer);
  }

  async #rest<T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    permission: string,
    answer: z.ZodType<T>,
  ): Promise<T> {
    const all = { ...this.#where, ...parameters };
    return this.#understood(async () => (await this.#github.request(route, all, permission)).data, answer);
  }

  async #understood<T>(call: () => Promise<unknown>, answer: z.ZodType<T>): Promise<T> {
    let given: unknown;
    try {
      given = await call();
    } catch (error) {
      throw this.#asJournal(error);
    }
    return answerOf(answer, given, () => cut(`GitHub's answer about ${this.branch}`));
  }

  /** The same failures, said of the journal. */
  #asJournal(error: unknown): unknown {
    if (!(error instanceof RekeyError)) return error;
    const where = `The journal ${this.branch} of ${this.repository}`;
    if (error.kind === 'transient') return retold(error, 'RK7007', `${where}: ${error.message}`);
    if (error.kind === 'unknown') return retold(error, 'RK7012', `${where}: ${error.message}`);
    return error.kind === 'gone' ? this.#missing() : error;
  }

  #missing(): RekeyError {
    return new RekeyError(
      'RK7001',
      `There is no branch ${this.branch} in ${this.repository}, or no right to see it.`,
    );
  }
}

/** True when it was done; false when this failure came instead. */
async function unless(failure: Code | Kind, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof RekeyError && (error.code === failure || error.kind === failure)) return false;
    throw error;
  }
}
