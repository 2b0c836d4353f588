import { createHash } from 'node:crypto';
import type { PageEnd } from '../domain/ports/incident-store.ts';

/**
 * A cursor says where the next page begins: opaque to clients, base64url of
 *
 *     version  occurredAt           id          check
 *     1 byte   8 bytes (float64)    1–80 bytes  4 bytes of SHA-256 over all before
 *
 * It holds nothing secret and grants nothing; the check tells a whole one from a mangled one.
 */
const VERSION = 1;
const CHECK_BYTES = 4;
const ID_START = 9;
const LONGEST = 200;

export function writeCursor(end: PageEnd): string {
  const head = Buffer.alloc(ID_START);
  head.writeUInt8(VERSION);
  head.writeDoubleBE(end.occurredAt, 1);
  const content = Buffer.concat([head, Buffer.from(end.id)]);
  return Buffer.concat([content, check(content)]).toString('base64url');
}

/** @returns null for anything that `writeCursor` did not write. */
export function readCursor(text: string): PageEnd | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const content = bytes.subarray(0, -CHECK_BYTES);
  if (content.length <= ID_START || content[0] !== VERSION) return null;
  if (!check(content).equals(bytes.subarray(-CHECK_BYTES))) return null;
  // Base64 has more than one spelling for some bytes; only the canonical one is ours.
  if (bytes.toString('base64url') !== text) return null;
  const occurredAt = content.readDoubleBE(1);
  const id = content.subarray(ID_START).toString();
  return Number.isFinite(occurredAt) && /^[a-z0-9][a-z0-9-]{0,79}$/.test(id)
    ? { occurredAt, id }
    : null;
}

function check(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest().subarray(0, CHECK_BYTES);
}
