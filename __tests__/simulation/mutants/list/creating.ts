import type { Mutant } from '../mutant';

const CREATE = 'src/lifecycle/steps/create.ts';
const LOOK_UP = 'src/lifecycle/steps/lookUp.ts';

/** A new key, and what is found of one whose answer was lost. */
export const creating: readonly Mutant[] = [
  {
    name: 'create-sent-again',
    says: 'A create whose answer was lost is sent again, blindly.',
    file: CREATE,
    find: 'const created = await ctx.send(ROW, intent, call);',
    replace:
      'const created = await ctx.send(ROW, intent, (permit) => call(permit).catch(() => call(permit)));',
  },
  {
    name: 'port-repeats-writes',
    says: 'The HTTP port repeats writes as it repeats reads.',
    file: 'src/runtime/http/createHttp.ts',
    find: 'wire.safe ? withRetries(once, options) : once()',
    replace: 'wire.safe || wire.method !== "GET" ? withRetries(once, options) : once()',
  },
  {
    name: 'no-baseline-of-ids',
    says: 'At a vendor without labels the ids that were there before are not kept, so any key that is never used is taken for ours; and with it goes the check against them before a death.',
    file: CREATE,
    find: 'return { label, attempt, before: before.credentials.map(({ id }) => shortIdentity(id)) };',
    replace: 'return { label, attempt, before: [] };',
    also: [
      {
        file: LOOK_UP,
        find: "return fresh.length === 1 && complete && inTime && wasNeverUsed(ctx, only) ? fresh : 'unclear';",
        replace:
          'return inTime === wasNeverUsed(ctx, only) ? [] : fresh.filter(({ lastUsed }) => typeof lastUsed !== "string");',
      },
      {
        file: 'src/lifecycle/revocation/ownership.ts',
        find: '() => newcomer(ctx, victim)]',
        replace: '() => true]',
      },
    ],
  },
  {
    name: 'late-create-forgotten',
    says: 'A create that was not found at once is taken for one that never happened, although it may still land; and nothing is looked for at the end.',
    file: LOOK_UP,
    find: 'const quiet = intended + WINDOW + TIMEOUT + listLag;',
    replace: 'const quiet = intended + 0 * listLag;',
    also: [
      {
        file: 'src/lifecycle/steps/sweep.ts',
        find: 'row.intents > 1',
        replace: 'row.intents > 99',
      },
    ],
  },
  {
    name: 'partial-list-is-complete',
    says: 'A list that was cut is taken for the whole list.',
    file: 'src/adapters/vendors/http/listing.ts',
    find: `    page = next;
  }
  return listing(false);`,
    replace: `    page = next;
  }
  return listing(true);`,
  },
];
