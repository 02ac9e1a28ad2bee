import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { diskFiles } from '../../src/runtime/files';
import { codeOf } from '../support/codeOf';

const root = mkdtempSync(join(tmpdir(), 'rekey-files-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('files on disk', () => {
  const files = diskFiles();

  it('are made once, with the directories above them, for the user alone', async () => {
    const path = join(root, 'a/b/c.json');
    expect(await files.create(path, 'one')).toBe(true);
    expect(await files.create(path, 'two')).toBe(false);
    expect(await files.read(path)).toBe('one');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are replaced whole, and leave nothing behind', async () => {
    const path = join(root, 'page');
    await files.write(path, 'one');
    await files.write(path, 'two');
    expect(await files.read(path)).toBe('two');
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('are made by exactly one of many at once', async () => {
    const path = join(root, 'race');
    const won = await Promise.all(Array.from({ length: 10 }, (_, at) => files.create(path, String(at))));
    expect(won.filter(Boolean).length).toBe(1);
    expect(await files.read(path)).toBe(String(won.indexOf(true)));
  });

  it('are listed in order; what is not there is empty', async () => {
    await files.create(join(root, 'list/b'), '');
    await files.create(join(root, 'list/a'), '');
    expect(await files.list(join(root, 'list'))).toEqual(['a', 'b']);
    expect(await files.list(join(root, 'nothing'))).toEqual([]);
    expect(await files.read(join(root, 'nothing'))).toBeUndefined();
  });

  it('say what is wrong without showing a path', async () => {
    writeFileSync(join(root, 'file'), '');
    expect(await codeOf(files.create(join(root, 'file/below'), 'x'))).toBe('RK7007');
  });
});
