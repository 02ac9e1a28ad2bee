import { basename, join } from 'node:path';
import { errorJson } from './errorJson';
import type { Files, Log } from '../domain/ports';
import { safeLines } from './lines';
import type { Output } from './output';

export interface LaptopOutputOptions {
  readonly command: string;
  /** Print the result as one JSON object to `write`; what people read goes elsewhere. */
  readonly json: boolean;
  /** Absolute. */
  readonly folder: string;
  /** The result is kept as `result.json` there even when nothing else is. */
  readonly keep: boolean;
  readonly files: Files;
  readonly log: Pick<Log, 'info' | 'warning'>;
  readonly write: (text: string) => void;
  readonly redact: (text: string) => string;
}

/** Outputs that are the path of a file or folder. */
const PATHS = ['plan', 'report', 'evidence'];

/** On a laptop the log has said it all; what is left is the result for programs, and where the files lie. */
export function laptopOutput(options: LaptopOutputOptions): Output {
  const { command, folder, log, redact } = options;
  const outputs = new Map<string, string>();
  const parts: Record<string, unknown> = {};
  const errors: object[] = [];
  return {
    set: (name, value) => void outputs.set(name, value),
    summary: () => Promise.resolve(),
    error: (error) => void errors.push(errorJson(error)),
    result: (more) => void Object.assign(parts, more),
    async end(code) {
      const paths = PATHS.flatMap((name) => outputs.get(name) ?? []);
      const told = [...outputs].filter(([name]) => !PATHS.includes(name) && name !== 'artifact');
      const result = {
        v: 1,
        command,
        exit_code: code,
        ...Object.fromEntries(told.map(([name, value]) => [name.replaceAll('-', '_'), unfolded(value)])),
        ...(errors.length === 0 ? {} : { errors }),
        ...(paths.length === 0 ? {} : { files: paths }),
        ...parts,
      };
      const text = redact(`${JSON.stringify(result, null, 2)}\n`);
      if (options.json) options.write(text);
      if (paths.length === 0 && !options.keep) return;
      try {
        await options.files.write(join(folder, 'result.json'), text);
        const names = [...paths.map((path) => nameIn(folder, path)), 'result.json'];
        log.info(safeLines(`\nFiles    ${folder}: ${names.join(', ')}`));
      } catch (thrown) {
        log.warning(`${folder}: result.json could not be written: ${(thrown as Error).message}`);
      }
    },
  };
}

const nameIn = (folder: string, path: string): string =>
  path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : basename(path);

/** An output that is a list is one here too. */
function unfolded(value: string): unknown {
  return /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
}
