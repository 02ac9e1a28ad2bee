import { claimsAreRespected } from './claimsAreRespected';
import { closingIsTrue } from './closingIsTrue';
import { condemnedStays } from './condemnedStays';
import { consumersAreAlive } from './consumersAreAlive';
import { doubtLeavesAlive } from './doubtLeavesAlive';
import { evidenceEqualsWorld } from './evidenceEqualsWorld';
import { factsKeepTime } from './factsKeepTime';
import { foreignIsUntouched } from './foreignIsUntouched';
import { forgeriesGainNothing } from './forgeriesGainNothing';
import { graceIsKept } from './graceIsKept';
import { intentComesFirst } from './intentComesFirst';
import type { Invariant } from './invariant';
import { killsOnlyItsOwn } from './killsOnlyItsOwn';
import { lostJournalIsNoticed } from './lostJournalIsNoticed';
import { neighboursKeepTheirFields } from './neighboursKeepTheirFields';
import { newerFactsAreLeft } from './newerFactsAreLeft';
import { noOwnFaults } from './noOwnFaults';
import { nothingDoneIsTrue } from './nothingDoneIsTrue';
import { oneSurvivor } from './oneSurvivor';
import { ownersOnly } from './ownersOnly';
import { peopleAreTold } from './peopleAreTold';
import { removedStaysGone } from './removedStaysGone';
import { resumesAreFew } from './resumesAreFew';
import { sentInTime } from './sentInTime';
import { servedIsAlive } from './servedIsAlive';
import { slotsAreFree } from './slotsAreFree';
import { timesMatchEffects } from './timesMatchEffects';
import { undoRestoresServed } from './undoRestoresServed';
import { valuesStayInside } from './valuesStayInside';
import { waitsEnd } from './waitsEnd';
import { wordsMatchTheWorld } from './wordsMatchTheWorld';

export const INVARIANTS: readonly Invariant[] = [
  servedIsAlive,
  consumersAreAlive,
  foreignIsUntouched,
  neighboursKeepTheirFields,
  killsOnlyItsOwn,
  forgeriesGainNothing,
  condemnedStays,
  graceIsKept,
  intentComesFirst,
  sentInTime,
  ownersOnly,
  claimsAreRespected,
  newerFactsAreLeft,
  lostJournalIsNoticed,
  factsKeepTime,
  closingIsTrue,
  evidenceEqualsWorld,
  nothingDoneIsTrue,
  oneSurvivor,
  doubtLeavesAlive,
  peopleAreTold,
  removedStaysGone,
  resumesAreFew,
  slotsAreFree,
  undoRestoresServed,
  valuesStayInside,
  waitsEnd,
  wordsMatchTheWorld,
  timesMatchEffects,
  noOwnFaults,
];
