import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance';
import { Cloud } from './cloud/cloud';
import type { Screen } from './display';
import type { ScenarioResult } from './result';
import type { Scenario } from './scenarios/scenario';
import { judge, type Ending } from './stage/judge';
import { leaks } from './stage/leaks';
import { narrate } from './stage/narrator';
import { Runners } from './stage/runners';
import { Stage } from './stage/stage';
import { asText, Timeline } from './timeline';

/** ms; a scenario takes some ten seconds. */
const LONGEST = 180_000;

export interface PlaySettings {
  readonly keys: number;
  readonly seed: number;
  /** The folder with action.yml and dist. */
  readonly action: string;
  /** A folder for this scenario alone. */
  readonly out: string;
}

/** Plays one scenario in a cloud of its own. Throws only when the sandbox itself is broken. */
export async function play(
  scenario: Scenario,
  settings: PlaySettings,
  screen: Pick<Screen, 'happening' | 'status'>,
): Promise<ScenarioResult> {
  mkdirSync(settings.out, { recursive: true });
  const chance = new Chance(settings.seed);
  const timeline = new Timeline((happening) => screen.happening(scenario.name, happening));
  const cloud: Cloud = new Cloud(
    { ...scenario.options?.(settings.keys), keys: scenario.keys(settings.keys) },
    chance,
    (who, what) => timeline.say(who, what),
  );
  for (const key of cloud.keys) cloud.place(key);
  scenario.arrange?.(cloud);
  const runners = new Runners(cloud, timeline, settings.action, settings.out);
  const stage = new Stage(cloud, timeline, runners);
  timeline.say('scenario', scenario.title);
  await cloud.start();
  const ticker = setInterval(() => screen.status(standing(cloud, timeline)), 200);
  try {
    narrate(cloud, timeline);
    const ending = await played(scenario, stage, runners);
    const { problems, ...verdict } = judge(cloud, ending);
    await cloud.fleet.stop();
    const { tally } = cloud.fleet;
    const { vendor, store, github } = cloud.tap.counts;
    const leaked = leaks(cloud, runners, settings.out).map((place) => `a key's value is in ${place}`);
    const all = [...stage.problems, ...problems, ...leaked];
    writeFileSync(join(settings.out, 'timeline.txt'), asText(timeline.happenings));
    return {
      scenario: scenario.name,
      ok: all.length === 0,
      rotations: verdict.rotations,
      requests: tally.served + tally.failed,
      failed_requests: tally.failed,
      live_credentials: verdict.live_credentials,
      orphans: verdict.orphans,
      old_key: verdict.old_key,
      calls: { vendor, store, github },
      elapsed_ms: timeline.elapsed,
      ...runners.papers,
      ...(all.length === 0 ? {} : { problems: all }),
    };
  } finally {
    clearInterval(ticker);
    await cloud.stop();
  }
}

/** What must be true at the end. A scenario that breaks or takes too long is not ok, whatever else is true. */
async function played(scenario: Scenario, stage: Stage, runners: Runners): Promise<Ending> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${LONGEST / 1000} s`)), LONGEST);
  });
  const whole = async (): Promise<Ending> => {
    await stage.run({ command: 'doctor', init: 'true' });
    return scenario.play(stage);
  };
  try {
    return await Promise.race([whole(), late]);
  } catch (thrown) {
    stage.check(`the scenario ended: ${thrown instanceof Error ? thrown.message : 'it broke'}`, false);
    return { done: 0, old: 'none' };
  } finally {
    clearTimeout(timer);
    runners.killAll();
  }
}

function standing(cloud: Cloud, timeline: Timeline): string {
  const { served, failed } = cloud.fleet.tally;
  const seconds = (timeline.elapsed / 1000).toFixed(1);
  return `${seconds} s: ${served} requests served, ${failed} failed; keys alive: ${cloud.vendor.keys.live.length}`;
}
