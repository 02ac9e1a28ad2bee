import { createAstray, switchAstray } from './astray';
import { sessionsDie, softlyDeleted, storeIsBehind } from './behind';
import { entryGone, graceEdited, storeChanged } from './config';
import { deafRevoke, goneIsOther, unreadableCreates } from './deaf';
import { forged } from './forged';
import {
  keyEndedByHand,
  newKeyByHand,
  oldVersionBack,
  otherFieldEdited,
  secretDeleted,
  strangerMakesKey,
} from './hands';
import type { Incident } from './incident';
import { cutOff, deleted, newerRelease, othersWrite, rewound } from './journals';
import { calledOver, cancelled, hostIsSilent, killed, twinJob } from './machines';
import { outage, tokensRevoked, vendorIsSlow } from './outages';
import { askedTooOften } from './pacing';
import { refusesAll, refusesAllAndForgets } from './refusals';
import { replacedAfterwards, writtenBack } from './replacements';
import { forgedSnapshot } from './snapshots';
import { slotTaken } from './slots';
import { suspended, suspendedReading } from './suspensions';
import { forgedWords } from './words';
import { forgottenScript, healthIsDark, illWithNew, rolloutsFail, rolloutsLie, scaleUp } from './services';

export const INCIDENTS: readonly Incident[] = [
  outage,
  tokensRevoked,
  vendorIsSlow,
  strangerMakesKey,
  otherFieldEdited,
  oldVersionBack,
  newKeyByHand,
  secretDeleted,
  keyEndedByHand,
  killed,
  cancelled,
  calledOver,
  hostIsSilent,
  illWithNew,
  healthIsDark,
  rolloutsFail,
  rolloutsLie,
  scaleUp,
  forgottenScript,
  entryGone,
  graceEdited,
  othersWrite,
  rewound,
  cutOff,
  deleted,
  newerRelease,
  twinJob,
  refusesAll,
  suspended,
  suspendedReading,
  createAstray,
  switchAstray,
  slotTaken,
  replacedAfterwards,
  writtenBack,
  forged,
  storeChanged,
];

/** What was learned later. */
export const LATER_INCIDENTS: readonly Incident[] = [
  deafRevoke,
  goneIsOther,
  unreadableCreates,
  storeIsBehind,
  sessionsDie,
  softlyDeleted,
  askedTooOften,
  refusesAllAndForgets,
  forgedSnapshot,
  forgedWords,
];
