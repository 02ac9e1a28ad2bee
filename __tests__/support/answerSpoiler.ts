import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import type { OutsideCall } from './faultInjector';

/** stale: what the same call was answered before things changed. cut: half of a list, and a next page that brings nothing new. */
export type AnswerFault = 'stale' | 'cut';

/** Remembers what each read was answered, and answers with the past, or with less than there is. */
export class AnswerSpoiler {
  readonly #past = new Map<string, FakeResponse[]>();

  answer(
    call: OutsideCall,
    fault: AnswerFault | undefined,
    { method, path, query }: FakeRequest,
    answer: FakeResponse,
  ): FakeResponse {
    if (method !== 'GET') return answer;
    const key = `${call.place} ${path}?${query.get('version') ?? ''}`;
    const past = this.#past.get(key) ?? [];
    const other = past.findLast(({ status, body }) => status !== answer.status || body !== answer.body);
    call.hasPast = other !== undefined;
    this.#past.set(key, [...past, answer]);
    if (fault === 'stale') return other ?? answer;
    return fault === 'cut' ? cut(answer) : answer;
  }
}

/** Whoever asks for the next page is given this one again. */
function cut(answer: FakeResponse): FakeResponse {
  const body = JSON.parse(answer.body) as { readonly keys: readonly unknown[] };
  const keys = body.keys.slice(0, Math.ceil(body.keys.length / 2));
  return { ...answer, body: JSON.stringify({ ...body, keys, next: 'more' }) };
}
