import type { FakeRequest } from '../../../src/kits/fake/fake';
import type { Fact } from '../../../src/domain/journal/facts';

interface Mutation {
  readonly variables: {
    readonly input: {
      readonly fileChanges: {
        readonly additions: readonly { readonly path: string; readonly contents: string }[];
      };
    };
  };
}

/** The facts in a commit on the branch of the journal: for each key, by its short name, all of one rotation. */
export function factsInMutation(
  request: FakeRequest,
): readonly { readonly short: string; readonly facts: readonly Fact[] }[] {
  const { variables } = JSON.parse(request.body) as Mutation;
  return variables.input.fileChanges.additions.flatMap(({ path, contents }) => {
    const [folder, short = ''] = path.split('/');
    if (folder !== 'facts') return [];
    const lines = Buffer.from(contents, 'base64').toString('utf8').trim().split('\n');
    return [{ short, facts: lines.map((line) => JSON.parse(line) as Fact) }];
  });
}
