import type { Config } from '../domain/config';
import type { Catalog } from '../domain/descriptor';
import { RekeyError } from '../domain/errors';
import { load } from '../config/load';
import type { World } from './world';

const QUERY = `query ($owner: String!, $name: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid ... on Commit { file(path: $path) { object { ... on Blob { oid text isTruncated } } } } } }
  }
}`;

interface Blob {
  readonly oid: string;
  readonly text?: string;
  readonly isTruncated?: boolean;
}

interface Answer {
  readonly repository?: {
    readonly defaultBranchRef?: {
      readonly name: string;
      readonly target: {
        readonly oid: string;
        readonly file?: {
          readonly object?: Blob | null;
        } | null;
      };
    } | null;
  } | null;
}

/**
 * In Actions the config is read from the tip of the default branch, never from the workspace: a dispatch of another branch, a
 * re-run of an old commit and a step before ours cannot change it. On a laptop it is a file.
 * https://docs.github.com/en/graphql/reference/objects#commit
 */
export async function readConfig(
  path: string,
  catalog: Catalog,
  world: World,
  changes: boolean,
): Promise<Config> {
  if (world.run.owner.kind === 'local') {
    const text = await world.files.read(path);
    if (text === undefined) throw missing(path, 'this folder');
    return load(text, path, { catalog });
  }
  const { text, commit, branch } = await fromDefaultBranch(path, world);
  if (changes) mustRunOn(branch, world);
  return load(text, path, { catalog, commit });
}

async function fromDefaultBranch(
  path: string,
  world: World,
): Promise<{ text: string; commit: string; branch: string }> {
  const [owner = '', name = ''] = world.run.repository.split('/');
  const { repository } = (await world.github.graphql(
    QUERY,
    { owner, name, path },
    'contents: read',
  )) as Answer;
  const branch = repository?.defaultBranchRef;
  const blob = branch?.target.file?.object;
  if (!branch || blob?.text === undefined)
    throw missing(path, `the default branch of ${world.run.repository}`);
  const text = blob.isTruncated === true ? await wholeBlob(blob.oid, world) : blob.text;
  return { text, commit: branch.target.oid, branch: branch.name };
}

/** GraphQL cuts what is longer than 512,000 bytes, which is some two thousand keys. https://docs.github.com/en/rest/git/blobs#get-a-blob */
async function wholeBlob(sha: string, { github, run }: World): Promise<string> {
  const [owner = '', repo = ''] = run.repository.split('/');
  const { data } = await github.request(
    'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
    { owner, repo, file_sha: sha, mediaType: { format: 'raw' } },
    'contents: read',
  );
  if (typeof data !== 'string') throw new RekeyError('RK9011', 'GitHub answered without the config.');
  return data;
}

/** What changes something runs on the default branch only; what only reads may run anywhere. */
function mustRunOn(branch: string, world: World): void {
  const { ref } = world.run;
  if (ref === `refs/heads/${branch}`) return;
  throw new RekeyError(
    'RK1005',
    `This run is on ${ref}, and Rekey acts on the default branch (${branch}) only. Nothing was changed.`,
  );
}

function missing(path: string, place: string): RekeyError {
  return new RekeyError('RK2007', `There is no ${path} in ${place}.`, { where: { file: path } });
}
