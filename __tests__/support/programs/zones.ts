import { readHttpDate, readInstant, readTimeText } from '../../../src/domain/tools/foreignTime';
import { SECOND } from '../../../src/domain/tools/time';
import { Stage } from '../stage';

/** Prints what this machine makes of times, and of a whole grace period at a vendor whose times have no zone, in the zone of TZ. */

/** Something that nobody listed uses the old key each second. @returns what the drain said after an hour, and how many keys are alive */
async function drained(times: Readonly<Record<string, unknown>>): Promise<unknown> {
  const stage = await new Stage({ vendor: { zoneless: true }, times }).begin();
  const old = stage.live[0]?.id ?? '';
  stage.clock.beat(SECOND, () => {
    const key = stage.vendor.keys.byId(old);
    if (key) stage.vendor.keys.use(key);
  });
  const { stop } = await stage.clock.run(() => stage.processes('rotate', {}, 6));
  const { reason } = stop.rotation?.rows['forward/drain']?.wait ?? {};
  return [stop.status, stop.error?.code ?? reason?.replace(/at \S+:/, 'at a time:'), stage.live.length];
}

const texts = ['2026-11-30T21:57:28Z', '2026-11-30 21:57:28', '2026-11-30', '2026-11-30T21:57:28+09:00'];
const dates = ['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'];
console.log(
  JSON.stringify({
    offset: new Date(0).getTimezoneOffset(),
    texts: texts.map(readTimeText),
    instants: texts.map(readInstant),
    dates: dates.map(readHttpDate),
    said: await drained({ zone: 'utc' }),
    unsaid: await drained({}),
  }),
);
process.exit();
