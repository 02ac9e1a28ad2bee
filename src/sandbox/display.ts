import type { Writable } from 'node:stream';
import { figures, type ScenarioResult } from './result';
import { line, type Happening } from './timeline';

export interface Screen {
  begin(out: string): void;
  happening(scenario: string, happening: Happening): void;
  /** How it stands at this moment, in a line. */
  status(text: string): void;
  result(result: ScenarioResult): void;
  end(results: readonly ScenarioResult[]): void;
}

interface Manner {
  readonly json: boolean;
  /** Several scenarios at once: each line says whose it is. */
  readonly many: boolean;
  /** A terminal, on which a line can be written over. */
  readonly terminal: boolean;
}

const CLEAR = '\r\u001b[K';
const nothing = (): void => undefined;

/** For people: what happens as it happens, then the figures. For programs: one line of JSON a scenario. */
export function display(output: Writable, { json, many, terminal }: Manner): Screen {
  const print = (text: string): void => void output.write(`${terminal ? CLEAR : ''}${text}\n`);
  if (json) {
    const result = (one: ScenarioResult): void => void output.write(`${JSON.stringify(one)}\n`);
    return { begin: nothing, happening: nothing, status: nothing, end: nothing, result };
  }
  return {
    begin: (out) => print(`A cloud on this machine, with nothing real in it. Files: ${out}\n`),
    happening(scenario, happening) {
      // What is written to the journal stands in the file with the timeline; on a screen it would drown the rest.
      if (happening.who === 'journal') return;
      print(many ? `${scenario.padEnd(10)} ${line(happening)}` : line(happening));
    },
    status: terminal && !many ? (text) => void output.write(`${CLEAR}${text}`) : nothing,
    result: (result) => print(`\n${figures(result)}`),
    end(results) {
      const bad = results.filter(({ ok }) => !ok).map(({ scenario }) => scenario);
      const good = `All ${results.length} scenarios went as they must.`;
      if (many) print(bad.length === 0 ? good : `Not ok: ${bad.join(', ')}`);
    },
  };
}
