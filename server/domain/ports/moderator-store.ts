export interface Moderator {
  readonly id: number;
  readonly name: string;
}

/** Keeps moderators, their one-time links and sessions, all secrets as SHA-256 (hex). Times in ms. */
export interface ModeratorStore {
  /** Adds the moderator where the name is new, and a link for them. */
  addLink(name: string, linkHash: string, expiresAt: number): Promise<void>;
  /** Uses a link up and opens a session in one transaction. */
  redeemLink(
    linkHash: string,
    session: { hash: string; expiresAt: number },
    now: number,
  ): Promise<Moderator | 'unknown' | 'used'>;
  bySession(sessionHash: string, now: number): Promise<Moderator | null>;
  endSession(sessionHash: string): Promise<void>;
}
