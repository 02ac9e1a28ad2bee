import type { FakeRequest } from '../../kits/fake/fake';

/** Whose token, and what it may do: permission such as `issues` to level. */
export interface FakeToken {
  readonly login: string;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  /** `owner/name`; GITHUB_TOKEN reaches only the repository of its job. */
  readonly repositories: readonly string[];
}

/** What a request may do in one repository. */
export interface Rights {
  readonly login: string;
  may(permission: string, level: 'read' | 'write'): boolean;
}

/** The token of a request; undefined: none, or one that GitHub does not know. */
export function tokenOf(request: FakeRequest, tokens: ReadonlyMap<string, FakeToken>): FakeToken | undefined {
  const value = /^(?:bearer|token) (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  return tokens.get(value ?? '');
}

export const reaches = (token: FakeToken, repository: string): boolean =>
  token.repositories.some((name) => name.toLowerCase() === repository.toLowerCase());

/** Everybody may read what is public, and every token knows the metadata of its repositories. */
export function rightsOf(token: FakeToken, repository: string, isPrivate: boolean): Rights {
  const own = reaches(token, repository);
  return {
    login: token.login,
    may(permission, level) {
      const given = own ? token.permissions[permission] : undefined;
      if (level === 'write') return given === 'write';
      return given !== undefined || !isPrivate || (own && permission === 'metadata');
    },
  };
}
