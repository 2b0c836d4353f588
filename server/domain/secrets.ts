import { createHash } from 'node:crypto';
import type { Surroundings } from './surroundings.ts';

const TOKEN_BYTES = 32;
/** As many as twelve words of BIP 39 stand for, so that a reporter can write theirs down. */
const REPORT_TOKEN_BYTES = 16;
const ID_BYTES = 8;

/** @returns 43 characters of base64url: the only copy, since stores keep its hash alone. */
export function newToken({ randomBytes }: Pick<Surroundings, 'randomBytes'>): string {
  return Buffer.from(randomBytes(TOKEN_BYTES)).toString('base64url');
}

/** @returns 22 characters of base64url: a reporter's only key to their report. */
export function newReportToken({ randomBytes }: Pick<Surroundings, 'randomBytes'>): string {
  return Buffer.from(randomBytes(REPORT_TOKEN_BYTES)).toString('base64url');
}

/**
 * A token is 128 random bits or more, so a plain SHA-256 is enough: there is nothing to guess from. Looking
 * the hash up leaks no time that says how much of a token is right.
 * @returns SHA-256 in hex.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** @returns 16 hexadecimal digits that say nothing of when or in what order they were given. */
export function newId({ randomBytes }: Pick<Surroundings, 'randomBytes'>): string {
  return Buffer.from(randomBytes(ID_BYTES)).toString('hex');
}
