import type { Mutant } from '../mutant';

const LEDGER = 'src/lifecycle/ledger.ts';

/** Whoever wrote meanwhile: the own facts are put on top. */
const GOES_ON = {
  file: LEDGER,
  find: `      this.#lost = true;
      throw superseded();`,
  replace: `      const now = (await this.#ports.journal.load()).keys.get(state.identity);
      if (!now) throw superseded();
      return this.#append(foldKey(now, facts), now.head, facts, files);`,
};

/** Who may act on a key, and for how long. */
export const claims: readonly Mutant[] = [
  {
    name: 'claim-by-run',
    says: 'A claim is recognised by the id of the run, so two jobs of one matrix both own it.',
    file: 'src/lifecycle/claiming.ts',
    find: '    millis(claim.end) < now ||',
    replace: `    (claim.owner.kind === 'actions' && host.me.kind === 'actions' && claim.owner.run === host.me.run) ||
    millis(claim.end) < now ||`,
  },
  {
    name: 'lost-claim-goes-on',
    says: 'A process whose claim was taken writes on top of what it finds and goes on, its undo included.',
    ...GOES_ON,
  },
  {
    name: 'liveness-by-wall-clock',
    says: 'Whether a claim has ended is read from the clock of the runner.',
    file: 'src/lifecycle/rotate.ts',
    find: 'await mayClaim(key, request.rank, ports.host, ports.journal.now())',
    replace: 'await mayClaim(key, request.rank, ports.host, ports.clock.now())',
  },
  {
    name: 'silent-host-means-dead',
    says: 'When the host does not tell of a job, the job is taken for over.',
    file: 'src/runtime/host/createHost.ts',
    find: "if (thrown instanceof RekeyError) return 'unknown';",
    replace: "if (thrown instanceof RekeyError) return 'over' as 'unknown';",
  },
  {
    name: 'window-never-ends',
    says: 'An effect may be sent however long ago it was allowed.',
    file: LEDGER,
    find: 'return !this.#lost && this.#sinceAppend() < WINDOW;',
    replace: 'return !this.#lost;',
  },
  {
    name: 'permit-ignored',
    says: 'The last question right before a write leaves is not asked.',
    file: 'src/runtime/http/createHttp.ts',
    find: 'if (!wire.safe && request.permit?.() === false)',
    replace: 'if (!wire.safe && request.permit?.() === undefined && request.permit)',
  },
  {
    name: 'intent-after-effect',
    says: 'The call goes first, and the intent is written when it has answered.',
    file: 'src/lifecycle/context.ts',
    find: `    await this.intend(row, data);
    return this.send(row, data, call);`,
    replace: `    const answer = await this.send(row, data, call);
    await this.intend(row, data);
    return answer;`,
  },
];
