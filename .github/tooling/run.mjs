// Runs a TypeScript program of this repository: `node run.mjs src/dev/generate.ts [arguments]`. Some of our packages
// can only be imported, and sources import one another without file endings; the usual runners manage only one of the two.
import { register } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [program] = process.argv.splice(2, 1);
if (!program) throw new Error('usage: run.mjs <program.ts> [arguments]');
process.argv[1] = resolve(program);
register('./typescript-loader.mjs', import.meta.url);
await import(pathToFileURL(process.argv[1]).href);
