import { createAstray, switchAstray } from './astray';
import { entryGone, graceEdited, storeChanged } from './config';
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
import { refusesAll } from './refusals';
import { replacedAfterwards, writtenBack } from './replacements';
import { slotTaken } from './slots';
import { suspended, suspendedReading } from './suspensions';
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
