import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';

/** New with each start, since a database may be exchanged, or the answers' form change, between two. */
const run = randomBytes(6).toString('base64url');

/**
 * Marks an answer as of a revision of the data: a browser may keep it, and asks whether it still
 * holds before using it (RFC 9111 §5.2.2.4). The tag is weak: `timeStamp` differs.
 * @returns true where the client has it already: answered with 304.
 */
export function isNotModified(request: Request, response: Response, revision: number): boolean {
  const tag = entityTag(revision);
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'no-cache');
  response.vary('Accept-Encoding');
  if (!isNamed(tag, request.headers['if-none-match'])) return false;
  response.status(304).end();
  return true;
}

/** The tag of everything that is made of one revision of the data. */
export function entityTag(revision: number): string {
  return `W/"${run}-${revision}"`;
}

/** Compares weakly (RFC 9110 §8.8.3.2, §13.1.2). Tags of others may hold commas; ours holds none. */
export function isNamed(tag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const bare = tag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((part) => part.trim().replace(/^W\//, '') === bare);
}
