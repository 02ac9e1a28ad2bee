import type { Reading } from '../../../domain/contracts/probe';
import type { HttpResponse } from '../../../domain/ports';
import { isIdLike } from '../../../domain/tools/publicId';
import type { Millis } from '../../../domain/tools/time';
import { at, jsonOf } from '../../../kits/adapter/answer';
import { matches } from '../../../kits/adapter/match';
import { millisOf } from '../../../kits/adapter/settings';
import type { Expectation, HttpProbeSettings } from './settings';

/** An answer against what a healthy one is. */
export function judge(answer: HttpResponse, latency: Millis, settings: HttpProbeSettings): Reading {
  const numbers = { status: answer.status, latency_ms: latency };
  const seen = `${answer.status} in ${latency} ms`;
  // The server is there and does not want to answer: that says nothing about the workload.
  if (answer.status === 429) return { verdict: 'no data', numbers, sentence: `${seen}, too many requests` };
  const fault = faultOf(answer, latency, settings.expect);
  const keyId = keyIdOf(answer, settings.key_id);
  return {
    verdict: fault === undefined ? 'pass' : 'fail',
    numbers,
    sentence: fault === undefined ? seen : `${seen}, ${fault}`,
    ...(keyId !== undefined && { keyId }),
  };
}

function faultOf(answer: HttpResponse, latency: Millis, expect: Expectation): string | undefined {
  const wanted = [expect.status].flat();
  if (!wanted.includes(answer.status)) return `expected ${wanted.join(' or ')}`;
  if (expect.body && !matches(answer, expect.body, 'exact')) return 'the body is not what is expected';
  if (expect.max_latency !== undefined && latency > millisOf(expect.max_latency))
    return `allowed is ${expect.max_latency}`;
  return undefined;
}

/** A public id, as short and plain as ids are; anything else is not repeated. */
function keyIdOf(answer: HttpResponse, where: HttpProbeSettings['key_id']): string | undefined {
  if (!where) return undefined;
  const found =
    'header' in where ? answer.headers[where.header.toLowerCase()] : at(jsonOf(answer), where.pointer);
  return typeof found === 'string' && isIdLike(found) ? found : undefined;
}
