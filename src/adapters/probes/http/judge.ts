import { get } from '@sagold/json-pointer';
import ms, { type StringValue } from 'ms';
import type { Reading } from '../../../domain/contracts/probe';
import type { HttpResponse } from '../../../domain/ports';
import { isIdLike } from '../../../domain/publicId';
import type { Millis } from '../../../domain/time';
import type { Expectation, HttpProbeSettings } from './settings';

/** @param duration as the schema allows it: `10s` */
export const millisOf = (duration: string): Millis => ms(duration as StringValue);

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
  if (expect.body && !bodyFits(answer, expect.body)) return 'the body is not what is expected';
  if (expect.max_latency !== undefined && latency > millisOf(expect.max_latency))
    return `allowed is ${expect.max_latency}`;
  return undefined;
}

function bodyFits(answer: HttpResponse, body: NonNullable<Expectation['body']>): boolean {
  const found = body.pointer === undefined ? answer.text : at(answer, body.pointer);
  if (body.equals !== undefined) return found === body.equals;
  return typeof found === 'string' && body.contains !== undefined && found.includes(body.contains);
}

/** A public id, as short and plain as ids are; anything else is not repeated. */
function keyIdOf(answer: HttpResponse, where: HttpProbeSettings['key_id']): string | undefined {
  if (!where) return undefined;
  const found = 'header' in where ? answer.headers[where.header.toLowerCase()] : at(answer, where.pointer);
  return typeof found === 'string' && isIdLike(found) ? found : undefined;
}

function at(answer: HttpResponse, pointer: string): unknown {
  try {
    return get(answer.json(), pointer);
  } catch {
    return undefined;
  }
}
