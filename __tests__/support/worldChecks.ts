import type { FakeRequest } from '../../src/kits/fake/fake';
import { RANKS, type ClaimFact, type Fact } from '../../src/domain/journal/facts';
import type { FakeKey } from '../../src/adapters/vendors/http/fake';
import { millis, MINUTE } from '../../src/domain/tools/time';
import { evidence } from '../../src/evidence/build';
import type { JournalDisk } from './journalDisk';
import type { Stage } from './stage';
import { DEPLOY, GATEWAY, VAULT } from './stageSettings';

const WINDOW = MINUTE / 2;

interface Options {
  /** Effects are due within the window of their intent; not so when a fault holds one back. */
  readonly hurried?: boolean;
  /** The key is to die without a successor, and nobody uses it. */
  readonly removes?: boolean;
  /** Other repositories with the same secret. */
  readonly others?: readonly Stage[];
}

/** Looks at the whole world after every request that reached it, and at the end. What it finds wrong is a sentence in `broken`. */
export class WorldChecks {
  readonly broken: string[] = [];
  readonly #stage: Stage;
  readonly #stages: readonly Stage[];
  readonly #foreign: readonly string[];
  /** How many facts of a journal were looked at. */
  readonly #seen = new Map<JournalDisk, number>();
  readonly #hurried: boolean;
  readonly #removes: boolean;

  constructor(stage: Stage, { hurried = true, removes = false, others = [] }: Options = {}) {
    this.#stage = stage;
    this.#stages = [stage, ...others];
    this.#hurried = hurried;
    this.#removes = removes;
    this.#foreign = stage.vendor.keys.all.filter(isForeign).map(({ id }) => id);
    for (const one of this.#stages)
      one.watch = (job, origin, request, status) => {
        if (request.method !== 'GET' && status < 400) this.#mustBeIntended(job, origin, request);
        this.#look(`after ${request.method} ${request.path}`);
      };
  }

  get #facts(): readonly Fact[] {
    return this.#stages.flatMap(({ disk }) => disk.facts);
  }

  #look(when: string): void {
    this.#stages.forEach((stage) => this.#mustBeFree(stage));
    const { vendor } = this.#stage;
    const served = this.#stage.served();
    const serves = served === undefined ? undefined : vendor.keys.byValue(served);
    if (serves && isOver(serves) && !this.#removes)
      this.#say(`the store serves ${serves.id}, which is ${stateOf(serves)}, ${when}`);
    for (const service of this.#stage.services) {
      for (const id of new Set(service.idsInUse)) {
        const key = vendor.keys.all.find((one) => one.id === id);
        if (key && isOver(key))
          this.#say(`${service.name} uses ${key.id}, which is ${stateOf(key)}, ${when}`);
      }
    }
    for (const id of this.#foreign) {
      const key = vendor.keys.all.find((one) => one.id === id);
      if (key && isOver(key)) this.#say(`${id} of another team is ${stateOf(key)}, ${when}`);
    }
    if (this.#stage.served('other') !== 'kept' && served !== undefined && this.#stage.hadNeighbour)
      this.#say(`the neighbour's field was changed ${when}`);
  }

  /** Nobody takes a key from a process that the host calls running, unless by rank, or after the end of its claim. */
  #mustBeFree({ disk, over }: Stage): void {
    const seen = this.#seen.get(disk) ?? 0;
    this.#seen.set(disk, disk.facts.length);
    for (const [index, fact] of disk.facts.entries()) {
      if (index < seen || fact.type !== 'claim') continue;
      const before = disk.facts
        .slice(0, index)
        .findLast(
          ({ type, rotation }) => rotation === fact.rotation && (type === 'claim' || type === 'release'),
        );
      if (before?.type !== 'claim') continue;
      const mayTake =
        RANKS[fact.rank] > RANKS[before.rank] ||
        millis(before.end) < millis(fact.at) ||
        over.has(jobOf(before)) ||
        jobOf(before) === jobOf(fact);
      if (!mayTake) this.#say(`${jobOf(fact)} took the key from ${jobOf(before)}, which was at work`);
    }
  }

  /** A young intent of the same process stands in the journal before each effect. */
  #mustBeIntended(job: string, origin: string, { method, path, body }: FakeRequest): void {
    const now = this.#stage.clock.now();
    const mine = new Set(
      this.#facts.flatMap((fact) =>
        fact.type === 'claim' && fact.owner.kind === 'actions' && fact.owner.job === job ? [fact.by] : [],
      ),
    );
    const intent = this.#facts.filter((fact) => fact.type === 'intent' && mine.has(fact.by)).at(-1);
    // What the store does is fenced by its versions; enabling is the undo of an intent.
    const fenced = origin === VAULT || body.includes('"active":true');
    const late = intent !== undefined && now - millis(intent.at) > WINDOW && !fenced && this.#hurried;
    const what = `${method} ${origin === GATEWAY ? 'vendor' : origin === DEPLOY ? 'deploys' : 'store'} ${path}`;
    if (!intent) this.#say(`${what} without an intent`);
    else if (late) this.#say(`${what} ${now - millis(intent.at)} ms after its intent`);
  }

  /** When nothing is left to do. `open`: the rotation waits for a person, so two may be alive. */
  end(open: boolean): void {
    this.#look('at the end');
    const { live } = this.#stage;
    const served = this.#stage.served();
    const orphans = live.filter(({ value }) => value !== served).map(({ id, label }) => `${id} (${label})`);
    if (!open && orphans.length > 0) this.#say(`orphans: ${orphans.join(', ')}`);
    const off = live.filter(({ disabled }) => disabled !== undefined).map(({ id }) => id);
    if (open && off.length > 0) this.#say(`left disabled: ${off.join(', ')}`);
    if (!open && this.#stage.slotIsHeld) this.#say('the slot is still held');
    this.#stage.refusals.forEach((refusal) => this.#say(`refused: ${refusal}`));
    const text = JSON.stringify(this.#facts);
    if (this.#stage.vendor.keys.all.some(({ value }) => text.includes(value)))
      this.#say('a value is in the journal');
    for (const rotation of new Set(this.#facts.map((fact) => fact.rotation))) this.#evidence(rotation);
  }

  #evidence(rotation: string): void {
    const facts = this.#facts.filter((fact) => fact.rotation === rotation);
    const { death } = evidence(facts);
    const key = this.#stage.vendor.keys.all.find(({ id }) => id === death.credential);
    if ((death.grade === 'refused' || death.grade === 'gone from list') && key && key.revoked === undefined)
      this.#say(`evidence calls ${key.id} ${death.grade}, and it is alive`);
  }

  #say(sentence: string): void {
    if (!this.broken.includes(sentence)) this.broken.push(sentence);
  }
}

const jobOf = ({ owner }: ClaimFact): string => (owner.kind === 'actions' ? owner.job : '');
const isForeign = ({ owner }: FakeKey): boolean => owner === 'foreign';
const isOver = (key: FakeKey): boolean => key.revoked !== undefined || key.disabled !== undefined;
const stateOf = (key: FakeKey): string => (key.revoked === undefined ? 'disabled' : 'revoked');
