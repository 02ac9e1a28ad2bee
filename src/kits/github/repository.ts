import { z } from 'zod';

export const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/);

export type Place = Readonly<Record<'owner' | 'repo', string>>;

/** `acme/shop` as the parameters that routes of GitHub's API have. */
export function placeOf(name: string): Place {
  const [owner = '', repo = ''] = name.split('/');
  return { owner, repo };
}
