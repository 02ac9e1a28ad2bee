import { FakeActions } from '../../adapters/deployers/github-workflow/fake';
import { gitRest, GitStore, type FakeRepository } from '../../adapters/journals/github-branch/fake';
import { FakeIssues } from '../../adapters/tickets/github-issue/fake';
import type { FakeRequest, FakeResponse, FakeWorld } from '../../kits/fake/fake';
import type { Rights } from './tokens';

export interface RepositoryOptions {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  /** Default `main`. */
  readonly defaultBranch?: string;
  /** Default true. */
  readonly private?: boolean;
  /** Files on the default branch: path to text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** One repository of the fake GitHub: git, issues and workflows behind one address. */
export interface SandboxRepository {
  readonly fullName: string;
  readonly git: FakeRepository;
  readonly issues: FakeIssues;
  readonly actions: FakeActions;
  /** `path` begins below `/repos/{owner}/{repo}`. */
  answer(request: FakeRequest, rights: Rights): FakeResponse | undefined;
}

export function sandboxRepository(world: FakeWorld, options: RepositoryOptions): SandboxRepository {
  const fullName = `${options.owner}/${options.name}`;
  const page = `https://github.com/${fullName}`;
  const store = new GitStore(() => world.now());
  const issues = new FakeIssues(world, page);
  const git: FakeRepository = {
    owner: options.owner,
    name: options.name,
    id: options.id,
    defaultBranch: options.defaultBranch ?? 'main',
    isPrivate: options.private ?? true,
    store,
    rules: new Map(),
    hasIssues: () => issues.enabled,
  };
  const fill = (files: Map<string, string>): void => {
    for (const [path, text] of Object.entries(options.files ?? {})) files.set(path, text);
  };
  store.advance(git.defaultBranch, fill, 'First commit');
  const branches = (): readonly string[] =>
    [...store.refs.keys()].map((ref) => ref.replace('refs/heads/', ''));
  const actions = new FakeActions(world, page, branches);
  const rest = gitRest(git);
  return {
    fullName,
    git,
    issues,
    actions,
    answer: (request, rights) =>
      actions.answer(request, rights) ?? rest(request, rights) ?? issues.answer(request, rights),
  };
}
