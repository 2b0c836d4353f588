import { z } from 'zod';
import { centralDate } from '../../data/time/central.ts';
import type {
  By,
  Invited,
  Moderator,
  ModeratorStore,
  NewSession,
  SignedIn,
} from './ports/moderator-store.ts';
import type { Role } from './roles.ts';
import { hashToken, newId, newToken } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';

const HOUR_MS = 3_600_000;
export const LINK_HOURS = 24;
export const SESSION_HOURS = 12;

/** Longer texts are no tokens of ours, and need not be hashed to know it. */
const TOKEN = /^[\w-]{43}$/;

export const linkSignIn = z.strictObject({
  token: z.string({ error: 'Expected the part of the link after the #.' }).max(200),
});

interface Context {
  readonly moderators: ModeratorStore;
  readonly surroundings: Surroundings;
}

export type InvitedByLink =
  | (Extract<Invited, { why: null }> & { readonly token: string })
  | Exclude<Invited, { why: null }>;

/**
 * @param role null: as they are; see `Invitation`.
 * @returns the secret of a link that signs this moderator in once within 24 hours, and who they are.
 */
export async function inviteModerator(
  { name, role }: { readonly name: string; readonly role: Role | null },
  by: By,
  { moderators, surroundings }: Context,
): Promise<InvitedByLink> {
  const token = newToken(surroundings);
  const linkExpiresAt = by.at + LINK_HOURS * HOUR_MS;
  const invited = await moderators.invite(
    { name, role, linkHash: hashToken(token), linkExpiresAt },
    by,
  );
  return invited.why === null ? { ...invited, token } : invited;
}

/** A session that is not stored yet, and the secret that opens it. */
export function newSession(surroundings: Surroundings): { token: string; session: NewSession } {
  const now = surroundings.now();
  const token = newToken(surroundings);
  const session = {
    hash: hashToken(token),
    id: newId(surroundings),
    startedOn: centralDate(now),
    expiresAt: now + SESSION_HOURS * HOUR_MS,
  };
  return { token, session };
}

/** @returns the secret of a session of 12 hours; `used` is also said of a link that no longer holds. */
export async function signIn(
  linkToken: string,
  { moderators, surroundings }: Context,
): Promise<{ readonly token: string; readonly moderator: Moderator } | 'unknown' | 'used'> {
  if (!TOKEN.test(linkToken)) return 'unknown';
  const { token, session } = newSession(surroundings);
  const moderator = await moderators.redeemLink(hashToken(linkToken), session, surroundings.now());
  return typeof moderator === 'string' ? moderator : { token, moderator };
}

/** @returns who the session belongs to; null where there is none, or it has ended. */
export async function signedIn(token: string, context: Context): Promise<SignedIn | null> {
  if (!TOKEN.test(token)) return null;
  return context.moderators.bySession(hashToken(token), context.surroundings.now());
}

export async function signOut(token: string, { moderators, surroundings }: Context): Promise<void> {
  if (TOKEN.test(token)) await moderators.endSession(hashToken(token), surroundings.now());
}
