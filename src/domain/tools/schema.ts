/** What Rekey needs of a schema library: zod's schemas fit. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}
export interface Schema<T> {
  safeParse(
    input: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}
