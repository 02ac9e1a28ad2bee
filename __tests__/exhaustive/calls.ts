import { everyCall, STORIES } from '../simulation/everyCall';
import { standStill } from '../simulation/guard';
import { preload } from '../simulation/runner/preload';
import { START } from '../simulation/world/world';

/** npm run test:calls: every trouble at every call to GitHub, to a webhook, to a login and to a health page, one at a time. */
async function main(): Promise<number> {
  const begun = performance.now();
  await preload();
  standStill(START);
  let violations = 0;
  let all = 0;
  for (const story of STORIES) {
    const { cases, broken } = await everyCall(story, 1);
    for (const line of broken) console.log(line);
    console.log(`${story.name}: ${cases} cases, ${broken.length} violations`);
    violations += broken.length;
    all += cases;
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  console.log(JSON.stringify({ cases: all, violations, seconds }));
  return violations === 0 ? 0 : 1;
}

process.exitCode = await main();
