import { createHmac, hkdfSync } from 'node:crypto';
import { openSealed, seal } from './sealed.ts';

/** What was answered to a report, as it is stored: nobody can open it without the key. */
export interface SealedAnswer {
  /** Finds it; hexadecimal. */
  readonly keyHash: string;
  /** Of the body that it answers; hexadecimal. */
  readonly bodyHash: string;
  readonly sealed: string;
}

/** An Idempotency-Key and what is made of it. The key itself is kept nowhere. */
export interface IdempotencyKey {
  readonly keyHash: string;
  bodyHash(body: unknown): string;
  seal(text: string): string;
  /** @throws Error where it was sealed by another key. */
  open(sealed: string): string;
}

const LONGEST = 255;
/** A string of RFC 9651 §3.3.3: printable ASCII, `\"` and `\\` escaped. */
const STRING = /^"((?:[ !#-[\]-~]|\\["\\])*)"$/;
/** What clients send that know nothing of structured fields: visible characters without quotes. */
const PLAIN = /^[!#-~]+$/;

/**
 * Reads the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header).
 * @returns null where it is empty, over 255 characters, or neither a string nor a plain token.
 */
export function readIdempotencyKey(header: string): IdempotencyKey | null {
  const quoted = STRING.exec(header)?.[1];
  const text = quoted?.replace(/\\(["\\])/g, '$1') ?? (PLAIN.test(header) ? header : '');
  return text === '' || text.length > LONGEST ? null : keyOf(text);
}

/** Three keys come of one (HKDF, RFC 5869), so that what is stored to find it opens nothing. */
function keyOf(text: string): IdempotencyKey {
  const derived = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', text, '', `idempotency ${purpose}`, 32));
  return {
    keyHash: derived('find').toString('hex'),
    bodyHash: (body) =>
      createHmac('sha256', derived('body')).update(JSON.stringify(body)).digest('hex'),
    seal: (plain) => seal(derived('seal'), plain).toString('base64'),
    open: (sealed) => openSealed(derived('seal'), Buffer.from(sealed, 'base64')),
  };
}
