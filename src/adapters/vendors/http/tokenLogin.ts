import type { Parts } from '../../../domain/credential';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { SecretValue } from '../../../domain/secret';
import { MINUTE, SECOND, type Millis } from '../../../domain/tools/time';
import { at, isSuccess } from '../../../kits/adapter/answer';
import { staleAt } from '../../../kits/adapter/session';
import { build, query, send, vendorError } from './api';
import { isWebPage, parsed } from './answer';
import type { LoginCall } from './calls';
import type { HttpVendorSettings } from './description';
import { secretContent } from './fillSecret';
import { fillHeaders } from './header';

/** RFC 6749 recommends that the answer says it. */
const UNSAID: Millis = 5 * MINUTE;

interface Kept {
  readonly token: SecretValue;
  readonly stale: Millis;
}

/** The admin key exchanged for a bearer token, kept in memory until shortly before its end; one exchange for all who ask at once. */
export class TokenLogin {
  readonly #login: LoginCall;
  readonly #settings: HttpVendorSettings;
  readonly #ports: AdapterPorts;
  readonly #parts: () => Promise<Parts>;
  #kept: Kept | undefined;
  #opening: Promise<Kept> | undefined;

  constructor(
    login: LoginCall,
    settings: HttpVendorSettings,
    ports: AdapterPorts,
    parts: () => Promise<Parts>,
  ) {
    this.#login = login;
    this.#settings = settings;
    this.#ports = ports;
    this.#parts = parts;
  }

  /** As the part `value`, for `admin_header`. */
  async parts(): Promise<Parts> {
    if (this.#kept && this.#ports.clock.now() < this.#kept.stale) return { value: this.#kept.token };
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined;
    });
    this.#kept = await this.#opening;
    return { value: this.#kept.token };
  }

  /** The vendor refused the token: the next who asks logs in again. */
  forget(): void {
    this.#kept = undefined;
  }

  async #open(): Promise<Kept> {
    const { origin, headers } = this.#settings;
    const login = this.#login;
    const what = `${new URL(login.origin ?? origin).host}, log in`;
    const parts = await this.#parts();
    const shown = login.header === undefined ? {} : fillHeaders(login.header, parts);
    const { request, headers: own } = login;
    const call = build(
      { origin: login.origin ?? origin, headers: { ...headers, ...shown } },
      { request, headers: own },
      {},
    );
    // A second token does no harm, so the exchange may be repeated.
    const asked = query({ ...call, ...secretContent(login, parts) });
    const began = this.#ports.clock.now();
    const answer = await send(this.#ports.http, asked, what);
    if (!isSuccess(answer)) throw refused(answer, what);
    if (isWebPage(answer)) throw new RekeyError('RK5005', `${what}: a web page answered.`);
    return kept(parsed(answer, what), login, { began, origin, what });
  }
}

/** OAuth says `invalid_client` with 400 or 401 (RFC 6749, section 5.2). */
function refused(answer: HttpResponse, what: string): RekeyError {
  const error = vendorError(answer, what, false);
  return answer.status === 400 ? new RekeyError('RK5001', error.message) : error;
}

function kept(
  body: unknown,
  login: LoginCall,
  { began, origin, what }: { readonly began: Millis; readonly origin: string; readonly what: string },
): Kept {
  const text = at(body, login.token);
  if (typeof text !== 'string' || text === '')
    throw new RekeyError('RK5005', `${what}: there is no token at ${login.token}.`);
  const token = SecretValue.of(text, [origin]);
  if (!token.fitsInHeader)
    throw new RekeyError('RK4008', `${what}: the token cannot be sent: ${token.headerFault ?? ''}.`);
  const seconds = Number(at(body, login.expires_in) ?? NaN);
  const life = Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND : UNSAID;
  return { token, stale: staleAt(began, began + life) };
}
