import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../server/settings.ts';

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
    });
  });

  it('counts an empty value as not set', () => {
    expect(readSettings({ PORT: '', SEED: '  ' })).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['HOST', 'http://localhost'],
    ['SEED', 'second'],
    ['PUBLISH', 'Reviewed'],
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
