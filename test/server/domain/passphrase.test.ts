import { expect, it } from 'vitest';
import { hashPassphrase, isPassphrase } from '../../../server/domain/passphrase.ts';

const PASSPHRASE = 'lake street in January';

it('keeps a passphrase as scrypt with its cost and a salt of its own', async () => {
  const [first, second] = [await hashPassphrase(PASSPHRASE), await hashPassphrase(PASSPHRASE)];
  expect(first).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
  expect(await isPassphrase(PASSPHRASE, first)).toBe(true);
  expect(await isPassphrase(PASSPHRASE, second)).toBe(true);
  expect(await isPassphrase(`${PASSPHRASE} `, first)).toBe(false);
});

it('knows one that was kept at another cost', async () => {
  // RFC 7914, §12: N = 1024, r = 8, p = 16 over "password" and "NaCl".
  const key = Buffer.from(
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162' +
      '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
    'hex',
  );
  const salt = Buffer.from('NaCl').toString('base64url');
  const stored = `scrypt$1024$8$16$${salt}$${key.toString('base64url')}`;
  expect(await isPassphrase('password', stored)).toBe(true);
  expect(await isPassphrase('Password', stored)).toBe(false);
});

it('is no passphrase of nobody, and none that cannot be read', async () => {
  expect(await isPassphrase(PASSPHRASE, null)).toBe(false);
  for (const stored of ['', 'scrypt', 'scrypt$1$8$1$$', PASSPHRASE]) {
    expect(await isPassphrase(PASSPHRASE, stored)).toBe(false);
  }
});
