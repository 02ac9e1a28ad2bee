import type { Mutant } from '../mutant';

const STORE = 'src/kits/store/versionedStore.ts';
const CHANGE = 'src/kits/store/change.ts';

/** The secret that applications read, and the slot beside it. */
export const storing: readonly Mutant[] = [
  {
    name: 'promote-unverified',
    says: 'The new key is made current without a question whether the vendor accepts it already.',
    file: 'src/lifecycle/steps/verify.ts',
    find: 'const verdict = await ctx.subject.vendor.verify(parts);',
    replace: `const verdict = { answer: 'accepted', id: expected } as Awaited<
      ReturnType<typeof ctx.subject.vendor.verify>
    >;`,
  },
  {
    name: 'served-destroyed',
    says: 'At the end the version that is served is destroyed, and not the one with the dead value.',
    file: 'src/lifecycle/steps/free.ts',
    find: 'forward: [claim?.unannotated, claim?.base],',
    replace: "forward: [resultOf(state, 'forward', 'promote')?.version],",
    also: [
      { file: STORE, find: 'number < 1 || number >= now.version', replace: 'number < 1' },
      {
        file: 'src/lifecycle/steps/free.ts',
        find: 'parts === undefined || (ctx.memory.proved !== undefined && samePartsTrimmed(parts, ctx.memory.proved))',
        replace: "name !== '' || parts === undefined",
      },
    ],
  },
  {
    name: 'whatever-is-staged',
    says: 'The switch takes what is staged at that moment, whoever staged it.',
    file: STORE,
    find: 'const credential = await stagedToServe(slots, ref, staged);',
    replace: 'const credential = (await readSlot(slots, ref))?.staged;',
  },
  {
    name: 'others-overwritten',
    says: 'A change of our field replaces the secret, so that the fields of others are lost.',
    file: CHANGE,
    find: 'if (now.content) return secrets.merge(path, now.version, wanted, permit);',
    replace: '',
  },
  {
    name: 'version-restored',
    says: 'A step back restores the whole version, and with it the fields of others as they were then.',
    file: STORE,
    find: `    already: isThere,
    permit,
  });`,
    replace: `    already: isThere,
    permit,
  }).then(async (done) => {
    const whole = content.names.map((name) => [name, content.secret(name) ?? null]);
    await secrets.replace(ref.path, Number(done.version), Object.fromEntries(whole));
    return { version: String(Number(done.version) + 1) };
  });`,
  },
  {
    name: 'switch-without-fence',
    says: 'The switch does not look whether somebody else changed the value since.',
    file: CHANGE,
    find: '    await refuseIfMoved(secrets, ref, base, now);\n',
    replace: '    if (now.version < 0) await refuseIfMoved(secrets, ref, base, now);\n',
  },
  {
    name: 'slot-not-freed',
    says: 'What was staged is left in its slot.',
    file: 'src/lifecycle/steps/free.ts',
    find: 'if (reserved) await store.free(ctx.ref, state.rotation, staged(ctx, row));',
    replace: '',
  },
  {
    name: 'fence-takes-away',
    says: 'Before a new key is given up, the fence is always moved, and takes our field away.',
    file: STORE,
    find: 'wanted: {}, already: () => false',
    replace: 'wanted: wantedFields(ref, undefined, undefined), already: () => false',
    also: [
      {
        file: 'src/lifecycle/steps/fence.ts',
        find: 'applies: (ctx) => promoteOpen(ctx.state)',
        replace:
          'applies: (ctx) => promoteOpen(ctx.state) || ctx.row("forward/create")?.result !== undefined',
      },
    ],
  },
  {
    name: 'id-for-value',
    says: 'The switch writes the id of the new key where its value belongs.',
    file: STORE,
    find: '    wanted: wantedFields(ref, parts, id),',
    replace: '    wanted: Object.fromEntries(Object.values(ref.fields).map((field) => [field, id])),',
  },
];
