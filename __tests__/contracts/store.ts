import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Credential, Parts } from '../../src/domain/credential';
import {
  FULL_PROMISES,
  type Current,
  type Reservation,
  type SecretRef,
  type Store,
  type StoreCapabilities,
} from '../../src/domain/contracts/store';
import { SecretValue } from '../../src/domain/secret';
import type { TamperedHttp } from '../support/tamperedHttp';
import { codeOf } from '../support/codeOf';

/** Another process at the same store, and its way out. */
export interface StoreProcess {
  readonly store: Store;
  readonly http: TamperedHttp;
}

/** One store in the world, and what people and applications do with it. */
export interface StoreWorld {
  open(): StoreProcess;
  /** The only origin that values may travel to. */
  readonly origin: string;
  /** A path at which nothing is. */
  newPath(): string;
  /** A person writes these fields; all others stay. */
  edit(path: string, fields: Readonly<Record<string, string>>): Promise<void>;
  /** A person says where the value may go. */
  allow(path: string, origins: string): Promise<void>;
  /** A person deletes the secret. */
  remove(path: string): Promise<void>;
  /** For a store that is read late: from now on reads show all that was written. */
  settle?(): Promise<void>;
  /** What applications read now. */
  served(path: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Whether the store still holds this value somewhere at this path or in its slots, in any version. */
  holds(ref: SecretRef, value: string): Promise<boolean>;
}

const text = (parts: Parts | undefined, value: string): boolean => parts?.['value']?.isText(value) === true;

/** Waits where a read is behind, as the engine does. */
function patient<T extends object>(store: T, settle: () => Promise<void>): T {
  return new Proxy(store, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (...args: unknown[]): unknown => Reflect.apply(member, target, args);
      return async (...args: unknown[]): Promise<unknown> => {
        for (let tries = 1; ; tries += 1) {
          try {
            return await call(...args);
          } catch (thrown) {
            if (tries > 3 || (await codeOf(Promise.reject(thrown as Error))) !== 'RK4005') throw thrown;
            await settle();
          }
        }
      };
    },
  });
}

/** @param promises what the store says that it can do: what it does not promise is not asked for, and what it does instead is */
export function storeContract(
  name: string,
  makeWorld: () => Promise<StoreWorld>,
  promises: StoreCapabilities = FULL_PROMISES,
): void {
  const { fenced, reservation: exclusive, destroys, keeps, whole } = promises;
  const keepsAll = keeps === 'versions';
  const where =
    (isPromised: boolean) =>
    (what: string, test: () => Promise<void>): void => {
      if (isPromised) it(what, test);
    };
  describe(`store contract: ${name}`, () => {
    let world: StoreWorld;
    let ref: SecretRef;
    let store: Store;
    let http: TamperedHttp;

    beforeEach(async () => {
      world = await lateWorld();
      ref = { path: world.newPath(), fields: { value: whole ? '' : 'api_key' }, idField: 'api_key_id' };
      ({ store, http } = world.open());
    });

    /** What people write is seen before anybody looks. */
    async function lateWorld(): Promise<StoreWorld> {
      const made = await makeWorld();
      const { settle } = made;
      if (!settle) return made;
      const first =
        <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
        (...args: Args): Promise<void> =>
          act(...args).then(settle);
      return {
        ...made,
        open: () => {
          const opened = made.open();
          return { ...opened, store: patient(opened.store, settle) };
        },
        edit: first(made.edit),
        allow: first(made.allow),
        remove: first(made.remove),
      };
    }

    it('promises what it says', () => {
      expect(store.capabilities).toEqual(promises);
    });

    const credential = (id: string, value: string): Credential => ({
      id,
      parts: { value: SecretValue.of(value, [world.origin]) },
    });
    const reservation = (rotation: string): Reservation => ({
      rotation,
      repository: 'acme/shop',
      fact: `${rotation}.1`,
      until: '2026-03-02T03:00:00.000Z',
    });
    async function staged(rotation: string, id: string, value: string, at = ref): Promise<string> {
      const base = await store.current(at).then(
        ({ version }) => version,
        () => '0',
      );
      const { slot } = await store.reserve(at, { ...reservation(rotation), base });
      return (await store.stage(at, rotation, slot, credential(id, value))).version;
    }
    /** A secret with a key and a neighbour, as people make it. */
    async function oldKey(): Promise<Current> {
      await world.edit(ref.path, { api_key: 'old-value', api_key_id: 'key-old', user: 'shop' });
      return store.current(ref);
    }
    async function rotated(): Promise<{ base: string; version: string }> {
      const { version: base } = await oldKey();
      const { version } = await store.promote(ref, base, await staged('r1', 'key-new', 'new-value'));
      return { base, version };
    }

    describe('current and read', () => {
      it('says that a secret is not there', async () => {
        expect(await codeOf(store.current(ref))).toBe('RK4002');
        expect(await store.read(ref, '1')).toBeUndefined();
      });

      it('answers value, id and time, bound to the store alone', async () => {
        const now = await oldKey();
        expect(text(now.parts, 'old-value')).toBe(true);
        expect(now.id).toBe('key-old');
        expect(Date.parse(now.created)).toBeGreaterThan(0);
        expect([...(now.parts?.['value']?.origins ?? [])]).toEqual([world.origin]);
        expect(store.origins).toEqual([world.origin]);
        expect(now.allowedOrigins).toBeUndefined();
      });

      it('leaves out what is not there yet', async () => {
        await world.edit(ref.path, { user: 'shop' });
        const now = await store.current(ref);
        expect(now.parts).toBeUndefined();
        expect(now.id).toBeUndefined();
      });

      where(!whole)('refuses half a key and a value that cannot be a key', async () => {
        const pair: SecretRef = { ...ref, fields: { id: 'access_key', secret: 'secret_key' } };
        await world.edit(ref.path, { access_key: 'a', api_key: 'with\u0000control' });
        expect(await codeOf(store.current(pair))).toBe('RK4008');
        expect(await codeOf(store.current(ref))).toBe('RK4008');
        await world.edit(ref.path, { api_key: '' });
        expect(await codeOf(store.current(ref))).toBe('RK4008');
      });

      it('keeps a line break at the end, which a paste may leave', async () => {
        await world.edit(ref.path, { api_key: 'pasted\n' });
        expect(text((await store.current(ref)).parts, 'pasted\n')).toBe(true);
      });

      it('tells where the owner lets the value go', async () => {
        await oldKey();
        await world.allow(ref.path, 'https://api.example.com, https://eu.example.com/');
        const allowed = ['https://api.example.com', 'https://eu.example.com'];
        expect((await store.current(ref)).allowedOrigins).toEqual(allowed);
        expect((await store.value(ref.path, 'user')).allowedOrigins).toEqual(allowed);
      });

      it('reads an older version, and is behind one that it does not know of', async () => {
        const { base } = await rotated();
        const before = await store.read(ref, base);
        expect(text(before?.parts, 'old-value')).toBe(true);
        expect(before?.id).toBe('key-old');
        expect(await codeOf(store.read(ref, '9999'))).toBe('RK4005');
        expect(await codeOf(store.current(ref, '9999'))).toBe('RK4005');
        expect(await store.read(ref, '0')).toBeUndefined();
      });

      where(keepsAll)('names what was written since, the switch among it', async () => {
        const { base } = await rotated();
        await world.edit(ref.path, { user: 'somebody else' });
        const versions = await store.since(ref, base);
        const ids = await Promise.all(versions.map(async (each) => (await store.read(ref, each))?.id));
        expect(ids).toEqual(['key-new', 'key-new']);
        expect(await store.since(ref, versions.at(-1) ?? '')).toEqual([]);
        expect(await store.since({ ...ref, path: world.newPath() }, '0')).toEqual([]);
      });

      it('gives single fields to others', async () => {
        await oldKey();
        expect((await store.value(ref.path, 'user')).value.isText('shop')).toBe(true);
        expect(await codeOf(store.value(ref.path, 'nothing'))).toBe('RK4002');
        expect(await codeOf(store.value(world.newPath(), 'user'))).toBe('RK4002');
      });

      where(keepsAll)('says how long versions are kept', async () => {
        await oldKey();
        const { versions = Infinity } = await store.history(ref);
        expect(versions).toBeGreaterThan(1);
      });
    });

    describe('slot', () => {
      it('is free at first', async () => {
        expect(await store.slot(ref)).toBeUndefined();
        await oldKey();
        expect(await store.slot(ref)).toBeUndefined();
      });

      it('is taken by one rotation, which may confirm it', async () => {
        await store.reserve(ref, reservation('r1'));
        const slot = await store.slot(ref);
        expect(slot?.reservation).toEqual(reservation('r1'));
        // A store that tells no time leaves it out: then nothing that is known by the journal only dies.
        if (slot?.since !== undefined) expect(Date.parse(slot.since)).toBeGreaterThan(0);
        await store.reserve(ref, { ...reservation('r1'), fact: 'r1.2' });
        expect((await store.slot(ref))?.reservation.fact).toBe('r1.2');
        expect(await codeOf(store.reserve(ref, reservation('r2')))).toBe('RK4004');
        expect((await store.slot(ref))?.reservation.rotation).toBe('r1');
      });

      where(exclusive)(
        'is not taken any more once it is too late, also when another one came first',
        async () => {
          let asked = 0;
          http.beforeNextWrite(() =>
            world
              .open()
              .store.reserve(ref, reservation('r2'))
              .then(() => world.open().store.free(ref, 'r2'))
              .then(() => world.settle?.()),
          );
          const late = store.reserve(ref, reservation('r1'), () => (asked += 1) === 1);
          expect(await codeOf(late)).toBe('RK9014');
          await world.settle?.();
          expect(await store.slot(ref)).toBeUndefined();
        },
      );

      where(exclusive)('is taken by one of two who try at once', async () => {
        const other = world.open();
        other.http.beforeNextWrite(() => store.reserve(ref, reservation('r1')));
        expect(await codeOf(other.store.reserve(ref, reservation('r2')))).toBe('RK4004');
        expect((await store.slot(ref))?.reservation.rotation).toBe('r1');
      });

      it('stages a credential that nobody is served', async () => {
        await oldKey();
        const version = await staged('r1', 'key-new', 'new-value');
        const slot = await store.slot(ref);
        expect(slot?.staged?.id).toBe('key-new');
        expect(slot?.staged?.version).toBe(version);
        expect(text(slot?.staged?.parts, 'new-value')).toBe(true);
        expect([...(slot?.staged?.parts['value']?.origins ?? [])]).toEqual([world.origin]);
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value' });
      });

      it('keeps what is staged when the rotation confirms the slot', async () => {
        const version = await staged('r1', 'key-new', 'new-value');
        await store.reserve(ref, { ...reservation('r1'), fact: 'r1.3' });
        const slot = await store.slot(ref);
        expect(slot?.staged?.version).toBe(version);
        expect(text(slot?.staged?.parts, 'new-value')).toBe(true);
      });

      it('refuses to stage for a stalled process once its successor has moved the slot', async () => {
        const { slot: stale } = await store.reserve(ref, reservation('r1'));
        const version = await staged('r1', 'key-two', 'second-value');
        expect(await codeOf(store.stage(ref, 'r1', stale, credential('key-one', 'first-value')))).toBe(
          'RK4004',
        );
        expect((await store.slot(ref))?.staged?.version).toBe(version);
      });

      it('refuses a stage that is overtaken on its way', async () => {
        const { slot } = await store.reserve(ref, reservation('r1'));
        http.beforeNextWrite(() => world.open().store.reserve(ref, reservation('r1')));
        expect(await codeOf(store.stage(ref, 'r1', slot, credential('key-one', 'first-value')))).toBe(
          'RK4004',
        );
      });

      it('refuses to stage in a slot of another rotation, or in none', async () => {
        const { slot } = await store.reserve(ref, reservation('r1'));
        expect(await codeOf(store.stage(ref, 'r2', slot, credential('key', 'value')))).toBe('RK4004');
        await store.free(ref, 'r1');
        expect(await codeOf(store.stage(ref, 'r1', slot, credential('key', 'value')))).toBe('RK4004');
      });

      it('recognises its own stage when the answer was lost', async () => {
        const { slot } = await store.reserve(ref, reservation('r1'));
        http.loseNextAnswer();
        expect(await codeOf(store.stage(ref, 'r1', slot, credential('key-new', 'new-value')))).toBe('RK4010');
        const again = await store.stage(ref, 'r1', slot, credential('key-new', 'new-value'));
        expect((await store.slot(ref))?.staged?.version).toBe(again.version);
      });

      it('is freed with everything in it, by its rotation only, and can be taken again', async () => {
        await staged('r1', 'key-new', 'new-value');
        await store.free(ref, 'r2');
        expect((await store.slot(ref))?.staged?.id).toBe('key-new');
        await store.free(ref, 'r1');
        await store.free(ref, 'r1');
        expect(await store.slot(ref)).toBeUndefined();
        if (destroys) expect(await world.holds(ref, 'new-value')).toBe(false);
        await store.reserve(ref, reservation('r2'));
        expect((await store.slot(ref))?.reservation.rotation).toBe('r2');
        expect((await store.slot(ref))?.staged).toBeUndefined();
      });

      it('is freed by whoever says what was staged there, again and again', async () => {
        const version = await staged('r1', 'key-new', 'new-value');
        await store.free(ref, 'r1', version);
        await store.free(ref, 'r1', version);
        expect(await store.slot(ref)).toBeUndefined();
      });

      where(fenced)('does not come back to life when a stage lands after it was freed', async () => {
        const { slot } = await store.reserve(ref, reservation('r1'));
        const late = world.open();
        late.http.beforeNextWrite(() => store.free(ref, 'r1'));
        expect(await codeOf(late.store.stage(ref, 'r1', slot, credential('key', 'late-value')))).toBe(
          'RK4004',
        );
        await world.settle?.();
        expect(await store.slot(ref)).toBeUndefined();
        if (destroys) expect(await world.holds(ref, 'late-value')).toBe(false);
      });
    });

    describe('promote', () => {
      it('serves the staged value with its id, and keeps all other fields', async () => {
        const { version } = await rotated();
        const served = { api_key: 'new-value', api_key_id: 'key-new', user: 'shop' };
        expect(await world.served(ref.path)).toEqual(served);
        const now = await store.current(ref);
        expect(now.version).toBe(version);
        expect(now.id).toBe('key-new');
      });

      it('is done once, however often it is asked for', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        http.loseNextAnswer();
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4010');
        const { version, found } = await store.promote(ref, base, slot);
        expect(found).toBe(true);
        expect(await store.promote(ref, base, slot)).toEqual({ version, found });
        expect((await store.current(ref)).version).toBe(version);
      });

      it('changes nothing when the request was lost', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        http.loseNextRequest();
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4010');
        expect((await store.current(ref)).version).toBe(base);
      });

      where(keepsAll)('takes the staged version that is named, not the newest', async () => {
        const { version: base } = await oldKey();
        const first = await staged('r1', 'key-one', 'first-value');
        await staged('r1', 'key-two', 'second-value');
        await store.promote(ref, base, first);
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'first-value', api_key_id: 'key-one' });
      });

      where(keepsAll && fenced)('takes other fields from the freshest version', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        await world.edit(ref.path, { user: 'edited', extra: '1' });
        http.beforeNextWrite(() => world.edit(ref.path, { user: 'edited again' }));
        await store.promote(ref, base, slot);
        const served = { api_key: 'new-value', api_key_id: 'key-new', user: 'edited again', extra: '1' };
        expect(await world.served(ref.path)).toEqual(served);
      });

      it('gives way to a person who changed our field', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        await world.edit(ref.path, { api_key: 'by-hand' });
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'by-hand' });
      });

      where(fenced)('gives way to a person who was faster by a hair', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        http.beforeNextWrite(() => world.edit(ref.path, { api_key: 'by-hand' }));
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'by-hand' });
      });

      where(fenced)('does not bring back a secret that a person deleted', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        http.beforeNextWrite(() => world.remove(ref.path));
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        expect(await codeOf(store.fence(ref, base))).toBe('RK4003');
        expect(await world.served(ref.path)).toBeUndefined();
      });

      it('refuses what was freed', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        await store.free(ref, 'r1');
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4002');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value' });
      });

      it('writes a first key where no secret is', async () => {
        await store.promote(ref, '0', await staged('r1', 'key-new', 'new-value'));
        expect(await world.served(ref.path)).toEqual({ api_key: 'new-value', api_key_id: 'key-new' });
      });

      it('writes a first key where a secret was deleted', async () => {
        await world.edit(ref.path, { user: 'gone' });
        await world.remove(ref.path);
        expect(await codeOf(store.current(ref))).toBe('RK4013');
        await store.promote(ref, '0', await staged('r1', 'key-new', 'new-value'));
        expect(await world.served(ref.path)).toEqual({ api_key: 'new-value', api_key_id: 'key-new' });
      });

      it('writes a first key into a secret of others', async () => {
        await world.edit(ref.path, { user: 'shop' });
        const { version: base } = await store.current(ref);
        await store.promote(ref, base, await staged('r1', 'key-new', 'new-value'));
        const served = { api_key: 'new-value', api_key_id: 'key-new', user: 'shop' };
        expect(await world.served(ref.path)).toEqual(served);
      });

      where(fenced)('gives way to a person who put the first key there', async () => {
        const slot = await staged('r1', 'key-new', 'new-value');
        http.beforeNextWrite(() => world.edit(ref.path, { api_key: 'by-hand' }));
        expect(await codeOf(store.promote(ref, '0', slot))).toBe('RK4003');
        expect(await world.served(ref.path)).toEqual({ api_key: 'by-hand' });
      });

      where(!whole)('moves keys of several parts as one', async () => {
        const pair: SecretRef = { ...ref, fields: { id: 'access_key', secret: 'secret_key' } };
        await world.edit(ref.path, { access_key: 'a1', secret_key: 's1', user: 'shop' });
        const { version: base } = await store.current(pair);
        const { slot } = await store.reserve(pair, reservation('r1'));
        const parts = {
          id: SecretValue.of('a2', [world.origin]),
          secret: SecretValue.of('s2', [world.origin]),
        };
        const { version } = await store.stage(pair, 'r1', slot, { id: 'a2', parts });
        await store.promote(pair, base, version);
        const served = { access_key: 'a2', secret_key: 's2', api_key_id: 'a2', user: 'shop' };
        expect(await world.served(ref.path)).toEqual(served);
      });
    });

    describe('what it does not promise', () => {
      where(!fenced && keepsAll)(
        'a write in between shows afterwards in what was written since',
        async () => {
          const { version: base } = await oldKey();
          const slot = await staged('r1', 'key-new', 'new-value');
          http.beforeNextWrite(() => world.edit(ref.path, { api_key: 'by-hand' }));
          await store.promote(ref, base, slot);
          const since = await store.since(ref, base);
          const held = await Promise.all(since.map((one) => store.read(ref, one)));
          expect(held.map((one) => text(one?.parts, 'by-hand'))).toEqual([true, false]);
        },
      );

      where(!fenced)('a switch that comes too late is not sent', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        expect(await codeOf(store.promote(ref, base, slot, () => false))).toBe('RK9014');
        expect((await store.current(ref)).version).toBe(base);
      });

      where(!keepsAll)(
        'an old version is read, and served again, from the slot that was taken for it',
        async () => {
          const { base, version } = await rotated();
          expect(text((await store.read(ref, base))?.parts, 'old-value')).toBe(true);
          await store.restore(ref, version, base);
          expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value', api_key_id: 'key-old' });
          await store.free(ref, 'r1');
          expect(await store.read(ref, base)).toBeUndefined();
        },
      );

      where(!keepsAll)('a slot is not taken for a version that is not served any more', async () => {
        const { version: base } = await oldKey();
        await world.edit(ref.path, { api_key: 'by-hand' });
        expect(await codeOf(store.reserve(ref, { ...reservation('r1'), base }))).toBe('RK4003');
      });
    });

    describe('restore', () => {
      where(keepsAll)('serves the earlier value again, with other fields as they are now', async () => {
        const { base, version } = await rotated();
        await world.edit(ref.path, { user: 'edited' });
        await store.restore(ref, version, base);
        const served = { api_key: 'old-value', api_key_id: 'key-old', user: 'edited' };
        expect(await world.served(ref.path)).toEqual(served);
      });

      it('is done once, however often it is asked for', async () => {
        const { base, version } = await rotated();
        http.loseNextAnswer();
        expect(await codeOf(store.restore(ref, version, base))).toBe('RK4010');
        const done = await store.restore(ref, version, base);
        expect(done.found).toBe(true);
        expect(await store.restore(ref, version, base)).toEqual(done);
      });

      it('gives way to a person, and waits for a version that is not there yet', async () => {
        const { base, version } = await rotated();
        expect(await codeOf(store.restore(ref, version, '9999'))).toBe('RK4005');
        await world.edit(ref.path, { api_key: 'by-hand' });
        expect(await codeOf(store.restore(ref, version, base))).toBe('RK4003');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'by-hand' });
      });

      where(keepsAll)('takes a first key away again', async () => {
        const { version } = await store.promote(ref, '0', await staged('r1', 'key-new', 'new-value'));
        await world.edit(ref.path, { user: 'shop' });
        await store.restore(ref, version, '0');
        expect(await world.served(ref.path)).toEqual({ user: 'shop' });
        expect((await store.current(ref)).parts).toBeUndefined();
      });
    });

    describe('fence', () => {
      where(fenced)('changes nothing that is served, and stops a promote prepared before it', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        const before = await world.served(ref.path);
        const { version } = await store.fence(ref, base);
        expect(await world.served(ref.path)).toEqual(before);
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        await store.promote(ref, version, slot);
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'new-value' });
      });

      where(fenced)('stops a promote that has read already and stalls before it writes', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        const stalled = world.open();
        stalled.http.beforeNextWrite(() => store.fence(ref, base));
        expect(await codeOf(stalled.store.promote(ref, base, slot))).toBe('RK4003');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value' });
      });

      where(fenced && keepsAll)('stops a promote also when others wrote before and after it', async () => {
        const { version: base } = await oldKey();
        const slot = await staged('r1', 'key-new', 'new-value');
        await world.edit(ref.path, { user: 'before' });
        await store.fence(ref, base);
        await world.edit(ref.path, { user: 'after' });
        expect(await codeOf(store.promote(ref, base, slot))).toBe('RK4003');
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value', user: 'after' });
      });

      where(fenced)('stops a restore', async () => {
        const { base, version } = await rotated();
        await store.fence(ref, version);
        expect(await codeOf(store.restore(ref, version, base))).toBe('RK4003');
      });

      where(fenced)('stops a first key', async () => {
        const slot = await staged('r1', 'key-new', 'new-value');
        const { version } = await store.fence(ref, '0');
        expect(await codeOf(store.promote(ref, '0', slot))).toBe('RK4003');
        await store.promote(ref, version, slot);
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'new-value' });
      });

      where(fenced)('stops a first key where a secret was deleted', async () => {
        await world.edit(ref.path, { user: 'gone' });
        await world.remove(ref.path);
        const slot = await staged('r1', 'key-new', 'new-value');
        await store.fence(ref, '0');
        expect(await codeOf(store.promote(ref, '0', slot))).toBe('RK4003');
      });

      where(fenced)('says when it came too late', async () => {
        const { base } = await rotated();
        expect(await codeOf(store.fence(ref, base))).toBe('RK4003');
      });
    });

    describe('two keys in one secret', () => {
      where(keepsAll && !whole)('have a slot each and do not disturb each other', async () => {
        const other: SecretRef = { path: ref.path, fields: { value: 'user' }, idField: 'user_id' };
        const { version: base } = await oldKey();
        const mine = await staged('r1', 'key-new', 'new-value');
        const theirs = await staged('r2', 'user-new', 'new-user', other);
        const first = await store.promote(ref, base, mine);
        await store.promote(other, base, theirs);
        await store.restore(ref, first.version, base);
        expect(await world.served(ref.path)).toEqual({
          api_key: 'old-value',
          api_key_id: 'key-old',
          user: 'new-user',
          user_id: 'user-new',
        });
      });

      where(!whole)('have different slots also when their names run together', async () => {
        const one: SecretRef = { ...ref, fields: { value: 'a-b' } };
        const two: SecretRef = { ...ref, fields: { first: 'a', second: 'b' } };
        await store.reserve(one, reservation('r1'));
        await store.reserve(two, reservation('r2'));
        expect((await store.slot(one))?.reservation.rotation).toBe('r1');
      });
    });

    describe('annotate', () => {
      it('writes the id beside the value, once, and not beside another value', async () => {
        if (!store.annotate) return;
        await world.edit(ref.path, { api_key: 'old-value', user: 'shop' });
        const { version: base } = await store.current(ref);
        const { version } = await store.annotate(ref, base, 'key-old');
        expect(await store.annotate(ref, version, 'key-old')).toEqual({ version });
        expect(await store.current(ref)).toMatchObject({ id: 'key-old', version });
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'old-value', user: 'shop' });
        await world.edit(ref.path, { api_key: 'by-hand' });
        expect(await codeOf(store.annotate(ref, version, 'key-old'))).toBe('RK4003');
      });
    });

    describe('destroy', () => {
      where(keepsAll && destroys)('destroys an old version that holds nothing of others', async () => {
        await world.edit(ref.path, { api_key: 'old-value', api_key_id: 'key-old' });
        const { version: base } = await store.current(ref);
        await store.promote(ref, base, await staged('r1', 'key-new', 'new-value'));
        expect(await store.destroy(ref, [base])).toEqual({ destroyed: [base] });
        expect(await store.destroy(ref, [base])).toEqual({ destroyed: [base] });
        expect(await store.read(ref, base)).toBeUndefined();
        expect(await world.holds(ref, 'old-value')).toBe(false);
        expect(await world.served(ref.path)).toMatchObject({ api_key: 'new-value' });
      });

      where(keepsAll)('leaves a version that others may need', async () => {
        const { base } = await rotated();
        expect(await store.destroy(ref, [base])).toEqual({ destroyed: [] });
        expect(text((await store.read(ref, base))?.parts, 'old-value')).toBe(true);
      });

      it('never destroys what is served', async () => {
        await world.edit(ref.path, { api_key: 'old-value' });
        const { version } = await store.current(ref);
        expect(await store.destroy(ref, [version])).toEqual({ destroyed: [] });
        expect(await world.served(ref.path)).toEqual({ api_key: 'old-value' });
      });
    });
  });
}
