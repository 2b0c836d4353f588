/** A follower as stored: whom and what, only the key can tell, which is kept elsewhere. */
export interface StoredFollower {
  readonly id: string;
  readonly sealed: Uint8Array;
  /** `asked`: the confirmation is still to be sent; `mailed`: it was; `following`: it was confirmed. */
  readonly status: 'asked' | 'mailed' | 'following';
  /** The first day not yet told to them; null before they have confirmed. */
  readonly untold: string | null;
}

/** Days are of Minneapolis, 2026-01-14: nothing closer is kept of when a follower did what. */
export interface FollowerStore {
  /** @param askedOn the day on which somebody asked. */
  add(follower: {
    readonly id: string;
    readonly tokenHash: string;
    readonly sealed: Uint8Array;
    readonly askedOn: string;
  }): Promise<void>;
  /** @param askedSince who asked before it, and has not confirmed, is nobody any more. */
  byToken(tokenHash: string, askedSince: string): Promise<StoredFollower | null>;
  /** They follow from now on; for who does already, nothing changes. @param day from which on they are told. */
  confirm(id: string, day: string): Promise<void>;
  /** Takes them out of every byte on disk. */
  erase(ids: readonly string[]): Promise<void>;
  /** Takes out whoever asked before a day and has not confirmed. @returns how many. */
  eraseUnconfirmed(askedSince: string): Promise<number>;
  /** Who is still to be asked to confirm, by id. @param after an id; '' for the first. */
  toConfirm(after: string, limit: number): Promise<readonly StoredFollower[]>;
  mailed(id: string): Promise<void>;
  /** Who follows and has not been told of the days before `day`, by id. */
  due(day: string, after: string, limit: number): Promise<readonly StoredFollower[]>;
  /** Everything before `day` is told: by a mail that was taken, or since there is nothing to tell. */
  told(ids: readonly string[], day: string, how: 'mailed' | 'silent'): Promise<void>;
  /**
   * Their mail server says that there is no such address. The days before `day` count as told.
   * @param most so many times in a row, and the follower is erased.
   */
  refused(id: string, day: string, most: number): Promise<void>;
}
