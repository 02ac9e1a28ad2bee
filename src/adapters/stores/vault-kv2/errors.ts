import type { Code } from '../../../domain/errorCodes';
import { RekeyError, type ErrorDetails } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { retryAfterOf } from '../../../domain/tools/retryAfter';
import { codeSpan } from '../../../domain/tools/text';
import { inOwnWords } from '../../../kits/adapter/answer';
import { errorTexts } from '../../../kits/vault/wire';

/** One call, for messages. */
export interface Call {
  /** What the policy must grant. https://developer.hashicorp.com/vault/docs/concepts/policies#capabilities */
  readonly capabilities: readonly string[];
  /** Without `/v1/`: `secret/data/prod/gateway`. */
  readonly path: string;
  /** A write whose answer was lost may have happened. */
  readonly write: boolean;
}

/** An answer that is no success. https://developer.hashicorp.com/vault/api-docs#http-status-codes */
export function vaultError(answer: HttpResponse, call: Call): RekeyError {
  const texts = errorTexts(answer).join('; ');
  const said = texts === '' ? '' : `: ${codeSpan(texts)}`;
  const message = `Vault, ${verb(call)} ${codeSpan(call.path)}: status ${answer.status}${said}.`;
  const [code, details] = meaning(answer, call, texts);
  return new RekeyError(code, message, details);
}

function meaning(answer: HttpResponse, call: Call, texts: string): [Code, ErrorDetails?] {
  const retryAfter = retryAfterOf(answer);
  switch (answer.status) {
    case 403:
      if (isOver(texts))
        return ['RK4005', { next: 'The token is not valid any more; the next run logs in again.' }];
      return ['RK4001', { next: permission(call) }];
    case 404:
      if (!texts.startsWith('no handler for route')) return ['RK4006'];
      return [
        'RK2004',
        { next: 'Correct "mount" or "namespace"; a KV version 2 engine must be mounted there.' },
      ];
    case 405:
      return ['RK4006', { next: 'Use Vault 1.9 or newer, or OpenBao, and a KV version 2 engine.' }];
    case 429:
      return ['RK4011', retryAfter === undefined ? {} : { retryAfter }];
    case 412:
    case 472:
    case 473:
      return [
        'RK4005',
        { next: 'This node lags behind. The next run continues; the address of the active node avoids it.' },
      ];
    default:
      if (answer.status < 500) return isUpgrading(texts) ? ['RK4005', { next: UPGRADING }] : ['RK4006'];
      return [call.write && !refusedUnseen(texts) ? 'RK4010' : 'RK4005'];
  }
}

/** A sealed node, or one without a leader, refuses before it does anything. */
const refusedUnseen = (texts: string): boolean =>
  /vault is sealed|active cluster node not found/i.test(texts);

/** A mount that was just made, or enabled for versions, refuses everything for seconds: https://github.com/hashicorp/vault-plugin-secrets-kv */
const isUpgrading = (texts: string): boolean =>
  /upgrading from non-versioned to versioned data|waiting for the primary to upgrade/i.test(texts);

const UPGRADING =
  'The mount is being made ready for versions, which takes seconds; nothing was written. The next run continues.';

/** A session that has ended: nothing was done, and a new login helps. */
const isOver = (texts: string): boolean => /invalid token|bad token/.test(texts);

const permission = (call: Call): string =>
  `Add to the policy of the role: ${policyLine(call.path, call.capabilities)}`;

/** A line of a policy. https://developer.hashicorp.com/vault/docs/concepts/policies */
export const policyLine = (path: string, capabilities: readonly string[]): string =>
  `path "${path}" { capabilities = [${capabilities.map((name) => `"${name}"`).join(', ')}] }`;

const verb = (call: Call): string => (call.write ? 'write' : 'read');

/** What the port threw, in the words of a store. */
export const asStoreError = (thrown: unknown, call: Call): unknown =>
  inOwnWords(thrown, STORE_CODE, ({ message }) => `Vault, ${verb(call)} ${codeSpan(call.path)}: ${message}`);

const STORE_CODE: Readonly<Partial<Record<Code, Code>>> = {
  RK9001: 'RK4005',
  RK9002: 'RK4010',
  RK9004: 'RK4006',
  RK9005: 'RK4006',
  RK9007: 'RK4011',
  RK9010: 'RK4005',
};
