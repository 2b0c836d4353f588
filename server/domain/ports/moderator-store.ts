import type { Role } from '../roles.ts';

export interface Moderator {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
}

/** A moderator by the session that a request carries. */
export interface SignedIn extends Moderator {
  readonly sessionId: string;
}

export interface Person extends Moderator {
  /** Someone who is not active cannot sign in; what they did keeps their name. */
  readonly active: boolean;
  /** How many hold now. */
  readonly sessions: number;
}

export interface NewSession {
  /** SHA-256 (hex) of the secret that the cookie carries. */
  readonly hash: string;
  /** By which the session is seen and ended; it opens nothing. */
  readonly id: string;
  /** A day, 2026-01-14. */
  readonly startedOn: string;
  readonly expiresAt: number;
}

export type Session = Omit<NewSession, 'hash'>;

export interface Invitation {
  readonly name: string;
  /** Null: as they are; someone new is a moderator, and an administrator where there is none. */
  readonly role: Role | null;
  readonly linkHash: string;
  readonly linkExpiresAt: number;
}

/** What an invitation came to. */
export type Invited =
  | {
      readonly why: null;
      /** As it was written when the person was first invited. */
      readonly name: string;
      readonly role: Role;
      readonly was: 'nobody' | 'inactive' | 'active';
    }
  /** They are here, in another role than was asked for; nothing was done. */
  | { readonly why: 'other_role'; readonly name: string; readonly role: Role };

/** Who acts on people, and when. */
export interface By {
  readonly name: string;
  readonly at: number;
}

export type PersonChange = { readonly role: Role } | { readonly active: false };

/**
 * Keeps who works behind the map, their one-time links and their sessions, all secrets as SHA-256
 * (hex). Times in ms. Each act is told to the audit log in its own transaction.
 */
export interface ModeratorStore {
  /**
   * Gives a name a link, and makes the person where the name is new or was not active any more.
   * Links that they had before no longer hold. A name is one however it is written (`personNamed`).
   */
  invite(invitation: Invitation, by: By): Promise<Invited>;
  /** Uses a link up and opens a session in one transaction. */
  redeemLink(
    linkHash: string,
    session: NewSession,
    now: number,
  ): Promise<Moderator | 'unknown' | 'used'>;

  bySession(sessionHash: string, now: number): Promise<SignedIn | null>;
  sessionsOf(moderatorId: number, now: number): Promise<readonly Session[]>;
  endSession(sessionHash: string, now: number): Promise<void>;
  /** Ends a session of the moderator's own. @returns whether there was one. */
  endOwnSession(moderator: Moderator, sessionId: string, now: number): Promise<boolean>;

  /** Everyone who was ever invited, in the order in which they were. */
  people(now: number): Promise<readonly Person[]>;
  /**
   * Gives another role, or makes someone inactive: their links, passkeys and passphrase are gone
   * then. Either ends their sessions.
   */
  change(
    personId: number,
    change: PersonChange,
    by: By,
  ): Promise<'done' | 'unknown' | 'last_administrator'>;
  /** @returns how many sessions were ended; null where there is no such person. */
  endSessionsOf(personId: number, by: By): Promise<number | null>;
}
