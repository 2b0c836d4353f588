import { createHmac, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type AugmentedRequest, ipKeyGenerator, type Options, rateLimit } from 'express-rate-limit';
import { clientAddress } from './client-address.ts';
import { HttpProblem } from './problem.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** All reporters together may send as much as so many of them alone. */
const REPORTERS = 25;
/** A mail may go to somebody who did not ask for it; nobody follows as often as a crowd reports. */
const REPORTS_PER_MAIL = 4;
/** For each report: some photos, a correction, answers. */
const CHANGES_PER_REPORT = 8;

/**
 * Limits how many reports are taken in an hour, of one reporter and of all. A reporter is known by
 * a keyed hash of their address (of an IPv6 address, its /56), whose key lives in this process alone
 * and changes daily: nobody can say later who it was, and nothing of it is stored or logged.
 * @param perHour of one reporter; 0 lifts it.
 */
export function reportLimit(perHour: number, now: () => number = Date.now): RequestHandler[] {
  if (perHour === 0) return [unlimited];
  return [
    limit(perHour, 'reports an hour are taken from one place', byAddress(now)),
    limit(perHour * REPORTERS, 'reports an hour are taken from all together', () => 'all'),
  ];
}

/**
 * Limits how often one place asks to follow, mistakes and all. What a link from a mail does is not
 * counted.
 * @param perHour as above.
 */
export function followLimit(perHour: number, now: () => number = Date.now): RequestHandler[] {
  if (perHour === 0) return [unlimited];
  const words = 'requests to follow an hour are taken from one place';
  return [atRoot(limit(perHour * CHANGES_PER_REPORT, words, byAddress(now)))];
}

/** Counts a request that leads to a mail. @throws HttpProblem 429 where it leads to none any more. */
export type MailLimit = (request: Request, response: Response) => Promise<void>;

/**
 * Limits how many mails that ask to confirm are asked for: of one place, and of all. A request is counted
 * once it is known to be lawful, so that a mistake costs nobody their mail.
 * @param perHour as above.
 */
export function mailLimit(perHour: number, now: () => number = Date.now): MailLimit {
  if (perHour === 0) return async () => {};
  const most = Math.ceil(perHour / REPORTS_PER_MAIL);
  const words = 'mails an hour are asked for';
  const limits = [
    limit(most, `${words} from one place`, byAddress(now)),
    limit(most * REPORTERS, `${words} from all together`, () => 'all'),
  ];
  return async (request, response) => {
    for (const limited of limits) {
      await new Promise<void>((resolve, reject) => {
        const next = (problem?: unknown): void => (problem ? reject(problem) : resolve());
        Promise.resolve(limited(request, response, next)).catch(reject);
      });
    }
  };
}

/** Limits how often one reporter changes, answers or illustrates reports. @param perHour as above. */
export function changeLimit(perHour: number, now: () => number = Date.now): RequestHandler[] {
  if (perHour === 0) return [unlimited];
  const most = perHour * CHANGES_PER_REPORT;
  return [limit(most, 'changes an hour are taken from one place', byAddress(now))];
}

/** @returns it for the path that it is used at, and for none below. */
function atRoot(limited: RequestHandler): RequestHandler {
  return (request, response, next) =>
    request.path === '/' ? limited(request, response, next) : next();
}

const unlimited: RequestHandler = (_request, _response, next) => next();

/**
 * Says only when it is reached: how many are left would tell whoever asks again and again when somebody
 * else reports, and `pk` of the RateLimit headers is made of the hash of the address.
 */
function limit(
  most: number,
  words: string,
  keyGenerator: NonNullable<Options['keyGenerator']>,
): RequestHandler {
  return rateLimit({
    windowMs: HOUR_MS,
    limit: most,
    standardHeaders: false,
    legacyHeaders: false,
    skip: (request) => request.method !== 'POST' && request.method !== 'PUT',
    keyGenerator,
    handler: (request, _response, next) => {
      const { resetTime } = (request as AugmentedRequest).rateLimit ?? {};
      const waitMs = resetTime === undefined ? HOUR_MS : resetTime.getTime() - Date.now();
      const seconds = String(Math.max(1, Math.ceil(waitMs / 1000)));
      const detail = `At most ${most} ${words}; try again later.`;
      next(new HttpProblem(429, detail, [], { 'Retry-After': seconds }));
    },
  });
}

function byAddress(now: () => number): NonNullable<Options['keyGenerator']> {
  let key = randomBytes(32);
  let until = now() + DAY_MS;
  return (request) => {
    if (now() >= until) {
      key = randomBytes(32);
      until = now() + DAY_MS;
    }
    const address = ipKeyGenerator(clientAddress(request));
    return createHmac('sha256', key).update(address).digest('base64url');
  };
}
