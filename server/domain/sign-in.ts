import { z } from 'zod';
import type { Moderator, ModeratorStore } from './ports/moderator-store.ts';
import { hashToken, newToken } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';

const HOUR_MS = 3_600_000;
export const LINK_HOURS = 24;
export const SESSION_HOURS = 12;

/** Longer texts are no tokens of ours, and need not be hashed to know it. */
const TOKEN = /^[\w-]{43}$/;

export const signInRequest = z.strictObject({
  token: z.string({ error: 'Expected the part of the link after the #.' }).max(200),
});

interface Context {
  readonly moderators: ModeratorStore;
  readonly surroundings: Surroundings;
}

/** @returns the secret of a link that signs this moderator in once within 24 hours. */
export async function inviteModerator(name: string, context: Context): Promise<string> {
  const { moderators, surroundings } = context;
  const token = newToken(surroundings);
  const expiresAt = surroundings.now() + LINK_HOURS * HOUR_MS;
  await moderators.addLink(name, hashToken(token), expiresAt);
  return token;
}

/** @returns the secret of a session of 12 hours; `used` is also said of a link that has expired. */
export async function signIn(
  linkToken: string,
  context: Context,
): Promise<{ readonly token: string; readonly moderator: Moderator } | 'unknown' | 'used'> {
  if (!TOKEN.test(linkToken)) return 'unknown';
  const { moderators, surroundings } = context;
  const now = surroundings.now();
  const token = newToken(surroundings);
  const session = { hash: hashToken(token), expiresAt: now + SESSION_HOURS * HOUR_MS };
  const moderator = await moderators.redeemLink(hashToken(linkToken), session, now);
  return typeof moderator === 'string' ? moderator : { token, moderator };
}

/** @returns who the session belongs to; null where there is none, or it has ended. */
export async function signedIn(token: string, context: Context): Promise<Moderator | null> {
  if (!TOKEN.test(token)) return null;
  return context.moderators.bySession(hashToken(token), context.surroundings.now());
}

export async function signOut(token: string, context: Context): Promise<void> {
  if (TOKEN.test(token)) await context.moderators.endSession(hashToken(token));
}
