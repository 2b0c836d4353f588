import { createHmac, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpProblem } from './problem.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * Limits how many reports one reporter sends in an hour. A reporter is known by a keyed hash of
 * their address (of an IPv6 address, its /56), whose key lives in this process alone and changes
 * daily: nobody can say later who it was, and nothing of it is stored or logged.
 * @param perHour 0 lifts it.
 */
export function reportLimit(perHour: number, now: () => number = Date.now): RequestHandler {
  if (perHour === 0) return (_request, _response, next) => next();
  const hash = dailyHash(now);
  return rateLimit({
    windowMs: HOUR_MS,
    limit: perHour,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: 'reports',
    skip: (request) => request.method !== 'POST',
    keyGenerator: (request) => hash(ipKeyGenerator(request.socket.remoteAddress ?? '')),
    handler: (_request, response, next) => {
      const seconds = String(response.getHeader('Retry-After') ?? HOUR_MS / 1000);
      const detail = `At most ${perHour} reports an hour are taken from one place; try again later.`;
      next(new HttpProblem(429, detail, [], { 'Retry-After': seconds }));
    },
  });
}

function dailyHash(now: () => number): (address: string) => string {
  let key = randomBytes(32);
  let until = now() + DAY_MS;
  return (address) => {
    if (now() >= until) {
      key = randomBytes(32);
      until = now() + DAY_MS;
    }
    return createHmac('sha256', key).update(address).digest('base64url');
  };
}
