import { IDENTITY } from './codes/identity';
import { INPUTS } from './codes/inputs';
import { JOURNAL } from './codes/journal';
import { NETWORK } from './codes/network';
import { RULES } from './codes/rules';
import { STORE } from './codes/store';
import { VENDOR } from './codes/vendor';
import { WORKLOADS } from './codes/workloads';
import type { Entry } from './errorKinds';

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
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof CODES;
