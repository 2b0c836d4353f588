import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FollowingKey, KEY_BYTES } from './domain/following/key.ts';

/** The key file cannot be used; the message names it and says what to do. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

const TEXT = new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((KEY_BYTES * 4) / 3)}}$`);

/**
 * Reads the key under which followers are sealed. It lies in a file of its own, that only this user
 * may read, so that whoever gets hold of the database, or of a backup of it, has nobody's address.
 * @param makesIt makes a new one where there is none.
 * @returns null where there is none.
 * @throws KeyFileError for a file that holds no key, or that others may read.
 */
export async function readKeyFile(path: string, makesIt: boolean): Promise<FollowingKey | null> {
  const text = (await textOf(path)) ?? (makesIt ? await makeKey(path) : null);
  if (text === null) return null;
  if (TEXT.test(text.trim())) return new FollowingKey(Buffer.from(text.trim(), 'base64url'));
  throw new KeyFileError(
    `Key file ${path}: holds no key of this map. Restore it from where you keep a copy, or move it away: a new one is made, and who follows by e-mail now gets no more mail.`,
  );
}

async function textOf(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) {
      throw new KeyFileError(
        `Key file ${path}: others than its owner may read it (mode ${(mode & 0o777).toString(8)}). Take that away: chmod 600 ${path}`,
      );
    }
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function makeKey(path: string): Promise<string> {
  const text = randomBytes(KEY_BYTES).toString('base64url');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, `${text}\n`, { mode: 0o600, flag: 'wx' });
  return text;
}
