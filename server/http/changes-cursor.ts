import type { ChangesEnd } from '../domain/ports/incident-history.ts';

const CURSOR = /^(-?\d{1,16})\.([01])\.(\d{1,16})\.([a-z0-9][a-z0-9-]{0,79})$/;
const LONGEST = 200;

/** Says where the next page of changes begins: opaque to clients, and grants nothing. */
export function writeChangesCursor({ at, source, rank, id }: ChangesEnd): string {
  return Buffer.from(`${at}.${source}.${rank}.${id}`).toString('base64url');
}

/** @returns null for anything that `writeChangesCursor` does not write. */
export function readChangesCursor(text: string): ChangesEnd | null {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) return null;
  const match = CURSOR.exec(Buffer.from(text, 'base64url').toString());
  if (!match) return null;
  const [, at, source, rank, id = ''] = match;
  const end: ChangesEnd = {
    at: Number(at),
    source: source === '1' ? 1 : 0,
    rank: Number(rank),
    id,
  };
  // Base64 has more than one spelling for some bytes; only the canonical one is ours.
  return writeChangesCursor(end) === text ? end : null;
}
