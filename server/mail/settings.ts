import { parseAddress } from '../domain/following/address.ts';
import type { SmtpSettings } from './smtp.ts';

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };
/** A name that needs no escaping in a header, or none; control characters least of all. */
const SENDER = /^(?:([\p{L}\p{M}\p{N} .,'’()·-]{1,80}?)\s*<([^<>]+)>|([^<>]+))$/u;

/** Reads SMTP_URL: smtp:// or smtps://, with a login where the mail server wants one. */
export function parseSmtp(text: string): Omit<SmtpSettings, 'from'> | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const usual = PORTS[protocol];
  if (usual === undefined || hostname === '' || !/^\/?$/.test(pathname + search + hash))
    return null;
  if ((username === '') !== (password === '')) return null;
  try {
    const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: port === '' ? usual : Number(port),
      isSecure: protocol === 'smtps:',
      login: user === '' ? null : { user, pass },
    };
  } catch {
    return null;
  }
}

/** Reads MAIL_FROM: an address, or a name and an address in angle brackets. */
export function parseSender(text: string): SmtpSettings['from'] | null {
  const match = SENDER.exec(text);
  if (!match) return null;
  const [, name = '', bracketed, bare = ''] = match;
  const address = parseAddress(bracketed ?? bare);
  return address === null ? null : { name, address };
}
