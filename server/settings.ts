import { resolve } from 'node:path';
import { basemapRefusal } from './basemap-file.ts';
import { parseSender, parseSmtp } from './mail/settings.ts';
import type { SmtpSettings } from './mail/smtp.ts';
import { parseTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';

/** What the host of a map decides. Read once at start from the environment; README lists them. */
export interface Settings {
  /** 0: any free port (for tests). */
  readonly port: number;
  readonly host: string;
  readonly database: { readonly driver: 'sqlite'; readonly path: string };
  /** Scheme, host and port that links are made with, no slash at the end; null: localhost and the port. */
  readonly publicUrl: string | null;
  /** What an empty database is filled with. */
  readonly seed: 'first' | 'none';
  /** Whether a moderator decides before a report is public. */
  readonly publish: 'reviewed' | 'immediate';
  /** Address of a MapLibre style to draw under the incidents; null: none. */
  readonly basemapStyleUrl: string | null;
  /** Path of a PMTiles file to serve and draw; null: none. */
  readonly basemapPmtiles: string | null;
  /** For one reporter; 0 lifts every limit on reports. */
  readonly reportsPerHour: number;
  /** Proxies that say for whom they ask, so that limits know reporters apart; null: none. */
  readonly trustedProxies: TrustedProxies | null;
  /** Rejected, withdrawn and merged reports are erased so many days after that. */
  readonly retentionDays: number;
  /** What sends mails to followers; null: nobody can follow by e-mail. */
  readonly smtp: SmtpSettings | null;
  /** Path of the file with the key under which followers are sealed; null: beside the database. */
  readonly followingKeyFile: string | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One or more settings that cannot be used. `lines` says for each what was received and is accepted. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/**
 * @param environment names and values, such as `process.env`; what is empty counts as not set.
 * @throws SettingsError that names every wrong setting, not only the first.
 */
export function readSettings(environment: Environment): Settings {
  const refused: string[] = [];
  function read<T>(
    name: string,
    fallback: T,
    parse: (text: string) => T | null,
    accepted: string | ((text: string) => string | null),
    shown: (text: string) => string = JSON.stringify,
  ): T {
    const text = environment[name]?.trim();
    if (text === undefined || text === '') return fallback;
    const value = parse(text);
    if (value !== null) return value;
    const expectation = typeof accepted === 'string' ? accepted : accepted(text);
    refused.push(`${name}: received ${shown(text)}; ${expectation}`);
    return fallback;
  }

  function readSmtp(): SmtpSettings | null {
    const server = read<ReturnType<typeof parseSmtp>>(
      'SMTP_URL',
      null,
      parseSmtp,
      'accepted is smtp:// or smtps:// and a host, such as smtp://name:password@mail.example.org:587.',
      schemeOnly,
    );
    const from = read<SmtpSettings['from'] | null>(
      'MAIL_FROM',
      null,
      parseSender,
      'accepted is an e-mail address, or a name and an address, such as Incident map <map@example.org>.',
      () => 'a text that is neither',
    );
    if (!server) return null;
    for (const name of ['MAIL_FROM', 'PUBLIC_URL']) {
      if (environment[name]?.trim()) continue;
      refused.push(`${name}: is not set; mails to followers need it where SMTP_URL is set.`);
    }
    return from && { ...server, from };
  }

  const settings: Settings = {
    port: read('PORT', 3000, parsePort, 'accepted is a whole number from 0 to 65535.'),
    host: read(
      'HOST',
      '127.0.0.1',
      (text) => (/^[A-Za-z0-9.:_-]+$/.test(text) ? text : null),
      'accepted is a host name or an IP address, such as 127.0.0.1 or 0.0.0.0.',
    ),
    database: read<Settings['database']>(
      'DATABASE_URL',
      { driver: 'sqlite', path: 'var/incidents.db' },
      parseDatabase,
      (text) =>
        /^postgres(ql)?:/.test(text)
          ? 'not yet: this version speaks sqlite: (such as sqlite:var/incidents.db).'
          : 'accepted is sqlite: and the path of a file, such as sqlite:var/incidents.db.',
      schemeOnly,
    ),
    publicUrl: read<string | null>(
      'PUBLIC_URL',
      null,
      parseOrigin,
      'accepted is http:// or https:// and a host, without a path, such as https://map.example.org.',
      schemeOnly,
    ),
    seed: read('SEED', 'first', oneOf('first', 'none'), 'accepted is first or none.'),
    publish: read(
      'PUBLISH',
      'reviewed',
      oneOf('reviewed', 'immediate'),
      'accepted is reviewed, or immediate for closed groups.',
    ),
    basemapStyleUrl: read<string | null>(
      'BASEMAP_STYLE_URL',
      null,
      (text) => (URL.canParse(text) && /^https?:/.test(text) ? new URL(text).href : null),
      'accepted is the address of a MapLibre style, http:// or https://.',
      schemeOnly,
    ),
    basemapPmtiles: read<string | null>(
      'BASEMAP_PMTILES',
      null,
      (text) => (basemapRefusal(text) === null ? resolve(text) : null),
      basemapRefusal,
    ),
    reportsPerHour: read(
      'REPORTS_PER_HOUR',
      20,
      parseCount,
      'accepted is a whole number from 0 (no limit, for tests) to 1000000.',
    ),
    trustedProxies: read<TrustedProxies | null>(
      'TRUST_PROXY',
      null,
      parseTrustedProxies,
      'accepted is how many proxies stand before this server, from 1 to 10, or their addresses with commas between, such as 10.0.0.5, 192.168.7.0/24, loopback.',
    ),
    retentionDays: read(
      'RETENTION_DAYS',
      30,
      parseDays,
      'accepted is a whole number of days from 1 to 3650.',
    ),
    smtp: readSmtp(),
    followingKeyFile: read<string | null>(
      'FOLLOWING_KEY_FILE',
      null,
      (text) => (text.includes('\0') ? null : resolve(text)),
      'accepted is the path of a file, which is made where it is not there.',
    ),
  };
  if (refused.length > 0) throw new SettingsError(refused);
  return settings;
}

function parsePort(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null;
}

function parseCount(text: string): number | null {
  return /^\d{1,7}$/.test(text) && Number(text) <= 1_000_000 ? Number(text) : null;
}

function parseDays(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 3650 ? Number(text) : null;
}

function parseDatabase(text: string): Settings['database'] | null {
  const path = /^sqlite:(.+)$/.exec(text)?.[1];
  // A database in memory, or a URI of SQLite's own, would differ from connection to connection.
  if (path === undefined || path.startsWith(':') || /^file:/i.test(path)) return null;
  return path.includes('\0') ? null : { driver: 'sqlite', path: path.replace(/^\/\/(?=\/)/, '') };
}

function parseOrigin(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isBare = url.pathname === '/' && !/[?#]/.test(text) && !url.username && !url.password;
  return /^https?:$/.test(url.protocol) && isBare ? url.origin : null;
}

function oneOf<const T extends string>(...accepted: T[]): (text: string) => T | null {
  return (text) => accepted.find((value) => value === text) ?? null;
}

/** The rest of an address may hold a password, which belongs in no terminal and no log. */
function schemeOnly(text: string): string {
  const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.exec(text)?.[0];
  return scheme === undefined ? 'a text without a scheme' : `"${scheme}…"`;
}
