/** A change of one source file. */
export interface Patch {
  /** From the top of the repository. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** A deliberate bug. The simulator must notice it, or else it would not notice the same bug made by accident. */
export interface Mutant extends Patch {
  readonly name: string;
  /** What the changed program does wrong, in one sentence. */
  readonly says: string;
  /** Where a second rule protects as well, both are taken away: `says` names them. */
  readonly also?: readonly Patch[];
  /** It is looked for in worlds whose store promises less than Vault. */
  readonly stores?: true;
}

export const patchesOf = ({ file, find, replace, also = [] }: Mutant): readonly Patch[] => [
  { file, find, replace },
  ...also,
];

/** The text with the bug in it. Throws when the place is not there any more, or is not the only one. */
export function patched(text: string, { file, find, replace }: Patch): string {
  const places = text.split(find).length - 1;
  if (places === 1) return text.replace(find, () => replace);
  throw new Error(
    `${file}: what a mutant changes must stand there once, and stands there ${places} times:\n${find}`,
  );
}
