import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RekeyError } from '../domain/errors';
import type { Files } from '../domain/ports';

/** The disk. Every file appears whole: it is written beside its place, flushed, and then linked or renamed into it. */
export function diskFiles(): Files {
  return {
    read: async (path) => absentIs(undefined, () => readFile(path, 'utf8')),
    list: async (path) => {
      const names = await absentIs<string[]>([], () => readdir(path));
      return names.filter((name) => !name.startsWith('.')).sort();
    },
    create: async (path, content) => beside(path, content, (draft) => linkIfAbsent(draft, path)),
    write: async (path, content) => beside(path, content, (draft) => rename(draft, path)),
  };
}

async function beside<T>(path: string, content: string, place: (draft: string) => Promise<T>): Promise<T> {
  const draft = join(dirname(path), `.${randomUUID()}`);
  return sayingWhich(async () => {
    await mkdir(dirname(path), { recursive: true });
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
      } finally {
        await file.close();
      }
      return await place(draft);
    } finally {
      await rm(draft, { force: true });
    }
  });
}

/** A hard link fails when the name is taken, so of several writers exactly one wins. */
async function linkIfAbsent(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function absentIs<T>(otherwise: T, read: () => Promise<T>): Promise<T> {
  return sayingWhich(async () => {
    try {
      return await read();
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return otherwise;
      throw error;
    }
  });
}

async function sayingWhich<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw diskError(error);
  }
}

/** Without the path, which may tell what is nobody's business. */
export function diskError(error: unknown): RekeyError {
  return new RekeyError('RK7007', `The disk answered ${codeOf(error)}.`, {
    next: 'Check that the directory exists, may be written and has room.',
  });
}

/** Not by `instanceof`: an error of Node may come from another realm. */
function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : 'an error';
}
