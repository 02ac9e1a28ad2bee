import type { Writable } from 'node:stream';
import { figures, type ScenarioResult } from './result';
import { line, type Happening } from './timeline';

export interface Screen {
  begin(out: string): void;
  happening(scenario: string, happening: Happening): void;
  result(result: ScenarioResult): void;
  end(results: readonly ScenarioResult[]): void;
}

/** For people: what happens as it happens, then the figures. For programs: one line of JSON a scenario. */
export function display(
  output: Writable,
  { json, many }: { readonly json: boolean; readonly many: boolean },
): Screen {
  const print = (text: string): void => void output.write(`${text}\n`);
  const nothing = (): void => undefined;
  if (json) {
    return {
      begin: nothing,
      happening: nothing,
      end: nothing,
      result: (result) => print(JSON.stringify(result)),
    };
  }
  return {
    begin: (out) => print(`A cloud on this machine, with nothing real in it. Files: ${out}\n`),
    happening: (scenario, happening) =>
      print(many ? `${scenario.padEnd(10)} ${line(happening)}` : line(happening)),
    result: (result) => print(`\n${figures(result)}`),
    end: (results) => {
      const bad = results.filter(({ ok }) => !ok).map(({ scenario }) => scenario);
      if (many)
        print(
          bad.length === 0
            ? `All ${results.length} scenarios went as they must.`
            : `Not ok: ${bad.join(', ')}`,
        );
    },
  };
}
