import type { Query } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { at } from '../../../kits/adapter/answer';
import type { NextPage } from './calls';
import { hintsAtMore, type Answered } from './hints';
import { nextLink } from './links';

/** Where a page is: what to add to the request, or its whole address. */
export interface Page {
  readonly at: Query | URL;
  readonly number: number;
  /** Items read before this page. */
  readonly before: number;
}

/** end: the vendor says that there is no more. lost: there is more, but not how to get it. */
type Onward = Page | 'end' | 'lost';

export function firstPage(next: NextPage | undefined): Page {
  if (next === undefined || next === 'none' || !('page' in next)) return { at: {}, number: 1, before: 0 };
  return { at: { [next.page]: next.first }, number: next.first, before: 0 };
}

/** @param origin a next page anywhere else is refused, because the admin key would follow it */
export function pageAfter(
  page: Page,
  next: NextPage | undefined,
  answered: Answered,
  origin: string,
  what: string,
): Onward {
  if (next === undefined) return hintsAtMore(answered) ? 'lost' : 'end';
  if (next === 'none') return 'end';
  const where =
    'cursor' in next
      ? byCursor(next, answered.body, what)
      : 'link' in next
        ? byLink(next.link, answered, origin, what)
        : byNumber(next, page, answered, what);
  if (where === 'end' || where === 'lost') return where;
  return { at: where, number: page.number + 1, before: page.before + answered.items };
}

function byCursor(
  next: Extract<NextPage, { cursor: string }>,
  body: unknown,
  what: string,
): Query | 'end' | 'lost' {
  const more = next.more === undefined ? undefined : at(body, next.more);
  if (next.more !== undefined && typeof more !== 'boolean') throw wrong(what, next.more, 'true or false');
  if (more === false) return 'end';
  const cursor = at(body, next.cursor);
  if (cursor === undefined || cursor === null || cursor === '' || cursor === false)
    return more === true ? 'lost' : 'end';
  if (typeof cursor !== 'string' && typeof cursor !== 'number') throw wrong(what, next.cursor, 'a cursor');
  return { [next.query]: cursor };
}

function byNumber(
  next: Extract<NextPage, { page: string }>,
  page: Page,
  answered: Answered,
  what: string,
): Query | 'end' | 'lost' {
  const onward = { [next.page]: page.number + 1 };
  if (next.total === undefined) return answered.items === 0 ? 'end' : onward;
  const total = at(answered.body, next.total);
  if (typeof total !== 'number') throw wrong(what, next.total, 'a number');
  if (page.before + answered.items >= total) return 'end';
  return answered.items === 0 ? 'lost' : onward;
}

function byLink(where: string, answered: Answered, origin: string, what: string): URL | 'end' | 'lost' {
  const named = where === 'header' ? nextLink(answered.answer) : { address: at(answered.body, where) };
  if (named === 'lost' || named === 'end') return named;
  const link = named.address;
  if (link === undefined || link === null || link === '') return 'end';
  if (typeof link !== 'string' || !URL.canParse(link, origin)) throw wrong(what, where, 'an address');
  const url = new URL(link, origin);
  if (url.origin !== origin) throw new RekeyError('RK9003', `${what}: the next page is at another origin.`);
  return url;
}

const wrong = (what: string, pointer: string, wanted: string): RekeyError =>
  new RekeyError('RK5005', `${what}: what is at ${pointer} is not ${wanted}.`);
