import type { LedgerPorts } from '../lifecycle/ledger';
import { progressLine } from '../report/log';

/**
 * Tells the facts of one key as they are noted. A claim is written with the first intent, after the preflight, so it is told
 * after it too: whoever fails the preflight has claimed nothing.
 */
export function progress(say: (line: string) => void): LedgerPorts['told'] {
  let claim: string | undefined;
  return (fact, before) => {
    const line = progressLine(fact, before);
    if (fact.type === 'claim') {
      claim = line;
      return;
    }
    const isPreflight = fact.type === 'result' && fact.row === 'forward/preflight';
    for (const one of isPreflight ? [line, claim] : [claim, line]) if (one !== undefined) say(one);
    claim = undefined;
  };
}
