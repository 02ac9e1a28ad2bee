import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommandFile } from './commandFile';

const NAMES = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'] as const;

/** The files that a runner gives to one step and reads after it ended, also when it was killed. */
export class RunnerFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
    for (const name of NAMES) writeFileSync(this.#file(name), '');
  }

  get environment(): Record<string, string> {
    return Object.fromEntries(NAMES.map((name) => [`GITHUB_${name}`, this.#file(name)]));
  }
  get outputs(): Record<string, string> {
    return parseCommandFile(this.#read('OUTPUT'));
  }
  get exported(): Record<string, string> {
    return parseCommandFile(this.#read('ENV'));
  }
  get summary(): string {
    return this.#read('STEP_SUMMARY');
  }
  /** Everything the step left, for a search for values. */
  get all(): string {
    return NAMES.map((name) => this.#read(name)).join('\n');
  }
  script(text: string): string {
    const file = join(this.#folder, 'script.sh');
    writeFileSync(file, text);
    return file;
  }

  #file(name: string): string {
    return join(this.#folder, name.toLowerCase());
  }
  #read(name: string): string {
    return readFileSync(this.#file(name), 'utf8');
  }
}
