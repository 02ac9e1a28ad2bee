import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { patched, patchesOf, type Mutant } from './mutant';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** All that the simulator loads. */
const NEEDED = ['package.json', 'src', '__tests__/simulation', '__tests__/support', '.github/tooling'];

/** A copy of the program with this bug in it, somewhere else on the disk. */
export interface Copy {
  readonly folder: string;
  remove(): void;
}

export function copyWith(mutant: Mutant): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'rekey-mutant-'));
  for (const path of NEEDED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const patch of patchesOf(mutant)) {
    const file = join(folder, patch.file);
    writeFileSync(file, patched(readFileSync(file, 'utf8'), patch));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As it is, for comparison. */
export const original: Copy = { folder: ROOT, remove: () => {} };
