import type { HttpResponse } from '../../../domain/ports';
import { isObject } from '../../../domain/journal/shape';
import { nextLink } from './links';

/** A page as it was answered. */
export interface Answered {
  readonly answer: HttpResponse;
  readonly body: unknown;
  readonly items: number;
}

/** Members that say that there is more, and those that lead there: of the answer itself, and of what holds them in many APIs. */
const MORE = [
  'has_more',
  'hasMore',
  'has_next',
  'hasNext',
  'has_next_page',
  'hasNextPage',
  'more',
  'truncated',
  'is_truncated',
];
const NEXT = [
  'next',
  'next_page',
  'nextPage',
  'next_page_token',
  'nextPageToken',
  'next_token',
  'nextToken',
  'next_cursor',
  'nextCursor',
  'next_url',
  'nextUrl',
  'next_href',
  'next_page_url',
  '@odata.nextLink',
];
const TOTAL = ['total', 'total_count', 'totalCount', 'total_results', 'totalResults'];
const PLACES = [
  'meta',
  'metadata',
  'pagination',
  'paging',
  'page_info',
  'pageInfo',
  'links',
  '_links',
  'response_metadata',
  'result_info',
];

/**
 * Where a description names no next page: does the answer speak of one all the same? Then the list is cut, because it is better to say
 * that once too often than to take a hidden key for a silent one. `next: none` says that it is one page.
 */
export function hintsAtMore({ answer, body, items }: Answered): boolean {
  if (nextLink(answer) !== 'end') return true;
  if (!isObject(body)) return false;
  return [body, ...PLACES.map((name) => body[name]).filter(isObject)].some(
    (place) =>
      MORE.some((name) => place[name] === true) ||
      NEXT.some((name) => leadsOn(place[name])) ||
      TOTAL.some((name) => Number.isSafeInteger(place[name]) && (place[name] as number) > items),
  );
}

/** A cursor, an address, a page number, or `{ href }`. */
function leadsOn(next: unknown): boolean {
  if (isObject(next)) return typeof next['href'] === 'string' && next['href'] !== '';
  return (typeof next === 'string' && next !== '') || (typeof next === 'number' && next > 0);
}
