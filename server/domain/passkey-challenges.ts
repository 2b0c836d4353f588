import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const LIFETIME_MS = 5 * 60_000;
const RANDOM_BYTES = 16;
const TIME_BYTES = 8;
const MARK_BYTES = 16;
const MARKED_BYTES = RANDOM_BYTES + TIME_BYTES;

/**
 * What a passkey signs, good once for five minutes:
 *
 *     random     good until      mark
 *     16 bytes   8 bytes (ms)    16 bytes of HMAC-SHA-256 over purpose and all before
 *
 * The mark's key lives in memory. So whoever asks for challenges by the million fills nothing and
 * drives nobody else's out; what is remembered are those that signed somebody in.
 */
export class PasskeyChallenges {
  readonly #key = randomBytes(32);
  /** When each that was used would have ended. */
  readonly #used = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** @param purpose what it is good for: a challenge for one thing is none for another. */
  issue(purpose: string): Uint8Array<ArrayBuffer> {
    const challenge = Buffer.alloc(MARKED_BYTES);
    randomBytes(RANDOM_BYTES).copy(challenge);
    challenge.writeBigUInt64BE(BigInt(this.now() + LIFETIME_MS), RANDOM_BYTES);
    return new Uint8Array(Buffer.concat([challenge, this.#mark(challenge, purpose)]));
  }

  /** @param challenge base64url. @returns whether it was issued for this, and neither ended nor used. */
  isGood(challenge: string, purpose: string): boolean {
    const bytes = Buffer.from(challenge, 'base64url');
    if (bytes.length !== MARKED_BYTES + MARK_BYTES) return false;
    const marked = bytes.subarray(0, MARKED_BYTES);
    const mark = this.#mark(marked, purpose);
    return (
      timingSafeEqual(mark, bytes.subarray(MARKED_BYTES)) &&
      endOf(bytes) > this.now() &&
      !this.#used.has(bytes.toString('base64url'))
    );
  }

  /** Uses a good challenge up. @returns false where another request has done so meanwhile. */
  use(challenge: string): boolean {
    for (const [used, end] of this.#used) if (end <= this.now()) this.#used.delete(used);
    const bytes = Buffer.from(challenge, 'base64url');
    const name = bytes.toString('base64url');
    if (this.#used.has(name)) return false;
    this.#used.set(name, endOf(bytes));
    return true;
  }

  #mark(marked: Buffer, purpose: string): Buffer {
    return createHmac('sha256', this.#key)
      .update(`${purpose}\n`)
      .update(marked)
      .digest()
      .subarray(0, MARK_BYTES);
  }
}

function endOf(challenge: Buffer): number {
  return Number(challenge.readBigUInt64BE(RANDOM_BYTES));
}
