import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { LogReader } from './logReader';
import { SHELLS, type Shell } from './manifest';

const SIGTERM_AFTER = 7500;
const KILL_AFTER = 2500;

export interface StepEnd {
  readonly code: number | null;
  readonly signal: string | null;
}

/**
 * The process of a `run` step. The script ends in `exec`, so its pid is node's. Signals go to that process only, as
 * from a runner.
 */
export class StepProcess {
  readonly ended: Promise<StepEnd>;
  readonly #child: ChildProcess;

  constructor(
    shell: Shell,
    script: string,
    workspace: string,
    environment: Readonly<Record<string, string>>,
    log: LogReader,
  ) {
    const [program, ...flags] = SHELLS[shell];
    const child = spawn(program, [...flags, script], {
      cwd: workspace,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const read = [child.stdout, child.stderr].map((stream) => readLines(stream, log));
    this.ended = new Promise<StepEnd>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        Promise.all(read).then(() => resolve({ code, signal }), reject);
      });
    });
  }

  /** As a runner cancels: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end. @param pace how many times faster */
  async cancel(pace = 1): Promise<StepEnd> {
    this.#child.kill('SIGINT');
    if (!(await this.#endsWithin(SIGTERM_AFTER / pace))) {
      this.#child.kill('SIGTERM');
      if (!(await this.#endsWithin(KILL_AFTER / pace))) this.kill();
    }
    return this.ended;
  }
  kill(): void {
    this.#child.kill('SIGKILL');
  }
  freeze(): void {
    this.#child.kill('SIGSTOP');
  }
  thaw(): void {
    this.#child.kill('SIGCONT');
  }

  async #endsWithin(duration: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), duration);
    });
    const result = await Promise.race([this.ended.then(() => true as const), late]);
    clearTimeout(timer);
    return result;
  }
}

async function readLines(stream: Readable, log: LogReader): Promise<void> {
  for await (const line of createInterface({ input: stream })) log.line(line);
}
