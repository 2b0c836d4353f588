import { z } from 'zod';
import { hashPassphrase, isPassphrase } from './passphrase.ts';
import type { PassphraseAttempts } from './passphrase-attempts.ts';
import { nameKey } from './people.ts';
import type { CredentialStore } from './ports/credential-store.ts';
import type { SignedIn } from './ports/moderator-store.ts';
import { newSession } from './sign-in.ts';
import type { Surroundings } from './surroundings.ts';

const LEAST = 12;
const MOST = 200;

export const passphraseRequest = z.strictObject({
  passphrase: z
    .string({ error: 'Expected a passphrase.' })
    .max(2 * MOST, { error: `Too long: at most ${MOST} characters.` })
    .refine((text) => [...text].length >= LEAST, {
      error: `Too short: at least ${LEAST} characters; a few words that belong together nowhere else.`,
    })
    .refine((text) => new Set(text).size >= LEAST / 2, {
      error: 'Too even: use more different characters.',
    }),
});

export const passphraseSignIn = z.strictObject({
  name: z.string({ error: 'Expected your name as a moderator.' }).trim().max(200),
  passphrase: z.string({ error: 'Expected your passphrase.' }).max(2 * MOST),
});

interface Context {
  readonly credentials: CredentialStore;
  readonly surroundings: Surroundings;
}

export async function setPassphrase(
  { sessionId, ...owner }: SignedIn,
  passphrase: string,
  { credentials, surroundings }: Context,
): Promise<void> {
  const hash = await hashPassphrase(passphrase);
  await credentials.setPassphrase(owner, hash, sessionId, surroundings.now());
}

/**
 * The same answer, after the same work, for a wrong passphrase, a name that has none and one that
 * nobody has.
 * @returns the secret of a session, `wrong`, or after how many ms another attempt is taken.
 */
export async function signInByPassphrase(
  { name, passphrase }: z.infer<typeof passphraseSignIn>,
  attempts: PassphraseAttempts,
  { credentials, surroundings }: Context,
): Promise<{ readonly token: string } | { readonly waitMs: number } | 'wrong'> {
  const key = nameKey(name);
  const waitMs = attempts.begin(key);
  if (waitMs > 0) return { waitMs };
  const known = await credentials.passphraseOf(name);
  const isRight = await isPassphrase(passphrase, known?.hash ?? null);
  const { token, session } = newSession(surroundings);
  if (
    known &&
    isRight &&
    (await credentials.signInByPassphrase(known.owner, session, surroundings.now()))
  ) {
    attempts.succeeded(key);
    return { token };
  }
  attempts.failed();
  return 'wrong';
}
