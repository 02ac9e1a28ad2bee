import type { Mutant } from '../mutant';

const SETTLED = 'src/lifecycle/settled.ts';
const FENCE = 'src/lifecycle/steps/fence.ts';

/** Bugs that only a store which promises less than Vault can show. */
export const lesser: readonly Mutant[] = [
  {
    name: 'unfenced-unwaited',
    stores: true,
    says: 'Where nothing fences a write, nobody waits until none can be on its way any more.',
    file: SETTLED,
    find: '  if (ctx.now() >= until) return undefined;',
    replace: '  if (until > 0) return undefined;',
  },
  {
    name: 'unfenced-uncompared',
    stores: true,
    says: 'Where nothing fences a write, what was written since is not compared: the switch is taken for done, and the fence for in time.',
    file: SETTLED,
    find: "return at === undefined ? { is: 'before', version: base } : { is: 'after', version: at };",
    replace: "return { is: 'after', version: at ?? names.at(-1) ?? base };",
    also: [
      {
        file: SETTLED,
        find: "    if (!one || names.length !== versions.length) return { is: 'unclear', version: base };",
        replace: '    if (!one) continue;',
      },
      {
        file: SETTLED,
        find: "    else if (at !== undefined || !isSame(one.parts, before)) return { is: 'unclear', version: base };",
        replace: '',
      },
      {
        file: FENCE,
        find: "if (is === 'before') return",
        replace: 'if (is !== undefined) return',
      },
    ],
  },
  {
    name: 'served-at-once',
    stores: true,
    says: 'A switch counts from when it was written, although applications are served the old value for a while.',
    file: SETTLED,
    find: 'return !fenced || serveLag > 0;',
    replace: 'return !fenced && serveLag >= 0;',
    also: [
      {
        file: 'src/lifecycle/revocation/drainTimes.ts',
        find: 'written + ctx.subject.store.capabilities.serveLag;',
        replace: 'written + 0 * ctx.subject.store.capabilities.serveLag;',
      },
    ],
  },
];
