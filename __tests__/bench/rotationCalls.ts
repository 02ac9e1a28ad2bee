import { countedCalls } from '../support/countedCalls';
import { CALLED_PLACES, fewestCalls, type CalledPlace } from '../support/fewestCalls';
import { within, type Budget } from './budget';

const SPARE = 2;

/** The outside calls of one rotation, by whom they go to, against the least that its table can do with. */
export async function rotationCalls(): Promise<Readonly<Partial<Record<CalledPlace, Budget>>>> {
  const counted = await countedCalls();
  return Object.fromEntries(
    CALLED_PLACES.map((place) => [place, within(counted(place), fewestCalls(place) + SPARE)]),
  );
}
