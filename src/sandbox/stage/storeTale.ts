import type { Visit } from '../tap';
import { field } from './field';

/** What the store did for Rekey, told for people who do not know its requests. It remembers which slots hold a staged value. */
export class StoreTale {
  readonly #staged = new Set<string>();
  readonly #isServed: (path: string, fields: readonly string[]) => boolean;

  /** @param isServed applications read one of these fields of this secret */
  constructor(isServed: (path: string, fields: readonly string[]) => boolean) {
    this.#isServed = isServed;
  }

  /** Undefined: nothing worth telling. */
  sentence({ request, response }: Visit): string | undefined {
    if (request.method === 'GET' || request.method === 'LIST') return undefined;
    const path = decodeURIComponent(request.path).replace('/v1/', '');
    if (path.endsWith('/login')) return login(request.body, response.status);
    if (response.status >= 400) return `answers ${response.status} to a change of ${path}`;
    if (path.endsWith('/revoke-self')) return 'its session ended';
    const [, part, ...rest] = path.split('/');
    const secret = rest.join('/');
    const isSlot = secret.includes('.rekey.');
    if (part === 'destroy')
      return isSlot
        ? `${secret}: the staging slot is destroyed, so it is free for the next rotation`
        : `${secret}: the version with the dead key is destroyed`;
    // A question that is put as a POST, such as what the session may do.
    if (part !== 'data') return undefined;
    if (isSlot) return `${secret}: ${this.#slot(secret, request.body)}`;
    return this.#isServed(secret, Object.keys(field(request.body, 'data') ?? {}))
      ? `${secret}: another value is served from now on`
      : `${secret}: the id is noted beside the value`;
  }

  /** What a change of the staging slot is for, by the note in it and by what was there before. */
  #slot(secret: string, body: string): string {
    const note = (field(body, 'data') as { readonly rekey?: string } | undefined)?.rekey;
    if (note !== undefined && field(note, 'staged') !== undefined) {
      this.#staged.add(secret);
      return 'the new value is staged; nobody reads it there';
    }
    return this.#staged.delete(secret)
      ? 'the staged copy is taken out, because the value is served now or dead'
      : 'the staging slot is reserved for this rotation; it is empty';
  }
}

function login(body: string, status: number): string {
  if (status === 200) return 'the workflow proved who it is';
  return hasWrongAudience(String(field(body, 'jwt')))
    ? 'a token for another audience is refused, as it must be: doctor tries that on purpose'
    : 'a login is refused';
}

/** `.invalid` is nobody's address: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
function hasWrongAudience(jwt: string): boolean {
  const claims = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
  return /"aud":"https:\/\/[\w.-]+\.invalid[/"]/.test(claims);
}
