import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import type { Listing } from '../../../../src/domain/contracts/vendor';
import { fakeJson, type FakeRequest, type FakeResponse } from '../../../../src/kits/fake/fake';
import { testPorts } from '../../../support/ports';
import { ADMIN_REFERENCE, describedWorld } from '../../../support/vendorWorld';
import { GATEWAY, gatewaySettings } from './gateway';

type Page = (request: FakeRequest, call: number) => FakeResponse;

/** A list whose pages are answered as the test says. */
async function list(
  next: object | 'none' | undefined,
  page: Page,
  more: object = {},
): Promise<Listing & { calls: number }> {
  let count = 0;
  const { ports, calls } = testPorts({
    routes: {
      [GATEWAY]: (request) => {
        count += 1;
        return page(request, count);
      },
    },
    secrets: { [ADMIN_REFERENCE]: 'admin' },
  });
  const call = {
    request: 'GET /admin/keys?limit=2',
    items: '/keys',
    id: '/id',
    ...(next && { next }),
    ...more,
  };
  const listing = await adapter.open(gatewaySettings({}, { list: call }), ports).list();
  return { ...listing, calls: calls.length };
}

const ids = (from: number, to: number): { id: string }[] =>
  Array.from({ length: to - from }, (_, at) => ({ id: `key_${from + at}` }));

/** Five keys, two a page. */
const slice = (page: number): { id: string }[] => ids(2 * page, Math.min(5, 2 * page + 2));

describe('pages', () => {
  it('by cursor, to the end', async () => {
    const page: Page = ({ query }) => {
      expect(query.get('limit')).toBe('2');
      const at = Number(query.get('after') ?? 0);
      return fakeJson(200, { keys: slice(at), next: at < 2 ? at + 1 : null });
    };
    const listing = await list({ cursor: '/next', query: 'after' }, page);
    expect(listing).toMatchObject({ complete: true, calls: 3 });
    expect(listing.credentials).toHaveLength(5);
  });

  it('by cursor while a flag is true', async () => {
    const next = { cursor: '/last_id', query: 'after', more: '/has_more' };
    const page: Page = (_request, call) =>
      fakeJson(200, { keys: slice(call - 1), last_id: `c${call}`, has_more: call < 3 });
    expect(await list(next, page)).toMatchObject({ complete: true, calls: 3 });
    const lost: Page = () => fakeJson(200, { keys: slice(0), has_more: true });
    expect(await list(next, lost)).toMatchObject({ complete: false, calls: 1 });
    await expect(list(next, () => fakeJson(200, { keys: [] }))).rejects.toMatchObject({ code: 'RK5005' });
  });

  it.each([
    '<https://gateway.example.com/admin/keys?page=2>; title="n, e"; rel="next"',
    '<https://gateway.example.com/admin/keys?page=2>; rel="last next"',
    '<https://gateway.example.com/admin/keys?page=2>; rel = "next"',
    '</admin/keys?page=2>; REL=NEXT',
    '<https://gateway.example.com/a,b>; rel="prev", </admin/keys?page=2>; rel=next; results="true"',
  ])('by a Link header in any form of RFC 8288: %s', async (link) => {
    const page: Page = ({ query }) =>
      query.get('page') === '2'
        ? fakeJson(200, { keys: slice(1) }, { link: '</admin/keys?page=3>; rel="next"; results="false"' })
        : fakeJson(200, { keys: slice(0) }, { link });
    const listing = await list({ link: 'header' }, page);
    expect(listing).toMatchObject({ complete: true, calls: 2 });
    expect(listing.credentials).toHaveLength(4);
    expect(await list(undefined, page)).toMatchObject({ complete: false, calls: 1 });
  });

  it.each([
    'no link at all',
    '<https://gateway.example.com/x> rel="next"',
    '</x>; foo; rel=next',
    `<${'a'.repeat(9000)}>; rel=prev`,
  ])('are cut by a Link header that nobody can read: %.50s', async (link) => {
    const page: Page = () => fakeJson(200, { keys: slice(0) }, { link });
    expect(await list({ link: 'header' }, page)).toMatchObject({ complete: false, calls: 1 });
    expect(await list(undefined, page)).toMatchObject({ complete: false, calls: 1 });
    expect(await list('none', page)).toMatchObject({ complete: true, calls: 1 });
  });

  it.each([
    { has_more: true },
    { next: 'c1' },
    { next_page: 2 },
    { meta: { nextPageToken: 'x' } },
    { links: { next: { href: '/admin/keys?page=2' } } },
    { pagination: { hasNextPage: true } },
    { total: 3 },
    { meta: { total_count: 500 } },
  ])('that nobody described, and that the answer speaks of, make a list that was cut: %j', async (hint) => {
    const page: Page = () => fakeJson(200, { keys: slice(0), ...hint });
    expect((await list(undefined, page)).complete).toBe(false);
    expect((await list('none', page)).complete).toBe(true);
  });

  it.each([
    {},
    { has_more: false },
    { next: null },
    { next: '' },
    { links: {} },
    { total: 2 },
    { next_page: 0 },
  ])('are not suspected where the answer speaks of none: %j', async (end) => {
    expect((await list(undefined, () => fakeJson(200, { keys: slice(0), ...end }))).complete).toBe(true);
  });

  it('may be null when they are empty, and left out where the description says so', async () => {
    const empty = { complete: true, credentials: [] };
    expect(await list(undefined, () => fakeJson(200, { keys: null }))).toMatchObject(empty);
    await expect(list(undefined, () => fakeJson(200, {}))).rejects.toMatchObject({ code: 'RK5005' });
    const may = { items_may_be_missing: true };
    expect(await list(undefined, () => fakeJson(200, {}), may)).toMatchObject(empty);
    await expect(list(undefined, () => fakeJson(200, { keys: {} }), may)).rejects.toMatchObject({
      code: 'RK5005',
    });
    const past: Page = (_request, call) => fakeJson(200, { keys: call === 1 ? slice(0) : null });
    expect(await list({ page: 'page' }, past)).toMatchObject({ complete: true, calls: 2 });
  });

  it('by number, until a page is empty', async () => {
    const page: Page = ({ query }) => fakeJson(200, { keys: slice(Number(query.get('page')) - 1) });
    expect(await list({ page: 'page' }, page)).toMatchObject({ complete: true, calls: 4 });
  });

  it('by number, until the total is reached, from zero', async () => {
    const next = { page: 'page[number]', first: 0, total: '/meta/total' };
    const page: Page = ({ query }) =>
      fakeJson(200, { keys: slice(Number(query.get('page[number]'))), meta: { total: 5 } });
    expect(await list(next, page)).toMatchObject({ complete: true, calls: 3 });
    const short: Page = (_request, call) =>
      fakeJson(200, { keys: call === 1 ? slice(0) : [], meta: { total: 5 } });
    expect((await list(next, short)).complete).toBe(false);
  });

  it.each(['header', '/links/next'])('by link in %s', async (link) => {
    const page: Page = ({ query }) => {
      const at = Number(query.get('page') ?? 0);
      const next = at < 2 ? `/admin/keys?page=${at + 1}` : null;
      return fakeJson(
        200,
        { keys: slice(at), links: { next: next && `${GATEWAY}${next}` } },
        next ? { link: `<${GATEWAY}${next}>; rel="next", <${GATEWAY}/admin/keys?page=2>; rel="last"` } : {},
      );
    };
    const listing = await list({ link }, page);
    expect(listing).toMatchObject({ complete: true, calls: 3 });
    expect(listing.credentials).toHaveLength(5);
  });

  it('never follow a link to another origin', async () => {
    const page: Page = () => fakeJson(200, { keys: slice(0), next: 'https://evil.example.net/keys' });
    await expect(list({ link: '/next' }, page)).rejects.toMatchObject({ code: 'RK9003' });
  });

  it('without an end stop at max_pages, and the list is incomplete', async () => {
    const world = describedWorld(adapter, gatewaySettings({ paged: true }), { endlessList: true });
    const before = world.calls();
    expect((await world.run(() => world.open().list())).complete).toBe(false);
    expect(world.calls() - before).toBe(50);
  });

  it('that come twice stop, and the list is incomplete', async () => {
    const page: Page = () => fakeJson(200, { keys: slice(0), next: 'again' });
    expect(await list({ cursor: '/next', query: 'after' }, page)).toMatchObject({
      complete: false,
      calls: 2,
    });
  });

  it('leave out what is no key any more', async () => {
    const keys = [
      { id: 'a', state: 'active' },
      { id: 'b', state: 'revoked' },
    ];
    const more = { skip: { pointer: '/state', equals: 'revoked' } };
    const listing = await list(undefined, () => fakeJson(200, { keys }), more);
    expect(listing.credentials.map(({ id }) => id)).toEqual(['a']);
    expect(listing.complete).toBe(true);
  });

  it('may be a list without a map around it', async () => {
    const listing = await list(undefined, () => fakeJson(200, ids(0, 2)), { items: '' });
    expect(listing.credentials).toHaveLength(2);
  });
});
