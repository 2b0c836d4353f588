import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * scrypt (RFC 7914) at one of the strengths that OWASP's Password Storage Cheat Sheet asks for as a
 * minimum: N = 2^15, r = 8, p = 3, which takes 32 MiB and about a quarter of a second.
 */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MOST_MEMORY_BYTES = 64 * 2 ** 20;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const STORED = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** @returns the passphrase as it is stored: `scrypt$N$r$p$salt$key`, with a salt of its own. */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(passphrase, salt, COST, KEY_BYTES);
  const { N, r, p } = COST;
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/**
 * @param stored null, for someone unknown, takes the same time as a wrong passphrase.
 * @returns whether it is the passphrase that was stored.
 */
export async function isPassphrase(passphrase: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt, key] = STORED.exec(stored ?? NOBODY) ?? [];
  if (salt === undefined || key === undefined) return false;
  const expected = Buffer.from(key, 'base64url');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const derived = await derive(passphrase, Buffer.from(salt, 'base64url'), cost, expected.length);
  return timingSafeEqual(derived, expected) && stored !== null;
}

const NOBODY = [
  'scrypt',
  COST.N,
  COST.r,
  COST.p,
  randomBytes(SALT_BYTES).toString('base64url'),
  randomBytes(KEY_BYTES).toString('base64url'),
].join('$');

/** The one that runs now: another waits, so that many attempts take neither memory nor all threads. */
let last: Promise<unknown> = Promise.resolve();

function derive(
  passphrase: string,
  salt: Buffer,
  cost: { N: number; r: number; p: number },
  bytes: number,
): Promise<Buffer> {
  const next = last.then(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        // One letter may be written in several ways (é, e with an accent); keyboards differ.
        const text = passphrase.normalize('NFKC');
        scrypt(text, salt, bytes, { ...cost, maxmem: MOST_MEMORY_BYTES }, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );
  last = next.catch(() => undefined);
  return next;
}
