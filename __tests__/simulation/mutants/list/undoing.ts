import type { Mutant } from '../mutant';

const ROLES = 'src/lifecycle/revocation/roles.ts';
const TABLE = 'src/lifecycle/table.ts';
const PROMOTE = 'src/lifecycle/steps/promote.ts';

/** Ways back. */
export const undoing: readonly Mutant[] = [
  {
    name: 'line-at-the-result',
    says: 'The point of no return is the result of the revocation, not the condemnation; and a condemned key may become current again.',
    file: ROLES,
    find: "return resultOf(state, state.pass, 'condemn') !== undefined || isEnding(state);",
    replace: "return resultOf(state, state.pass, 'revoke') !== undefined;",
    also: [
      {
        file: PROMOTE,
        find: 'move.id !== undefined && ctx.ledger.key.condemned.includes(move.id)',
        replace: 'move.id === ""',
      },
    ],
  },
  {
    name: 'no-fence-before-discard',
    says: 'A new key is given up although a switch to it may still be on its way.',
    file: TABLE,
    find: "discard: ['fence', 'sweep', 'condemn',",
    replace: "discard: ['sweep', 'condemn',",
  },
  {
    name: 'undo-after-conflict',
    says: 'An undo goes on after a conflict that it cannot explain.',
    file: PROMOTE,
    find: '  if (neverCurrent) {',
    replace: '  if (neverCurrent || thrown !== undefined) {',
    also: [
      {
        file: 'src/lifecycle/steps/fence.ts',
        find: '  if (inDoubt && same) return',
        replace: '  if (same !== undefined) return',
      },
      {
        file: 'src/lifecycle/revocation/mustBeRevocable.ts',
        find: 'wasServed: !everCurrent && (await isInVersions(ctx, served, known)),',
        replace: 'wasServed: false,',
      },
    ],
  },
  {
    name: 'no-drain-after-step-back',
    says: 'After a step back the new key dies at once, as if it had never been served; the row that waits and the check before each death are both gone.',
    file: TABLE,
    find: "back: ['verify', 'promote', ...ROLLOUT, ...TAIL],",
    replace: "back: ['verify', 'promote', ...ROLLOUT, ...TAIL.slice(1)],",
    also: [
      {
        file: ROLES,
        find: "everCurrent: state.pass === 'back' || promoted(state),",
        replace: 'everCurrent: false,',
      },
      {
        file: 'src/lifecycle/steps/disable.ts',
        find: '{ victim, everCurrent: true }',
        replace: "{ victim, everCurrent: ctx.state.pass === 'forward' }",
      },
      {
        file: 'src/lifecycle/steps/disable.ts',
        find: 'await lastLook(ctx).catch(enableFirst)',
        replace: "(ctx.state.pass === 'forward' ? await lastLook(ctx).catch(enableFirst) : undefined)",
      },
      {
        file: 'src/lifecycle/revocation/mustBeRevocable.ts',
        find: 'wasServed: !everCurrent && (await isInVersions(ctx, served, known)),',
        replace: 'wasServed: false,',
      },
    ],
  },
  {
    name: 'left-disabled',
    says: 'After a doubt the old key is not enabled again.',
    file: 'src/lifecycle/revocation/enable.ts',
    find: '      await enableOnce(ctx, victim);\n',
    replace: '',
  },
  {
    name: 'step-back-in-words',
    says: 'A step back is written down, and nothing is done: the new key is served when it is over.',
    file: PROMOTE,
    find: 'send: (permit) => ctx.subject.store.restore(ctx.ref, from, version, permit),',
    replace: 'send: async () => ({ version: from }),',
    also: [
      {
        file: PROMOTE,
        find: 'const id = survivor === undefined ? {} : { id: survivor };',
        replace: 'const id = {};',
      },
      {
        file: TABLE,
        find: "back: ['verify', 'promote', ...ROLLOUT, ...TAIL],",
        replace: "back: ['verify', 'promote', 'close'],",
      },
    ],
  },
];
