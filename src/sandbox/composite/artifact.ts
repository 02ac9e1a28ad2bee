import { cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The action that a composite may nest, by its commit; any other is refused. */
const UPLOAD = /^actions\/upload-artifact@[0-9a-f]{40}$/;
const WORDS = ['name', 'path', 'if-no-files-found'];

/** Stands in for actions/upload-artifact: copies the files into `target`. Fails on an empty or a used name, as it does. */
export function uploadArtifact(
  uses: string,
  settings: Readonly<Record<string, string>>,
  target: string,
): string {
  if (!UPLOAD.test(uses)) throw new Error(`the sandbox cannot play ${uses}`);
  const unknown = Object.keys(settings).filter((word) => !WORDS.includes(word));
  if (unknown.length > 0)
    throw new Error(`the sandbox does not know ${unknown.join(', ')} of upload-artifact`);
  const { name = '', path = '' } = settings;
  if (name === '') throw new Error('upload-artifact needs a name');
  const folder = join(target, name);
  if (existsSync(folder)) throw new Error(`an artifact ${name} exists in this run already`);
  mkdirSync(folder, { recursive: true });
  const found = path.split('\n').filter((item) => item !== '' && existsSync(item));
  for (const item of found) {
    // One folder gives its content, anything else keeps its name.
    const inside = found.length === 1 && statSync(item).isDirectory() ? folder : join(folder, basename(item));
    cpSync(item, inside, { recursive: true });
  }
  return found.length === 0 ? 'No files were found' : `Artifact ${name} has been uploaded`;
}
