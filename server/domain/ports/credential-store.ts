import type { Moderator, NewSession } from './moderator-store.ts';

export interface Passkey {
  /** By which its owner sees and deletes it. */
  readonly id: string;
  /** As the authenticator chose it, base64url. */
  readonly credentialId: string;
  /** COSE key. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** Signatures that it has made, as far as it counts them; 0: it doesn't. */
  readonly counter: number;
  /** How a browser may reach it: usb, internal, hybrid … */
  readonly transports: readonly string[];
  /** A day, 2026-01-14. */
  readonly addedOn: string;
}

export interface OwnedPasskey extends Passkey {
  readonly owner: Moderator;
  /** What the passkey calls its owner, base64url. */
  readonly handle: string;
}

/**
 * Keeps what active moderators sign in with: passkeys, and a passphrase as it was hashed. Times in
 * ms. Each act is told to the audit log in its own transaction.
 */
export interface CredentialStore {
  /** @returns the owner and the hash; null where the name is unknown, inactive or has none. */
  passphraseOf(name: string): Promise<{ owner: Moderator; hash: string } | null>;
  hasPassphrase(moderatorId: number): Promise<boolean>;
  /** Sets a passphrase, and ends the owner's other sessions. @param sessionId the one that stays. */
  setPassphrase(owner: Moderator, hash: string, sessionId: string, now: number): Promise<void>;
  /** Opens a session of who proved who they are. @returns false where they are no longer active. */
  signInByPassphrase(owner: Moderator, session: NewSession, now: number): Promise<boolean>;

  /** @returns what passkeys call this moderator: `fresh` the first time. */
  passkeyHandle(moderatorId: number, fresh: string): Promise<string>;
  passkeysOf(moderatorId: number): Promise<readonly Passkey[]>;
  passkey(credentialId: string): Promise<OwnedPasskey | null>;
  /** @returns false where the credential is known already. */
  addPasskey(owner: Moderator, passkey: Passkey, now: number): Promise<boolean>;
  /** @returns whether the moderator had it. */
  deletePasskey(owner: Moderator, id: string, now: number): Promise<boolean>;
  /**
   * Opens a session of who signed with a passkey.
   * @param counter as signed. One that has not risen since tells of a copied key.
   * @returns false where it has not risen, or the passkey or its owner is gone.
   */
  signInByPasskey(
    passkey: OwnedPasskey,
    counter: number,
    session: NewSession,
    now: number,
  ): Promise<boolean>;
}
