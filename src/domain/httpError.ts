import type { Code } from './errorCodes';
import { RekeyError } from './errors';
import { retryAfterOf } from './tools/retryAfter';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a status means for the caller; each code may be replaced by a more telling one of the same kind. */
export interface Meaning {
  /** What was asked, as a sentence begins: `SendGrid, create a key`. Names and ids only. */
  readonly what: string;
  /** A write that gets 5xx may have happened: unknown. A read that does can be repeated: transient. */
  readonly write: boolean;
  /** 401 and 403. */
  readonly denied?: Code;
  /** 404 and 410. */
  readonly gone?: Code;
  /** 409 and 412. */
  readonly conflict?: Code;
  /** 429. */
  readonly throttled?: Code;
  /** 408 and 5xx of a read. */
  readonly transient?: Code;
  /** 408 and 5xx of a write. */
  readonly unknown?: Code;
  /** Anything else. */
  readonly broken?: Code;
  readonly next?: string;
}

/** An answer that is no success, as an error of the right kind. It names the status and never the body. */
export function httpError(answer: Answer, meaning: Meaning): RekeyError {
  const retryAfter = retryAfterOf(answer);
  return new RekeyError(codeOf(answer.status, meaning), `${meaning.what}: status ${answer.status}.`, {
    ...(meaning.next !== undefined && { next: meaning.next }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function codeOf(status: number, meaning: Meaning): Code {
  if (status === 401 || status === 403) return meaning.denied ?? 'RK9008';
  if (status === 404 || status === 410) return meaning.gone ?? 'RK9009';
  if (status === 409 || status === 412) return meaning.conflict ?? 'RK9012';
  if (status === 429) return meaning.throttled ?? 'RK9007';
  if (status === 408 || status >= 500) return faultCode(meaning);
  return meaning.broken ?? 'RK9011';
}

function faultCode({ write, unknown = 'RK9002', transient = 'RK9010' }: Meaning): Code {
  return write ? unknown : transient;
}
