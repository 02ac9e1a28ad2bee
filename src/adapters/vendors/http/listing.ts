import type { Listed, Listing } from '../../../domain/contracts/vendor';
import { RekeyError } from '../../../domain/errors';
import type { Admin } from './admin';
import { isObject } from '../../../domain/journal/shape';
import { at, isSuccess } from '../../../kits/adapter/answer';
import { matchesBody } from '../../../kits/adapter/match';
import { parsed, readId } from './answer';
import type { ListCall } from './calls';
import type { HttpVendorSettings } from './description';
import { firstPage, pageAfter } from './paging';
import { readTime, type Times } from './times';
import { vendorError } from './api';

type Described = Pick<HttpVendorSettings, 'list' | 'origin' | 'times'>;

/** All keys, page by page. Complete only when the vendor itself says that there is no further page. */
export async function listAll(
  admin: Admin,
  { list: call, origin, times }: Described,
  what: string,
): Promise<Listing> {
  const found = new Map<string, Listed>();
  const listing = (complete: boolean): Listing => ({ credentials: [...found.values()], complete });
  let page = firstPage(call.next);
  for (let pages = 0; pages < call.max_pages; pages += 1) {
    const answer = await admin.read(call, what, page.at);
    if (!isSuccess(answer)) throw vendorError(answer, what, false);
    const body = parsed(answer, what);
    const items = itemsOf(body, call, what);
    const isNew = items.map((item) => add(found, item, { call, times }, what)).some(Boolean);
    const next = pageAfter(page, call.next, { answer, body, items: items.length }, origin, what);
    if (next === 'end') return listing(true);
    // A page that brings nothing new is an old one served again: what is missing cannot be told.
    if (next === 'lost' || (items.length > 0 && !isNew)) return listing(false);
    page = next;
  }
  return listing(false);
}

function itemsOf(body: unknown, call: ListCall, what: string): readonly unknown[] {
  const items = at(body, call.items);
  if (Array.isArray(items)) return items as readonly unknown[];
  if (items === null || (items === undefined && call.items_may_be_missing && isObject(body))) return [];
  throw new RekeyError('RK5005', `${what}: there is no list at ${call.items || 'the top of the answer'}.`);
}

interface Reading {
  readonly call: ListCall;
  readonly times: Times;
}

/** @returns whether it is a page's progress: an item not seen before, or one that is skipped */
function add(found: Map<string, Listed>, item: unknown, reading: Reading, what: string): boolean {
  const { call } = reading;
  if (call.skip && matchesBody(item, call.skip, 'any')) return true;
  const one = listed(item, reading, what);
  if (found.has(one.id)) return false;
  found.set(one.id, one);
  return true;
}

function listed(item: unknown, { call, times }: Reading, what: string): Listed {
  const label = call.label === undefined ? undefined : at(item, call.label);
  const created = call.created === undefined ? null : readTime(item, call.created, what, times);
  return {
    id: readId(item, call.id, what),
    ...(typeof label === 'string' && { label }),
    ...(created !== null && { created }),
    ...(call.last_used !== undefined && { lastUsed: readTime(item, call.last_used, what, times, 'end') }),
    ...(call.disabled && { disabled: matchesBody(item, call.disabled, 'any') }),
  };
}
