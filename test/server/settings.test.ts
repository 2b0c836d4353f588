import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/settings.ts';
import { oneTileArchive } from '../e2e/basemap-archive.ts';
import { temporaryFolder } from './store/temporary-folder.ts';

function refusal(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.lines;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('needs nothing set', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      database: { driver: 'sqlite', path: 'var/incidents.db' },
      publicUrl: null,
      seed: 'first',
      publish: 'reviewed',
      basemapStyleUrl: null,
      basemapPmtiles: null,
      reportsPerHour: 20,
      retentionDays: 30,
      smtp: null,
      followingKeyFile: null,
      trustedProxies: null,
    });
  });

  it('takes every value that is accepted', () => {
    expect(
      readSettings({
        PORT: '8080',
        HOST: '::',
        DATABASE_URL: 'sqlite:/srv/map/incidents.db',
        PUBLIC_URL: 'https://Map.example.org/',
        SEED: 'none',
        PUBLISH: 'immediate',
        BASEMAP_STYLE_URL: 'https://tiles.example.org/style.json',
        REPORTS_PER_HOUR: '0',
        RETENTION_DAYS: '7',
        SMTP_URL: 'smtp://map:p%40ss@mail.example.org',
        MAIL_FROM: 'Incident map <map@Example.org>',
        FOLLOWING_KEY_FILE: '/etc/map/following.key',
        TRUST_PROXY: '10.0.0.5, fd00::/8,loopback',
      }),
    ).toEqual({
      port: 8080,
      host: '::',
      database: { driver: 'sqlite', path: '/srv/map/incidents.db' },
      publicUrl: 'https://map.example.org',
      seed: 'none',
      publish: 'immediate',
      basemapStyleUrl: 'https://tiles.example.org/style.json',
      basemapPmtiles: null,
      reportsPerHour: 0,
      retentionDays: 7,
      smtp: {
        host: 'mail.example.org',
        port: 587,
        isSecure: false,
        login: { user: 'map', pass: 'p@ss' },
        from: { name: 'Incident map', address: 'map@example.org' },
      },
      followingKeyFile: '/etc/map/following.key',
      trustedProxies: ['10.0.0.5', 'fd00::/8', 'loopback'],
    });
  });

  it('counts an empty value as not set', () => {
    expect(readSettings({ PORT: '', SEED: '  ' })).toEqual(readSettings({}));
  });

  it.each([
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, isSecure: false, login: null }],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, isSecure: true }],
    ['smtp://[::1]:25', { host: '::1', port: 25 }],
  ])('takes a mail server %s', (SMTP_URL, expected) => {
    const others = { MAIL_FROM: 'map@example.org', PUBLIC_URL: 'https://map.example.org' };
    expect(readSettings({ SMTP_URL, ...others }).smtp).toMatchObject(expected);
  });

  it('wants an address and a name of its own where it is to send mail', () => {
    const lines = refusal({ SMTP_URL: 'smtp://127.0.0.1' });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['MAIL_FROM', 'PUBLIC_URL']);
  });

  it.each([
    ['SMTP_URL', 'mail.example.org:25'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://name:hunter2@mail.example.org/path'],
    ['SMTP_URL', 'smtp://name@mail.example.org'],
    ['MAIL_FROM', 'map'],
    ['MAIL_FROM', 'Map <map@example.org>\r\nBcc: x@example.org'],
    ['MAIL_FROM', 'a@example.org, b@example.org'],
  ])('refuses %s=%s by name, and repeats none of it', (name, value) => {
    const others = { MAIL_FROM: 'map@example.org', PUBLIC_URL: 'https://map.example.org' };
    const lines = refusal({ ...others, [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name}: received .*; accepted is `));
    expect(lines[0]).not.toMatch(/hunter2|Bcc|mail\.example\.org:25/);
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'http://localhost'],
    ['SEED', 'second'],
    ['PUBLISH', 'Reviewed'],
    ['TRUST_PROXY', '0'],
    ['TRUST_PROXY', '11'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', 'everyone'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '::/0'],
    ['TRUST_PROXY', '10.0.0.5, 10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.5,'],
    ['BASEMAP_PMTILES', '/nowhere/city.pmtiles'],
    ['BASEMAP_PMTILES', 'README.md'],
    ['REPORTS_PER_HOUR', '-1'],
    ['REPORTS_PER_HOUR', 'many'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '3651'],
  ])('refuses %s=%s by name, with what was received', (name, value) => {
    const lines = refusal({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`${name}: received "${value}"; accepted is `);
  });

  describe('BASEMAP_PMTILES', () => {
    let file: string;
    beforeEach(async () => {
      file = join(await temporaryFolder(), 'city.pmtiles');
    });

    it('takes an archive of vector tiles', () => {
      writeFileSync(file, oneTileArchive());
      expect(readSettings({ BASEMAP_PMTILES: file }).basemapPmtiles).toBe(file);
    });

    const TILE_TYPE = 99;
    it.each<[string, () => Buffer, RegExp]>([
      [
        'other bytes',
        () => Buffer.alloc(4000, 'noise'),
        /of version 3, which this file is not\. Make/,
      ],
      ['nothing', () => Buffer.alloc(0), /of version 3, which this file is not/],
      ['an older archive', () => changed(7, 2), /of version 3, which this file is not/],
      [
        'an archive of pictures',
        () => changed(TILE_TYPE, 2),
        /vector tiles .*; this one has others/,
      ],
      [
        'half of one',
        () => oneTileArchive().subarray(0, 150),
        /cut short at 150 of \d+ bytes\. Copy/,
      ],
    ])('refuses %s, and says why', (_name, bytes, why) => {
      writeFileSync(file, bytes());
      const [line] = refusal({ BASEMAP_PMTILES: file });
      expect(line).toContain(`BASEMAP_PMTILES: received "${file}"; accepted is `);
      expect(line).toMatch(why);
    });

    function changed(offset: number, byte: number): Buffer {
      const archive = oneTileArchive();
      archive[offset] = byte;
      return archive;
    }
  });

  it.each(['incidents.db', 'sqlite:', 'sqlite::memory:', 'mysql://host/db'])(
    'refuses DATABASE_URL=%s',
    (value) => {
      expect(refusal({ DATABASE_URL: value })).toEqual([
        expect.stringMatching(/^DATABASE_URL: received .* such as sqlite:var\/incidents\.db\.$/),
      ]);
    },
  );

  it('says of PostgreSQL that it is not there yet, and keeps its password to itself', () => {
    const [line] = refusal({ DATABASE_URL: 'postgres://map:hunter2@db/map' });
    expect(line).toContain('not yet: this version speaks sqlite:');
    expect(line).not.toContain('hunter2');
  });

  it.each(['map.example.org', 'ftp://example.org', 'https://example.org/map', 'https://a:b@c/'])(
    'refuses PUBLIC_URL=%s',
    (value) => {
      expect(refusal({ PUBLIC_URL: value })[0]).toMatch(/^PUBLIC_URL: /);
    },
  );

  it('names every wrong setting at once', () => {
    expect(
      refusal({ PORT: 'x', SEED: 'x', PUBLISH: 'x' }).map((line) => line.split(':')[0]),
    ).toEqual(['PORT', 'SEED', 'PUBLISH']);
  });
});
