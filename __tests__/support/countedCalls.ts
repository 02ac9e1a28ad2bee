import type { CalledPlace } from './fewestCalls';
import type { OutsideCall } from './faultInjector';
import { Stage } from './stage';
import { trial } from './trial';

const COUNTS: Readonly<Record<CalledPlace, (call: OutsideCall) => boolean>> = {
  store: ({ place }) => place === 'store',
  vendor: ({ place }) => place === 'vendor',
  // A commit of the journal is a file that one process makes.
  journal: ({ what }) => what.startsWith('create journal/commits'),
  deploys: ({ place, writes }) => place === 'deploys' && writes,
};

/** The outside calls of one overlap rotation, counted as it is played. */
export async function countedCalls(): Promise<(place: CalledPlace) => number> {
  const { calls } = await trial({ name: 'overlap', make: () => new Stage().begin() });
  return (place) => calls.filter(COUNTS[place]).length;
}
