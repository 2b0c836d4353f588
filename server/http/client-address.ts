import { isIP } from 'node:net';
import type { Request } from 'express';

/**
 * Where a request comes from, through whichever proxies `TRUST_PROXY` names. It is good for one thing:
 * to be hashed with a key that lives in memory ([report-limit.ts](report-limit.ts)). It must not be
 * stored, logged or answered.
 * @returns an IP address; the proxy's own where what it passes on is none.
 */
export function clientAddress(request: Request): string {
  const told = withoutPort(request.ip ?? '');
  return isIP(told) > 0 ? told : (request.socket.remoteAddress ?? '');
}

/** Some proxies pass on `203.0.113.7:4711` and `[2001:db8::7]:4711`: a port makes nobody another. */
function withoutPort(text: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}
