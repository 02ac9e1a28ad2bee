import type { Listing, Verdict } from '../../../domain/contracts/vendor';
import type { Parts } from '../../../domain/credential';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import type { HttpRequest, HttpResponse } from '../../../domain/ports';
import type { SecretValue } from '../../../domain/secret';
import { isSuccess } from '../../../kits/adapter/answer';
import { isOneOf, isWebPage, parsed, readOwnId, says } from './answer';
import { refusalsOf, type Call, type VerifyCall } from './calls';
import { secretContent } from './fillSecret';
import { fillHeaders } from './header';
import type { HttpVendorSettings } from './description';
import { build, query, send, vendorError } from './api';

/** Calls with the key itself, as an application would make them. */
export class Asking {
  readonly #settings: HttpVendorSettings;
  readonly #ports: AdapterPorts;

  constructor(settings: HttpVendorSettings, ports: AdapterPorts) {
    this.#settings = settings;
    this.#ports = ports;
  }

  /** Accepted or refused only by the declared answers; whatever else happens proves nothing. */
  async verify(parts: Parts, what: string): Promise<Verdict> {
    const { verify } = this.#settings;
    const request = this.#request(verify, parts);
    try {
      const answer = await send(this.#ports.http, request, what);
      return verdict(answer, verify, (body, pointer) => this.#id(body, pointer, parts, what), what);
    } catch (error) {
      if (error instanceof RekeyError && error.traits.patience !== undefined)
        return { answer: 'unknown', why: `${CODES[error.code].title} (${error.code})` };
      throw error;
    }
  }

  /** The id of a value: a piece of it, the part that is listed as an id, or by asking with it. */
  async identify(parts: Parts, list: () => Promise<Listing>, what: string): Promise<string | undefined> {
    const { id_in_value: inside, id_part: part, whoami } = this.#settings;
    const piece = inside && parts[inside.part]?.publicId(inside.after, inside.before);
    if (piece !== undefined) return piece;
    if (part !== undefined) return listedAs(parts[part], await list());
    if (!whoami) return undefined;
    const answer = await send(this.#ports.http, this.#request(whoami, parts), what);
    if (isSuccess(answer) && !isWebPage(answer))
      return this.#id(parsed(answer, what), whoami.id, parts, what);
    const error = vendorError(answer, what, false);
    // A vendor that is busy or ill may know the id later; one that refuses the key will not tell.
    if (error.kind === 'throttled' || error.kind === 'transient') throw error;
    return undefined;
  }

  #id(body: unknown, pointer: string, parts: Parts, what: string): string {
    return readOwnId(body, pointer, { parts, idPart: this.#settings.id_part }, what);
  }

  #request(call: Call, parts: Parts): HttpRequest {
    const { origin, key_origin: keyOrigin, key_header: keyHeader, headers } = this.#settings;
    const wire = { origin: keyOrigin ?? origin, headers: { ...headers, ...fillHeaders(keyHeader, parts) } };
    const { request, headers: own } = call;
    return query({ ...build(wire, { request, headers: own }, {}), ...secretContent(call, parts) });
  }
}

function verdict(
  answer: HttpResponse,
  call: VerifyCall,
  idAt: (body: unknown, pointer: string) => string,
  what: string,
): Verdict {
  if (isWebPage(answer)) return { answer: 'unknown', why: `a web page, status ${answer.status}` };
  if (isOneOf(answer.status, call.accepted) && says(answer, call.accepted_body)) {
    if (call.id === undefined) return { answer: 'accepted' };
    return { answer: 'accepted', id: idAt(parsed(answer, what), call.id) };
  }
  if (refusalsOf(call).some(({ status, body }) => status === answer.status && says(answer, body)))
    return { answer: 'refused', status: answer.status };
  return { answer: 'unknown', why: `status ${answer.status} proves nothing` };
}

/** The vendor's own list says which part is public, so that a wrong description cannot take a secret for an id. */
function listedAs(part: SecretValue | undefined, listing: Listing): string | undefined {
  return listing.credentials.find(({ id }) => part?.isText(id) === true)?.id;
}
