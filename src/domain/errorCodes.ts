import { IDENTITY } from './codes/identityCodes';
import { INPUTS } from './codes/inputCodes';
import { JOURNAL } from './codes/journalCodes';
import { NETWORK } from './codes/networkCodes';
import { RULES } from './codes/ruleCodes';
import { STORE } from './codes/storeCodes';
import { VENDOR } from './codes/vendorCodes';
import { WORKLOADS } from './codes/workloadCodes';
import type { CodeInfo } from './errorKinds';

export type { Kind } from './errorKinds';

/** Every code there is. 1 inputs · 2 config · 3 identity · 4 store · 5 vendor · 6 workloads · 7 journal and claims · 8 policy · 9 network and bugs. */
export const CODES = {
  ...INPUTS,
  ...IDENTITY,
  ...STORE,
  ...VENDOR,
  ...WORKLOADS,
  ...JOURNAL,
  ...RULES,
  ...NETWORK,
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

/** @param text a word of a journal, which may be anything */
export const isCode = (text: string): text is Code => Object.hasOwn(CODES, text);
