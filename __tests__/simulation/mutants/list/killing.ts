import type { Mutant } from '../mutant';

const OURS = 'src/lifecycle/revocation/ownership.ts';
const MAY_KILL = 'src/lifecycle/revocation/mayRevoke.ts';
const DRAIN_TIMES = 'src/lifecycle/revocation/drainTimes.ts';

/** Whose key dies, and when. */
export const killing: readonly Mutant[] = [
  {
    name: 'old-guessed-from-list',
    says: 'When nobody knows the id of the old key, the oldest of the list is taken; and a guess is enough before a death.',
    file: 'src/lifecycle/steps/claim.ts',
    find: '  if (!first) return {};',
    replace: `  if (!first) {
    const { credentials } = await ctx.subject.vendor.list();
    const [oldest] = [...credentials].sort((one, other) => ((one.created ?? '') < (other.created ?? '') ? -1 : 1));
    return oldest ? { oldId: oldest.id, oldHow: 'the oldest of the list' } : {};
  }`,
    also: [{ file: OURS, find: '  return undefined;\n}', replace: "  return 'a guess';\n}" }],
  },
  {
    name: 'kill-by-account-list',
    says: 'Whatever the account holds beside the two keys of the rotation is taken for a leftover, and a place in the list is enough before a death.',
    file: 'src/lifecycle/revocation/orphans.ts',
    find: 'if (!isLabelled(one, labels) || known.includes(one.id) || isSwept(ctx, one.id)) continue;',
    replace:
      'if (labels.size < 0 || isLabelled(one, new Set()) || known.includes(one.id) || isSwept(ctx, one.id)) continue;',
    also: [
      {
        file: OURS,
        find: '  return dedicated || isLabelled(listed, new Set([...(await ownLabels(ctx)), ...earlierLabels(ctx)]));',
        replace:
          '  return dedicated || isLabelled(listed, new Set([...ownLabels(ctx), ...earlierLabels(ctx)])) || true;',
      },
    ],
  },
  {
    name: 'not-condemned-first',
    says: 'A key is disabled and revoked without a word in the journal that it is condemned.',
    file: 'src/lifecycle/steps/condemn.ts',
    find: `  ctx.ledger.note({
    type: 'condemn',
    credential: victim,
    why: \`pass \${ctx.state.pass} of rotation \${ctx.state.rotation}\`,
  });
`,
    replace: '',
  },
  {
    name: 'removal-takes-what-is-served',
    says: 'A removal ends the key that was there when it was asked for and says removed, although another one is served by now.',
    file: DRAIN_TIMES,
    find: '  await mustBeTheOneAskedFor(ctx, now);\n',
    replace: '',
  },
  {
    name: 'removed-is-forgotten',
    says: 'The plan takes a key that was removed for one that is due, or new.',
    file: 'src/planner/decide.ts',
    find: '  if (!state?.removed) return undefined;',
    replace: '  if (!state?.removed || state.count > 0) return undefined;',
    also: [
      {
        file: 'src/planner/due.ts',
        find: 'state.removed ? undefined : (state.lastPromote ?? state.adopted)',
        replace: 'state.lastPromote ?? state.adopted',
      },
    ],
  },
  {
    name: 'removal-known-only-when-proved',
    says: 'That a key was removed is known only by the last outcome, so a removal that nobody could prove is forgotten.',
    file: 'src/domain/journal/keyState.ts',
    find: "  const removed = state.open?.kind === 'remove' ? { removed: { at, proved: false } } : {};\n  return { ...state, ...removed, condemned:",
    replace: '  void at;\n  return { ...state, condemned:',
  },
  {
    name: 'null-last-use-means-silent',
    says: 'A key of which the vendor shows no use is called silent, although the vendor never said that this means never.',
    file: 'src/lifecycle/steps/drain.ts',
    find: 'return vendor.capabilities.nullMeansNever ? null : undefined;',
    replace: 'return null;',
  },
  {
    name: 'last-use-ignored',
    says: 'When the old key was last used is never read, so it dies at the end of the grace period, also while somebody uses it.',
    file: 'src/lifecycle/steps/drain.ts',
    find: 'if (!vendor.capabilities.lastUsed || victim === undefined) return undefined;',
    replace: 'if (vendor.capabilities.lastUsed || victim === undefined) return undefined;',
  },
  {
    name: 'grace-of-today',
    says: 'The grace period is the one in the config of today, also when it was shortened meanwhile.',
    file: 'src/lifecycle/context.ts',
    find: 'return Math.max(snapshot.grace, this.subject.entry.grace, this.longestHold);',
    replace: 'return Math.max(snapshot.grace * 0, this.subject.entry.grace, this.longestHold);',
  },
  {
    name: 'grace-from-the-switch',
    says: 'The grace period counts from the switch, not from the last workload that was checked.',
    file: DRAIN_TIMES,
    find: 'return Math.max(promoted, ...ends);',
    replace: 'return Math.max(promoted, ...ends.map(() => promoted));',
  },
  {
    name: 'served-key-swept',
    says: 'A leftover of the rotation before is ended at once, although it was served and somebody may hold it.',
    file: 'src/lifecycle/revocation/orphans.ts',
    find: '    if (wasEverCurrent(ctx, one)) noteLeft(ctx, one.id);\n    else if (wasUsed(one)) noteUsed(ctx, one.id);\n    else await',
    replace:
      '    if (wasEverCurrent(ctx, one) && credentials.length < 0) noteLeft(ctx, one.id);\n    else if (wasUsed(one) && credentials.length < 0) noteUsed(ctx, one.id);\n    else await',
  },
  {
    name: 'served-key-killed',
    says: 'Nobody looks whether the store serves the victim again, as after somebody wrote it back by hand.',
    file: MAY_KILL,
    find: "[w.isCurrent, 'the store serves it, or may serve it'],",
    replace: "[w.isCurrent && w.victim === '', 'the store serves it, or may serve it'],",
    also: [
      { file: DRAIN_TIMES, find: '  if (named && !same)', replace: "  if (named?.version === '' && !same)" },
    ],
  },
];
