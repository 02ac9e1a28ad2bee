import type { Invariant } from './invariant';

/** What an exception is told as that nobody has foreseen. */
const OWN_FAULT = 'RK9900';

export const noOwnFaults: Invariant = {
  name: 'no fault of its own',
  sentence: 'Whatever goes wrong outside, no run meets an exception that its program has not foreseen.',
  watch: (_world, broken) => ({
    written({ fact, runner }) {
      if (fact.type === 'failed' && fact.code === OWN_FAULT)
        broken(`${runner?.name ?? '?'}: ${fact.message}`);
    },
    ended({ name }, { lines }) {
      const line = lines.find((one) => one.includes(OWN_FAULT));
      if (line !== undefined) broken(`${name} says ${line}`);
    },
  }),
};
