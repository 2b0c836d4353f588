import { createCipheriv, createDecipheriv, randomBytes as nonceBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a text by AES-256-GCM (NIST SP 800-38D).
 * @param key 32 bytes.
 * @param bound what it belongs to: it opens nowhere else, and is not in what comes back.
 * @returns nonce, tag and ciphertext.
 */
export function seal(key: Uint8Array, text: string, bound = ''): Buffer {
  const nonce = nonceBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error where it was sealed by another key, belongs elsewhere, or was altered. */
export function openSealed(key: Uint8Array, sealed: Uint8Array, bound = ''): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}
