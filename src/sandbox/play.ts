import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance';
import { Cloud } from './cloud/cloud';
import type { ScenarioResult } from './result';
import type { Scenario } from './scenarios/scenario';
import { judge } from './stage/judge';
import { leaks } from './stage/leaks';
import { narrate } from './stage/narrator';
import { Runners } from './stage/runners';
import { Stage } from './stage/stage';
import { asText, Timeline, type Happening } from './timeline';

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
  listen: (happening: Happening) => void,
): Promise<ScenarioResult> {
  mkdirSync(settings.out, { recursive: true });
  const chance = new Chance(settings.seed);
  const timeline = new Timeline(listen);
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
  try {
    narrate(cloud, timeline);
    await stage.run({ command: 'doctor', init: 'true' });
    const ending = await scenario.play(stage);
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
    await cloud.stop();
  }
}
