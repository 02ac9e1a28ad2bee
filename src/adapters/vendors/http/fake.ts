import type { FakeResponse, FakeWorld } from '../../../kits/fake/fake';
import { FakeVendor, type FakeVendorOptions } from './fake/fakeVendor';

export { FakeVendor, type FakeVendorOptions } from './fake/fakeVendor';
export type { FakeKey, Lags } from './fake/keys';
export { bearerOf, isMap, isTexts, type FakeCall, type VendorWire } from './fake/wire';

export const fakeVendor = (world: FakeWorld, options: Partial<FakeVendorOptions> = {}): FakeVendor =>
  new FakeVendor(world, options);

/** Answers that no vendor should give, for `spoilNext`. */
export const spoils = {
  /** A field of the JSON answer is another one. */
  with:
    (changes: Readonly<Record<string, unknown>>) =>
    (answer: FakeResponse): FakeResponse => {
      const body = JSON.parse(answer.body) as Record<string, unknown>;
      return { ...answer, body: JSON.stringify({ ...body, ...changes }) };
    },
  /** A page of two megabytes and a bit. */
  hugePage: (): FakeResponse => ({
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: `<html>${'x'.repeat(2 * 1024 * 1024)}</html>`,
  }),
  redirect: (location: string) => (): FakeResponse => ({ status: 302, headers: { location }, body: '' }),
};
