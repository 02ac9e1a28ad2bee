import { constants } from 'node:fs';
import { access, chmod, lstat, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { RekeyError } from '../domain/errors';
import type { Files } from '../domain/ports';

/** Where plan, report and evidence lie on a laptop, unless `--out` says otherwise. */
export const OWN_FOLDER = '.rekey';
/** Ours alone: what is in it names keys, owners and failures. */
const MODE = 0o700;

/**
 * Files for a folder of this user alone. It is looked at now, before anything is done. One that a person names is made now, ours at
 * the first write; git does not see ours.
 * @param named said by a person, who may keep a folder as it is; else it is ours, and neither a link nor somebody else's
 * @returns files that write as `files` does, and the absolute path. Throws RK1009, which names the path
 */
export async function ownFolder(
  files: Files,
  path: string,
  named: boolean,
): Promise<{ readonly files: Files; readonly path: string }> {
  const folder = resolve(path);
  const look = (): Promise<void> => refuseForeign(folder, named);
  await look();
  const make = async (): Promise<void> => {
    await makeLevels(folder);
    await look();
    if (named) return;
    await chmod(folder, MODE);
    await files.create(join(folder, '.gitignore'), '*\n');
  };
  let made = named ? make() : undefined;
  await made;
  const write: Files['write'] = async (file, content) => {
    if (file.startsWith(`${folder}/`)) await (made ??= make());
    return files.write(file, content);
  };
  return { files: { ...files, write }, path: folder };
}

/** Level by level: where a level cannot be made, the recursive call of Node may never end (seen in /proc). */
async function makeLevels(folder: string): Promise<void> {
  if (await lstat(folder).catch(() => undefined)) return;
  await makeLevels(dirname(folder));
  await mkdir(folder, { mode: MODE }).catch((error: unknown) => {
    const { code = 'an error' } = Object(error) as { readonly code?: string };
    if (code !== 'EEXIST') throw unusable(folder, `cannot be made: the disk answered ${code}`);
  });
}

const unusable = (folder: string, why: string): RekeyError =>
  new RekeyError('RK1009', `${folder} ${why}.`, { next: 'Name another folder with --out.' });

async function refuseForeign(folder: string, named: boolean): Promise<void> {
  const wrong = (why: string): RekeyError => unusable(folder, why);
  const found = await lstat(folder).catch(() => undefined);
  const writable = (path: string): Promise<boolean> =>
    access(path, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
  if (!found) {
    const above = await nearest(dirname(folder));
    if (!(await writable(above))) throw wrong(`cannot be made: ${above} may not be written`);
    return;
  }
  if (!named && found.isSymbolicLink()) throw wrong('is a link, and files are not written through one');
  if (!named && !found.isDirectory()) throw wrong('is no folder');
  if (!named && process.getuid !== undefined && found.uid !== process.getuid())
    throw wrong('belongs to another user');
  if (!(await writable(folder))) throw wrong('may not be written');
  const inside = await lstat(join(folder, 'evidence')).catch(() => undefined);
  if (inside && !inside.isDirectory()) throw wrong('holds an "evidence" that is no folder');
}

/** The nearest folder above that exists. */
async function nearest(folder: string): Promise<string> {
  const there = await lstat(folder).catch(() => undefined);
  return there || dirname(folder) === folder ? folder : nearest(dirname(folder));
}
