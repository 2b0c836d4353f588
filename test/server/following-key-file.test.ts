import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KeyFileError, readKeyFile } from '../../server/following-key-file.ts';
import { temporaryFolder } from './store/temporary-folder.ts';

it('is made once, for this user alone, and read from then on', async () => {
  const path = join(await temporaryFolder(), 'deeper', 'following.key');
  expect(await readKeyFile(path, false)).toBeNull();
  const made = await readKeyFile(path, true);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/^[\w-]{43}\n$/);
  expect((await readKeyFile(path, true))?.tokenOf('a')).toBe(made?.tokenOf('a'));
  expect(await readFile(path, 'utf8')).toBe(text);
});

it('is refused where others may read it, with the command that mends it', async () => {
  const path = join(await temporaryFolder(), 'following.key');
  await readKeyFile(path, true);
  await chmod(path, 0o640);
  await expect(readKeyFile(path, true)).rejects.toThrow(
    `(mode 640). Take that away: chmod 600 ${path}`,
  );
});

it.each(['', 'a key', 'A'.repeat(42), 'A'.repeat(44)])(
  'is refused with “%s” in it',
  async (text) => {
    const path = join(await temporaryFolder(), 'following.key');
    await writeFile(path, text, { mode: 0o600 });
    await expect(readKeyFile(path, true)).rejects.toThrow(KeyFileError);
    expect(await readFile(path, 'utf8')).toBe(text);
  },
);
