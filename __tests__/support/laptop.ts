import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A folder with this config in it, as somebody has it on a laptop. */
export function laptopFolder(config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rekey-laptop-'));
  mkdirSync(join(folder, '.github'));
  if (config !== undefined) writeFileSync(join(folder, '.github/rekey.yml'), config);
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * The program from its sources, in a process of its own, as on a laptop: no GitHub, no token.
 * @param reader how many characters of the output are read before the reader goes away; left out: all
 */
export function onLaptop(
  folder: string,
  words: readonly string[],
  { env = {}, reader = Infinity }: { readonly env?: Record<string, string>; readonly reader?: number } = {},
): Promise<Ended> {
  const program = [resolve('.github/tooling/run.mjs'), resolve('src/main.ts'), ...words];
  const { PATH = '', HOME = '' } = process.env;
  const nowhere = { GITHUB_SERVER_URL: 'https://nowhere.invalid' };
  const child = spawn(process.execPath, program, { cwd: folder, env: { PATH, HOME, ...nowhere, ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
    if (out.length >= reader) child.stdout.destroy();
  });
  child.stderr.on('data', (data: Buffer) => {
    err += data.toString();
  });
  return new Promise((done) => child.on('close', (code) => done({ code, out, err })));
}
