import type { Mutant } from '../mutant';

/** Waits, and people. */
export const telling: readonly Mutant[] = [
  {
    name: 'patience-without-end',
    says: 'The end of a series of failures moves on with each of them.',
    file: 'src/lifecycle/decide.ts',
    find: 'millis(ctx.row(row)?.firstFailure ?? instant(ctx.now()))',
    replace: 'millis(instant(ctx.now()))',
  },
  {
    name: 'wait-polls',
    says: 'A wait does not end a run: it claims the key again and again until the wait is over.',
    file: 'src/commands/act.ts',
    find: '    const stop = await rotate(key, request, subject, enginePorts(session, entry.name, item.unstarted));',
    replace: `    let stop = await rotate(key, request, subject, enginePorts(session, entry.name, item.unstarted));
    for (let times = 0; times < 150 && stop.status === 'waiting'; times += 1)
      stop = await rotate(stop.key, request, subject, enginePorts(session, entry.name, item.unstarted));`,
  },
  {
    name: 'nobody-is-told',
    says: 'No notice is sent when a key is blocked or needs a person.',
    file: 'src/commands/alert.ts',
    find: '  if (!notice) return;',
    replace: '  if (notice || !notice) return;',
  },
  {
    name: 'value-in-an-error',
    says: 'An answer that cannot be read is quoted in the error.',
    file: 'src/adapters/stores/vault-kv2/answers.ts',
    find: 'with an answer that is not of KV version 2.`',
    replace: 'with an answer that is not of KV version 2: ${answer.text}`',
  },
  {
    name: 'ticket-of-the-loser',
    says: 'A process that has lost its claim says on the ticket how the rotation stands, as far as it knows.',
    file: 'src/lifecycle/engine.ts',
    find: '  const error = asRekeyError(thrown);\n  // Of a rotation',
    replace: '  const error = asRekeyError(thrown);\n  await tellTicket(ctx);\n  // Of a rotation',
    also: [
      {
        file: 'src/lifecycle/tellTicket.ts',
        find: '() => ledger.inWindow,',
        replace: '() => state.closed === undefined,',
      },
    ],
  },
];
