import type { Mutant } from '../mutant';

const PROVE = 'src/lifecycle/steps/prove.ts';

/** What is said to be true. */
export const proving: readonly Mutant[] = [
  {
    name: 'proof-without-control',
    says: 'A refusal counts although the vendor may refuse everybody at that moment.',
    file: PROVE,
    find: 'const alive = control && (await ctx.subject.vendor.verify(control));',
    replace: 'const alive = undefined as Verdict | undefined;',
  },
  {
    name: 'proof-without-refusal',
    says: 'A revoked key is called dead before it was refused.',
    file: PROVE,
    find: 'refused = counts ? refused + 1 : 0;',
    replace: 'refused = counts ? refused + 1 : TIMES;',
  },
  {
    name: 'proof-of-a-moment',
    says: 'Where no key lives on to compare with, three refusals of one moment count.',
    file: PROVE,
    find: 'const spread = control ? 0 : aloneFor(ctx);',
    replace: 'const spread = control ? 0 : SHORTEST_PAUSE;',
  },
  {
    name: 'done-without-proof',
    says: 'A rotation is closed as done although nobody proved that the old key is dead.',
    file: 'src/lifecycle/steps/close.ts',
    find: "const proved = !proof || proof.grade === 'refused';",
    replace: "const proved = !proof || proof.grade !== '';",
  },
  {
    name: 'disabled-by-another',
    says: 'That a process before it meant to switch the old key off is taken for having done and watched it.',
    file: 'src/lifecycle/steps/disable.ts',
    find: '  const before = ctx.row(row)?.intent;\n',
    replace:
      "  const before = ctx.row(row)?.intent;\n  if (before && before.by !== ctx.ledger.nonce) return done('did', { checked: ctx.workloads.length });\n",
  },
  {
    name: 'checked-too-early',
    says: 'A workload that reads the store by itself passes its check before it can hold the new key.',
    file: 'src/lifecycle/steps/check.ts',
    find: "  return usesOther(ctx, reading) ? 'other' : 'well';",
    replace: "  return usesOther(ctx, reading) && !held ? 'other' : 'well';",
  },
];
