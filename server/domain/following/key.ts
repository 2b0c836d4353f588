import { createHmac, hkdfSync } from 'node:crypto';
import { openSealed, seal } from '../sealed.ts';
import type { FollowedFilter } from './filter.ts';
import type { MailLanguage } from './words/words.ts';

export const KEY_BYTES = 32;

/** What is known of a follower: never stored but sealed. */
export interface Followed {
  readonly address: string;
  readonly filter: FollowedFilter;
  readonly language: MailLanguage;
}

/** A sealed text is so long, or a power of two times that: its length does not tell the area's shape. */
const SHORTEST_BYTES = 512;

/**
 * The key that is kept apart from the database. Without it, what the database holds of followers is
 * random bytes. Three keys come of it (HKDF, RFC 5869), so that a token in a mail tells nothing else.
 */
export class FollowingKey {
  readonly #key: Uint8Array;

  /** @param key of 32 bytes that nobody can guess. */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** @param id of the follower: what is sealed for one does not open for another. */
  seal(id: string, followed: Followed): Buffer {
    const text = JSON.stringify(followed);
    const length = Buffer.byteLength(text);
    let padded = SHORTEST_BYTES;
    while (padded < length) padded *= 2;
    return seal(this.#derived('seal'), text + ' '.repeat(padded - length), id);
  }

  /** @returns null where it was sealed by another key, or altered. */
  open(id: string, sealed: Uint8Array): Followed | null {
    try {
      return JSON.parse(openSealed(this.#derived('seal'), sealed, id));
    } catch {
      return null;
    }
  }

  /**
   * A follower's token is made of the id each time it is needed, since the database has its hash alone.
   * @returns 43 characters of base64url.
   */
  tokenOf(id: string): string {
    return this.#mac('token', id);
  }

  /** @returns the same for the same mail sent again, so that a mailbox shows it once. */
  messageIdOf(id: string, mail: string): string {
    return this.#mac('message', `${id} ${mail}`);
  }

  #mac(purpose: string, text: string): string {
    return createHmac('sha256', this.#derived(purpose)).update(text).digest('base64url');
  }

  #derived(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, '', `following ${purpose}`, KEY_BYTES));
  }
}
