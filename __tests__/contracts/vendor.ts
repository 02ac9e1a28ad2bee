import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Listed, Vendor } from '../../src/domain/contracts/vendor';
import type { Credential, Parts } from '../../src/domain/credential';
import { RekeyError } from '../../src/domain/errors';
import type { Millis } from '../../src/domain/tools/time';
import type { Fault } from '../../src/sandbox/faults';

/** One vendor in the world, and what can happen to it. Made new for each test. */
export interface VendorWorld {
  /** A process with nothing in memory. */
  open(): Vendor;
  /** Lets the work end; time jumps to the next timer whenever nothing else can run. */
  run<T>(work: () => Promise<T>): Promise<T>;
  advance(duration: Millis): Promise<void>;
  /** What becomes of the next call that leaves; undefined heals. */
  failNext(fault: Fault): void;
  /** Calls that left so far. */
  calls(): number;
  /** Ids of the credentials that are not deleted, as the vendor knows them. */
  live(): readonly string[];
  /** A credential of another team. @returns its id */
  addForeign(): string;
  /** An application uses the credential at the vendor. */
  use(id: string): void;
  /** From now on the admin key is refused. */
  refuseAdmin(): void;
  /** From now on no further credential is allowed. Left out where the vendor has no limit. */
  fill?(): void;
  /** Parts as a credential has them, that the vendor never gave out. */
  neverValid(): Parts;
  /** Every secret there is, in clear. */
  secrets(): readonly string[];
}

const LABEL = 'rekey-gateway-prod-0a1b2c3d4e';
const WANTED = { label: LABEL, scopes: ['charge.read', 'charge.write'] };

export function vendorContract(name: string, makeWorld: () => VendorWorld): void {
  describe(`vendor contract: ${name}`, () => {
    let world: VendorWorld;
    let vendor: Vendor;
    beforeEach(() => {
      world = makeWorld();
      vendor = world.open();
    });

    const run = <T>(work: () => Promise<T>): Promise<T> => world.run(work);

    /** Makes one and waits until it is known everywhere. */
    async function made(label = LABEL): Promise<Credential> {
      const credential = await run(() => vendor.create({ ...WANTED, label }));
      await world.advance(Math.max(vendor.capabilities.propagation, vendor.capabilities.listLag));
      return credential;
    }

    const listed = async (id: string): Promise<Listed | undefined> =>
      (await run(() => vendor.list())).credentials.find((one) => one.id === id);

    async function errorOf(work: () => Promise<unknown>): Promise<RekeyError> {
      const error = await run(work).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(RekeyError);
      const said = error as RekeyError;
      for (const secret of world.secrets()) expect(said.line).not.toContain(secret);
      return said;
    }

    it('changes nothing once it is too late', async () => {
      const { id } = await made();
      const live = world.live();
      const late = (): boolean => false;
      const calls: (() => Promise<unknown>)[] = [() => vendor.create(WANTED, late)];
      if (!vendor.capabilities.byPerson.includes('revoke')) calls.push(() => vendor.revoke(id, late));
      if (vendor.disable) calls.push(async () => vendor.disable?.(id, late));
      for (const call of calls) expect((await errorOf(call)).code).toBe('RK9014');
      expect(world.live()).toEqual(live);
    });

    it('has a call for exactly what it declares', () => {
      expect(vendor.disable !== undefined).toBe(vendor.capabilities.disable);
      expect(vendor.enable !== undefined).toBe(vendor.capabilities.disable);
      expect(vendor.origins.length).toBeGreaterThan(0);
    });

    describe('create', () => {
      it('makes one credential, which is listed and accepted, and may go to the vendor only', async () => {
        const before = world.live();
        const credential = await made();
        expect(world.live().filter((id) => !before.includes(id))).toEqual([credential.id]);
        for (const part of Object.values(credential.parts)) {
          expect(part.isEmpty).toBe(false);
          expect(vendor.origins).toEqual(expect.arrayContaining([...part.origins]));
        }
        const row = await listed(credential.id);
        expect(row?.id).toBe(credential.id);
        if (vendor.capabilities.labels) expect(row?.label).toBe(LABEL);
        if (vendor.capabilities.created) expect(row?.created).toBeDefined();
        expect((await run(() => vendor.verify(credential.parts))).answer).toBe('accepted');
      });

      it('makes another one for another label', async () => {
        const [one, two] = [await made(), await made(`${LABEL}2`)];
        expect(one.id).not.toBe(two.id);
        expect(Object.values(one.parts).some((part, at) => !part.equals(Object.values(two.parts)[at]!))).toBe(
          true,
        );
        if (vendor.capabilities.mode === 'overlap')
          expect((await run(() => vendor.verify(one.parts))).answer).toBe('accepted');
      });

      it('does not know what became of it when the answer is lost, and does not repeat', async () => {
        const before = world.live().length;
        await run(() => vendor.list());
        const calls = world.calls();
        world.failNext({ kind: 'lost' });
        expect((await errorOf(() => vendor.create(WANTED))).kind).toBe('unknown');
        expect(world.calls()).toBe(calls + 1);
        expect(world.live().length).toBe(before + 1);
      });

      it.each<[string, Fault, string]>([
        ['cannot connect', { kind: 'refused' }, 'transient'],
        ['is throttled', { kind: 'status', status: 429, retryAfter: 7 }, 'throttled'],
        ['is refused', { kind: 'status', status: 401 }, 'denied'],
        ['meets a fault', { kind: 'status', status: 503 }, 'unknown'],
        ['times out', { kind: 'timeout' }, 'unknown'],
      ])('tells apart that it %s', async (_name, fault, kind) => {
        const before = world.live();
        await run(() => vendor.list());
        world.failNext(fault);
        const error = await errorOf(() => vendor.create(WANTED));
        expect(error.kind).toBe(kind);
        if (kind === 'throttled') expect(error.retryAfter).toBe(7000);
        expect(world.live()).toEqual(before);
      });

      it('stops when the admin key is refused', async () => {
        world.refuseAdmin();
        expect((await errorOf(() => vendor.create(WANTED))).code).toBe('RK5001');
        expect((await errorOf(() => vendor.list())).code).toBe('RK5001');
      });

      it('tells the limit from a refusal', async () => {
        if (!world.fill) return expect(vendor.capabilities.maxLive).toBeUndefined();
        world.fill();
        const before = world.live();
        expect((await errorOf(() => vendor.create(WANTED))).kind).toBe('full');
        expect(world.live()).toEqual(before);
      });
    });

    describe('list', () => {
      it('shows every live credential, also of others, and says that it is complete', async () => {
        const { id } = await made();
        const foreign = world.addForeign();
        await world.advance(vendor.capabilities.listLag);
        const listing = await run(() => world.open().list());
        expect(listing.complete).toBe(true);
        const ids = listing.credentials.map((one) => one.id);
        expect(ids).toEqual(expect.arrayContaining([id, foreign]));
        expect(new Set(ids)).toEqual(new Set(world.live()));
      });

      it('shows when a credential was used, no earlier than the declared lag', async () => {
        const { id } = await made();
        if (!vendor.capabilities.lastUsed) return expect((await listed(id))?.lastUsed).toBeUndefined();
        expect((await listed(id))?.lastUsed).toBeNull();
        world.use(id);
        await world.advance(vendor.capabilities.lastUsedLag);
        expect(Date.parse((await listed(id))?.lastUsed ?? '')).not.toBeNaN();
      });

      it('is an error and never an empty list when the vendor is ill', async () => {
        for (const status of [500, 404, 403]) {
          for (let tries = 0; tries < 3; tries += 1) world.failNext({ kind: 'status', status });
          await errorOf(() => world.open().list());
          world = makeWorld();
          vendor = world.open();
        }
        world.failNext({ kind: 'html' });
        expect((await errorOf(() => world.open().list())).kind).toBe('broken');
      });
    });

    describe('verify', () => {
      it('says refused for a value that was never valid', async () => {
        expect((await run(() => vendor.verify(world.neverValid()))).answer).toBe('refused');
      });

      it.each<[string, Fault]>([
        ['a fault', { kind: 'status', status: 500 }],
        ['a limit', { kind: 'status', status: 429 }],
        ['a web page', { kind: 'html' }],
        ['a refused connection', { kind: 'refused' }],
        ['no answer', { kind: 'timeout' }],
      ])('learns nothing from %s', async (_name, fault) => {
        const { parts } = await made();
        for (let tries = 0; tries < 3; tries += 1) world.failNext(fault);
        expect(await run(() => vendor.verify(parts))).toMatchObject({ answer: 'unknown' });
      });
    });

    it('finds the id of a value, where it says so', async () => {
      const { id, parts } = await made();
      const found = await run(() => vendor.identify(parts));
      expect(found).toBe(vendor.capabilities.identify ? id : undefined);
    });

    describe('revoke', () => {
      it('ends this credential and no other, and the value is refused', async () => {
        const foreign = world.addForeign();
        const [one, two] = [await made(), await made(`${LABEL}2`)];
        await run(() => vendor.revoke(one.id));
        expect(world.live()).toEqual(expect.arrayContaining([foreign, two.id]));
        expect(world.live()).not.toContain(one.id);
        await world.advance(Math.max(vendor.capabilities.revocationLag, vendor.capabilities.listLag));
        expect((await run(() => vendor.verify(one.parts))).answer).toBe('refused');
        expect((await run(() => vendor.verify(two.parts))).answer).toBe('accepted');
        expect(await listed(one.id)).toBeUndefined();
      });

      it('may be repeated', async () => {
        const { id } = await made();
        expect(await run(() => vendor.revoke(id))).toBe('revoked');
        expect(await run(() => vendor.revoke(id))).toBe('was gone');
        expect(world.live()).not.toContain(id);
      });

      it('does not know what became of it when the answer is lost', async () => {
        const { id } = await made();
        world.failNext({ kind: 'lost' });
        expect((await errorOf(() => vendor.revoke(id))).kind).toBe('unknown');
        await run(() => vendor.revoke(id));
      });
    });

    describe('disable', () => {
      it('can be taken back', async () => {
        const { id, parts } = await made();
        if (!vendor.disable || !vendor.enable) return expect(vendor.capabilities.disable).toBe(false);
        const { disable, enable } = vendor;
        await run(() => disable(id));
        await run(() => disable(id));
        await world.advance(vendor.capabilities.revocationLag);
        expect((await run(() => vendor.verify(parts))).answer).toBe('refused');
        expect(world.live()).toContain(id);
        await run(() => enable(id));
        await world.advance(vendor.capabilities.propagation);
        expect((await run(() => vendor.verify(parts))).answer).toBe('accepted');
      });

      it('says gone for an id that is not there', async () => {
        if (!vendor.disable) return expect(vendor.capabilities.disable).toBe(false);
        const { disable } = vendor;
        const { id } = await made();
        await run(() => vendor.revoke(id));
        await world.advance(vendor.capabilities.listLag);
        expect((await errorOf(() => disable(id))).kind).toBe('gone');
      });
    });
  });
}
