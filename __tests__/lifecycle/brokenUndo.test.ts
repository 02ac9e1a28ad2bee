import { describe, expect, it } from '@jest/globals';
import type { CallFault } from '../support/faultInjector';
import { breakUndo, undoCalls } from '../support/brokenUndo';
import { discard, fencedDiscard, rollback, stepBack, sweptDiscard, type Story } from '../support/stories';

const UNREACHABLE: CallFault = { name: 'unreachable', http: () => ({ kind: 'refused' }) };
const FORBIDDEN: CallFault = { name: 'forbidden', http: () => ({ kind: 'status', status: 403 }) };

/** Of the ways that end alike, one is enough for a day of tries of each of its calls. */
const CASES: readonly (readonly [string, Story, CallFault])[] = [
  ...[stepBack, discard, fencedDiscard, sweptDiscard, rollback].map(
    (story) => [story.name, story, FORBIDDEN] as const,
  ),
  ...[stepBack, fencedDiscard].map((story) => [story.name, story, UNREACHABLE] as const),
].map(([name, story, callFault]) => [`${name}, ${callFault.name}`, story, callFault]);

/**
 * Each call of each row of an undo fails for good, in its turn. The rotation ends at a person, who is told; what is served and
 * used is alive, nothing is left disabled, and the journal knows every key that lives. Mended, it continues to its end.
 */
describe('an undo that fails', () => {
  it.each(CASES)(
    'loses nothing: %s',
    async (_name, story, callFault) => {
      const calls = await undoCalls(story);
      const rows = [...new Set(calls.map(({ row }) => row))];
      expect(calls.length).toBeGreaterThan(7);
      for (const call of calls) {
        const { end, wrong, fixed } = await breakUndo(
          story,
          call,
          rows.slice(0, rows.indexOf(call.row)),
          callFault,
        );
        expect({ ...call, wrong, fixed }).toEqual({ ...call, wrong: [], fixed: 'undone' });
        expect({ ...call, end }).toEqual({ ...call, end: expect.stringMatching(/^(blocked: RK|person: )/) });
      }
    },
    900_000,
  );
});
