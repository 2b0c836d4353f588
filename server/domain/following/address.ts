import { domainToASCII } from 'node:url';

/** RFC 5321 §4.5.3.1: 64 before the @, and a path of 256 with its brackets. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** A dot-string (RFC 5321 §4.1.2). No quotes, so that nothing in it means anything to a header. */
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** Letters of any script; what else a URL's host would be cut at or decoded from is refused. */
const LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;
/** Names of at least two labels, whose last is no number: no address of a machine. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads an e-mail address strictly: what is accepted can stand in a header and in SMTP as it is.
 * @returns it with its domain in ASCII (IDNA) and lower case; null for anything else.
 */
export function parseAddress(text: string): string | null {
  if (text.length > LONGEST) return null;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const name = text.slice(at + 1);
  if (!LETTERS.test(name)) return null;
  const domain = domainToASCII(name).toLowerCase();
  const address = `${local}@${domain}`;
  const isAddress = at > 0 && local.length <= LONGEST_LOCAL && LOCAL.test(local);
  return isAddress && DOMAIN.test(domain) && address.length <= LONGEST ? address : null;
}
