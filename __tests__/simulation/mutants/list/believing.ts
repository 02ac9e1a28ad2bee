import type { Mutant } from '../mutant';

const ENTRY = 'src/lifecycle/entry.ts';
const ENGINE = 'src/lifecycle/engine.ts';
const DRAIN = 'src/lifecycle/steps/drain.ts';

/** What comes from outside, or from a journal that anybody may have written, and is taken for true. */
export const believing: readonly Mutant[] = [
  {
    name: 'snapshot-believed',
    says: 'A rotation goes on with the secret that the journal names, whatever the config says; the check that they agree is gone as well.',
    file: 'src/lifecycle/context.ts',
    find: 'return this.subject.entry.secret;',
    replace: 'return this.state.snapshot.secret;',
    also: [
      { file: ENTRY, find: 'if (found.length === 0) return;', replace: 'if (found.length < 9) return;' },
    ],
  },
  {
    name: 'death-of-the-journal',
    says: 'A proof that stands in the journal counts, whoever wrote it.',
    file: ENGINE,
    find: 'if (!result || ownUntil === undefined ||',
    replace: "if (!result || ownUntil !== 'revoke' ||",
  },
  {
    name: 'hidden-is-silent',
    says: 'A key that the list does not show is silent; neither preflight nor the drain ask whether the vendor accepts it, and a link to a next page is nothing.',
    file: DRAIN,
    find: "verdict.answer === 'refused' ? null : HIDDEN;",
    replace: 'null;',
    also: [
      { file: DRAIN, find: '!isIn({ credentials }, survivor) ? HIDDEN', replace: "survivor === '' ? HIDDEN" },
      {
        file: 'src/lifecycle/inList.ts',
        find: 'if (id === undefined ||',
        replace: 'if (id !== "" ||',
      },
      {
        file: 'src/adapters/vendors/http/paging.ts',
        find: "return hintsAtMore(answered) ? 'lost' : 'end';",
        replace: "return hintsAtMore(answered) ? 'end' : 'end';",
      },
    ],
  },
  {
    name: 'time-of-the-machine',
    says: 'A time without a zone is one of the machine that Rekey runs on.',
    file: 'src/adapters/vendors/http/times.ts',
    find: 'return inUtc - offset * MINUTE +',
    replace: 'return inUtc + new Date(inUtc).getTimezoneOffset() * MINUTE +',
  },
  {
    name: 'parts-of-a-millisecond',
    says: 'What a write was held back is taken from its time-out as the clock counts it, and the client takes no fractions.',
    file: 'src/runtime/http/pace.ts',
    find: 'Math.max(1, Math.floor(timeout - held))',
    replace: 'timeout - held',
  },
  {
    name: 'sweep-believed',
    says: 'What was swept is not looked for in the list once the vendor said that it is revoked.',
    file: 'src/lifecycle/steps/sweep.ts',
    find: '  if (at === undefined) return',
    replace: '  if (at === undefined || at > 0) return',
  },
  {
    name: 'asked-is-revoked',
    says: 'A revoke that was asked for, and of whose end nothing is known, is told as done.',
    file: 'src/domain/journal/fate.ts',
    find: "if (revokes.some(touched)) return { fate: 'revoking' };",
    replace: "if (revokes.some(touched)) return { fate: 'revoked' };",
  },
  {
    name: 'sent-when-answered',
    says: 'The evidence says that an effect was sent when its end was written down.',
    file: 'src/evidence/rows.ts',
    find: 'sent: open[0]?.at ?? fact.at,',
    replace: 'sent: fact.at,',
  },
];
