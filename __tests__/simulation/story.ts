import type { Fact } from '../../src/domain/journal/facts';
import { spoken } from '../../src/domain/tools/time';
import type { Strike } from './runner/call';
import { START, type World } from './world/world';

const LEFT_OUT = new Set([
  'v',
  'id',
  'at',
  'rotation',
  'by',
  'type',
  'snapshot',
  'order',
  'config',
  'release',
  'run',
  'owner',
  'kind',
  'rank',
]);
const LONGEST = 160;

/** Tells a run line by line: what each process did, what the world did, what went wrong. */
export function tell(world: World, line: (text: string) => void): void {
  const at = (): string => ((world.scheduler.now - START) / 1000).toFixed(1).padStart(9);
  const say = (text: string): void => line(`${at()} s  ${text}`);
  world.watchers.push({
    began: ({ name, orders, job }) => say(`${name} begins: ${orders.words.join(' ')} (job ${job.id})`),
    ended: ({ name, code }, { outputs }) => say(`${name} ends: ${String(code)} ${outputs['status'] ?? ''}`),
    struck: ({ id, place, method, path }, strike) =>
      say(`  !! ${id} ${method} ${place} ${path}: ${troubleOf(strike)}`),
    effect: ({ call, kind, about }) => {
      if (kind !== 'journal' && kind !== 'session') say(`  ${call.id} ${kind} ${about}`);
    },
    written: ({ fact, runner }) => say(`    ${runner?.name ?? '?'} writes ${factText(fact)}`),
    changed: (what) => say(`  ~ ${what}`),
  });
}

function troubleOf(strike: Strike): string {
  const { kind, ...rest } = strike;
  const words = Object.entries(rest).map(([name, value]) =>
    typeof value === 'number' && value >= 1000 ? `${name} ${spoken(value)}` : `${name} ${String(value)}`,
  );
  return [kind, ...words].join(', ');
}

function factText(fact: Fact): string {
  const rest = Object.fromEntries(Object.entries(fact).filter(([name]) => !LEFT_OUT.has(name)));
  return `${fact.type} ${JSON.stringify(rest)}`.slice(0, LONGEST);
}

/** What the world was like, in a few lines. */
export function settingText({ setting }: World): readonly string[] {
  const { vendor, store, journal, keys, workloads, grace, clocks } = setting;
  const off = Object.entries(clocks).filter(([, by]) => by !== 0);
  return [
    `seed ${setting.seed}: vendor "${vendor.name}", store ${store.use}, journal ${journal}, grace ${spoken(grace)}`,
    ...keys.map(
      ({ name, path, field, first, idBeside, workloads: used }) =>
        `${name}: ${path}#${field}${first ? ', no key yet' : ''}${idBeside ? ', id beside it' : ''}, used by ${used.join(', ')}`,
    ),
    ...workloads.map(({ name, replicas, rolled, batch }) =>
      [
        `${name}: ${replicas} instances`,
        rolled ? 'rolled by a workflow' : 'reads again by itself',
        batch > 0 ? 'has jobs' : '',
      ]
        .filter(Boolean)
        .join(', '),
    ),
    ...(off.length > 0
      ? [`clocks: ${off.map(([name, by]) => `${name} ${spoken(Math.abs(by))} off`).join(', ')}`]
      : []),
  ];
}
