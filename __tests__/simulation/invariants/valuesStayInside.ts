import { PLANTED } from '../world/vendors';
import type { Invariant } from './invariant';

/** Where a value of a key or of a token may go: to the vendor, to the store, and a token to the server that it is for. */
const BODIES = new Set(['vendor', 'store']);
const HEADERS = new Set(['vendor', 'store', 'github']);

export const valuesStayInside: Invariant = {
  name: 'values stay inside',
  sentence:
    'No value is in an address, a log, an output, the journal, a ticket, a notice, a rollout, or anywhere but vendor, store and the memory of consumers.',
  watch: (world, broken) => ({
    sent(call, { path, query, headers, body }) {
      const where = [
        [path, 'the address'],
        [query.toString(), 'the query'],
        [BODIES.has(call.place) ? '' : body, 'the body'],
        [HEADERS.has(call.place) ? '' : JSON.stringify(headers), 'the headers'],
      ] as const;
      for (const [text, what] of where)
        if (text.includes(PLANTED))
          broken(`${call.id}: a value is in ${what} of ${call.method} ${call.place} ${path}`);
    },
    ended(runner, { lines, outputs }) {
      if (lines.some((line) => line.includes(PLANTED))) broken(`${runner.name} printed a value`);
      if (JSON.stringify(outputs).includes(PLANTED)) broken(`${runner.name} handed out a value`);
    },
    end() {
      for (const [path, text] of world.disk.files)
        if (text.includes(PLANTED)) broken(`a value is in ${path}`);
    },
  }),
};
