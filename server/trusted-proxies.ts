import { isIP } from 'node:net';

/**
 * The reverse proxies whose word on where a request comes from is taken: how many stand before the
 * server, or their addresses, as Express's `trust proxy` has them.
 */
export type TrustedProxies = number | readonly string[];

const NAMED = ['loopback', 'linklocal', 'uniquelocal'];
const MOST_PROXIES = 10;

/** @returns null for what is neither a number of proxies nor a list of addresses and subnets. */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d+$/.test(text)) {
    const count = Number(text);
    return count >= 1 && count <= MOST_PROXIES ? count : null;
  }
  const entries = text.split(',').map((entry) => entry.trim());
  return entries.every(isTrustable) ? entries : null;
}

/** A subnet of no bits would be everyone, who could then say to be anyone. */
function isTrustable(entry: string): boolean {
  if (NAMED.includes(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || address.includes('%')) return false;
  if (bits === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128);
}
