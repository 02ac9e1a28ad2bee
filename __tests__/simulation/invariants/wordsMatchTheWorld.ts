import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import type { Runner } from '../runner/runner';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';
import { History } from './history';
import type { Invariant } from './invariant';
import { stateOf } from './readings';

/** What a line may say of a credential, and whether it is so. */
const SAYINGS: readonly (readonly [RegExp, (world: World, key: FakeKey) => boolean, 'death'?])[] = [
  [
    // What only a run before wrote down is told as that.
    /(key_\w{12}) is dead(?!: [^;]*as an earlier run wrote down)/g,
    (world, key) => stateOf(key) === 'revoked' && !world.servers.vendor.keys.accepts(key),
    'death',
  ],
  [/(key_\w{12}) is gone from/g, (_world, key) => stateOf(key) === 'revoked', 'death'],
  [/(key_\w{12}) is revoked/g, (world, key) => stateOf(key) === 'revoked' || world.notRevoked.has(key.id)],
  [/(key_\w{12}) is disabled/g, (_world, key) => stateOf(key) !== 'alive'],
  [/(key_\w{12})(?: still works|, goes on working)/g, (_world, key) => stateOf(key) === 'alive'],
  [
    /(key_\w{12}) is staged and not in use/g,
    (world, key) => stateOf(key) === 'alive' && !isServed(world, key),
  ],
  [/(key_\w{12}) is current/g, isServed],
];

const CHANGES = new Set(['create', 'revoke', 'disable', 'enable', 'roll']);

export const wordsMatchTheWorld: Invariant = {
  name: 'words match the world',
  sentence:
    'What the lines Now and At risk say at the end of a run is so in vendor and store: dead, revoked, disabled, works, current, held, nothing changed, nothing at risk; unless somebody else changed it meanwhile.',
  watch: (world, broken) => {
    const history = new History(world);
    const changedBy = new Set<Runner>();
    return {
      effect({ call, kind }) {
        history.look(call);
        if (CHANGES.has(kind)) changedBy.add(call.runner);
      },
      look: () => history.look(undefined),
      ended(runner, { lines }) {
        for (const { key, now, risk } of stopsIn(lines)) {
          const say = (why: string): void =>
            broken(`${runner.name} says of ${key} “${now}”, “${risk}”, but ${why}`);
          wrongIds(world, history, runner, `${now}; ${risk}`, say);
          if (/nothing was changed$/.test(now) && changedBy.has(runner) && stopsIn(lines).length === 1)
            say('this run has changed something');
          const entries = world.entries.filter(({ name }) => name === key);
          if (world.assumptions.was('the journal is ours')) continue;
          if (now.startsWith('on hold') && !entries.some((entry) => isHeld(world, history, entry, runner)))
            say('nobody holds it');
          if (risk !== 'nothing') continue;
          const user = [...world.fleet.holders].find(
            ({ key: used, held, isListed, isMissed }) =>
              entries.includes(used) && isListed && !isMissed && isCutOff(world, history, runner, held.value),
          );
          if (user) say(`${user.who} holds what is ended`);
        }
      },
      written: (written) => history.wrote(written),
    };
  },
};

function isHeld(world: World, history: History, entry: KeySetting, runner: Runner): boolean {
  const identity = world.identityOf(entry);
  return world.chronicle.stateOf(identity).hold !== undefined || history.wasReleased(identity, runner);
}

function isCutOff(world: World, history: History, runner: Runner, value: string | undefined): boolean {
  const key = value === undefined ? undefined : world.servers.vendor.keys.byValue(value);
  return key !== undefined && stateOf(key) !== 'alive' && !history.excuses(key.id, runner);
}

function wrongIds(
  world: World,
  history: History,
  runner: Runner,
  text: string,
  say: (why: string) => void,
): void {
  for (const [words, isSo, about] of SAYINGS) {
    // Of a death only what a process has seen itself is said, whoever wrote the journal.
    if (about === undefined && world.assumptions.was('the journal is ours')) continue;
    for (const [, id = ''] of text.matchAll(words)) {
      const key = world.servers.vendor.keys.all.find((one) => one.id === id);
      if (!key) say(`nobody knows ${id}`);
      else if (!isSo(world, key) && (about !== undefined || !history.excuses(id, runner)))
        say(`${id} is ${stateOf(key)}${isServed(world, key) ? ' and served' : ''}`);
    }
  }
}

function isServed(world: World, { value }: FakeKey): boolean {
  return world.entries.some((key) => world.served(key).value === value);
}

interface StopLines {
  readonly key: string;
  readonly now: string;
  readonly risk: string;
}

/** The five lines of each key, as they stand in the log. */
function stopsIn(lines: readonly string[]): readonly StopLines[] {
  const stops = /^(\S+): [^\n]*\n {2}Now +([^\n]*)\n {2}At risk +([^\n]*)/gm;
  return [...lines.join('\n').matchAll(stops)].map(([, key = '', now = '', risk = '']) => ({
    key,
    now,
    risk,
  }));
}
