import { readFileSync } from 'node:fs';
import { booleanPointInPolygon, distance } from '@turf/turf';
import type { FeatureCollection, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../data/incident/rules.ts';
import { incidentDraft } from '../../data/incident/schema.ts';
import { parseDateTime } from '../../data/time/rfc3339.ts';
import { LOCATION_PRECISIONS } from '../../data/vocabulary/precisions.ts';
import { accountFaults, collection, faults, instant, records } from './first-records.ts';

/**
 * The rules of the first data set that a machine can hold: form, attribution, place. What was known
 * when: first-known.test.ts. Names and words: first-words.test.ts.
 */

const city = (
  JSON.parse(
    readFileSync(new URL('../../data/basemap/city.geojson', import.meta.url), 'utf8'),
  ) as FeatureCollection<Polygon>
).features[0];

const earliest = (texts: string[]): string | undefined =>
  texts.toSorted((a, b) => instant(a) - instant(b))[0];

describe('the form of the first data set', () => {
  it('is a FeatureCollection of at least 60 records, sorted by time and id', () => {
    const keys = records.map(
      (r) => [parseDateTime(r.properties.occurredAt) as number, r.id] as const,
    );
    const sorted = keys.toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : 1));
    expect(collection.type).toBe('FeatureCollection');
    expect(records.length).toBeGreaterThanOrEqual(60);
    expect(keys).toEqual(sorted);
  });

  it('has no id twice', () => {
    const ids = records.map((record) => record.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(records.map((record) => [record.id, record] as const))(
    'parses %s and changes nothing',
    (_, record) => {
      const parsed = incidentDraft.parse(record);
      expect(parsed).toEqual(record);
      expect(brokenRules(parsed.properties, Date.now())).toEqual([]);
    },
  );

  it('holds no synthetic record', () => {
    expect(records.filter((record) => record.properties.synthetic)).toEqual([]);
  });
});

describe('accounts and sources', () => {
  it('has an account, a source and a decision in every record', () => {
    expect(
      faults(({ properties: { accounts, sources, decisions } }) =>
        accounts.length && sources.length && decisions.length ? [] : ['empty'],
      ),
    ).toEqual([]);
  });

  it('names a speaker and a source for every account', () => {
    expect(
      accountFaults(({ by, says, sources, saidAt }) =>
        !by || !says
          ? 'nobody speaks'
          : sources.length === 0 && saidAt === null && 'no source and no date',
      ),
    ).toEqual([]);
  });

  it('leaves the carrier to the source: no account is by somebody via somebody', () => {
    expect(
      accountFaults(
        ({ by }) => /\b(via|as (reported|cited|quoted|told) (by|to))\b/i.test(by) && by,
      ),
    ).toEqual([]);
  });

  it('cites only sources of the same record, each under an id of its own', () => {
    expect(
      faults(({ properties: { accounts, sources } }) => {
        const ids = sources.map((source) => source.id);
        const cited = accounts.flatMap((account) => account.sources);
        return [
          ...cited.filter((id) => !ids.includes(id)),
          ...ids.filter((id, at) => ids.indexOf(id) !== at),
          ...accounts.map((a) => a.id).filter((id, at, all) => all.indexOf(id) !== at),
        ];
      }),
    ).toEqual([]);
  });

  it('derives knownAt from the earliest dated source, else the day it was said, else the latest source', () => {
    expect(
      accountFaults((account, { properties: { sources } }) => {
        const dated = (all: typeof sources): string[] => all.flatMap((s) => s.publishedAt ?? []);
        const published = earliest(
          dated(sources.filter((source) => account.sources.includes(source.id))),
        );
        const latest = dated(sources).toSorted((a, b) => instant(b) - instant(a))[0];
        const [knownAt, basis] =
          published !== undefined
            ? [published, 'published']
            : account.saidAt !== null
              ? [account.saidAt, 'said']
              : [latest, 'latest_source'];
        const kept = account.knownAt === knownAt && account.knownAtBasis === basis;
        return !kept && `${account.knownAt} ${account.knownAtBasis}, expected ${knownAt} ${basis}`;
      }),
    ).toEqual([]);
  });

  it('lets an account dispute only what was known by then, or what disputes it in turn', () => {
    expect(
      accountFaults((account, { properties: { accounts } }) => {
        const missed = account.disputes.filter((id) => {
          const other = accounts.find((candidate) => candidate.id === id);
          if (other === undefined || other === account) return true;
          return (
            instant(other.knownAt) > instant(account.knownAt) &&
            !other.disputes.includes(account.id)
          );
        });
        return missed.length > 0 && missed.join(', ');
      }),
    ).toEqual([]);
  });
});

describe('places', () => {
  /** Beyond the city line, and within how many metres of there. */
  const beyond = [
    { name: 'Whipple Federal Building', at: [-93.1949, 44.8942], within: 400 },
    { name: 'Minneapolis–St. Paul airport', at: [-93.2055, 44.8813], within: 1000 },
    { name: 'Highway 62 at Interstate 35W', at: [-93.284, 44.89], within: 800 },
  ];
  /** Known positions, whatever record names them at the head of its place. */
  const known: [RegExp, [number, number]][] = [
    [/^Whipple Federal Building/, [-93.1949, 44.8942]],
    [/^First Avenue/, [-93.2761, 44.9783]],
    [/^U\.S\. Courthouse/, [-93.2648, 44.9783]],
    [/^Powderhorn Park/, [-93.2562, 44.9428]],
    [/^From The Commons/, [-93.2596, 44.9756]],
    [/^Nicollet Avenue around 26th/, [-93.2779, 44.9555]],
    [/24th Avenue North/, [-93.2872, 45.0037]],
    [/Lyndale.*25th Avenue North/, [-93.288, 45.0048]],
    [/Portland Avenue.*34th Street/, [-93.2677, 44.9414]],
  ];
  const placed = records.flatMap((record) =>
    record.geometry === null ? [] : [{ record, at: record.geometry.coordinates }],
  );
  const meters = (a: number[], b: number[]): number => distance(a, b, { units: 'meters' });

  it('says for every place where it is known from', () => {
    expect(
      faults(({ properties: { place, locationBasis } }) =>
        place && locationBasis ? [] : ['none'],
      ),
    ).toEqual([]);
  });

  it('has no geometry and no radius exactly where only the city is known', () => {
    expect(
      faults(({ geometry, properties: { locationPrecision, uncertaintyMeters } }) => {
        const cityOnly = locationPrecision === 'city';
        return (geometry === null) === cityOnly && (uncertaintyMeters === null) === cityOnly
          ? []
          : [locationPrecision];
      }),
    ).toEqual([]);
  });

  it('claims no smaller radius than the precision allows', () => {
    const floor = new Map<string, number>(
      LOCATION_PRECISIONS.map((p) => [p.id, p.leastUncertaintyMeters]),
    );
    const tooSure = placed.filter(
      ({ record: { properties: p } }) =>
        (p.uncertaintyMeters ?? 0) < (floor.get(p.locationPrecision) ?? Infinity),
    );
    expect(tooSure.map(({ record }) => record.id)).toEqual([]);
  });

  it('keeps at most 5 decimals, and 4 for anything less exact than a spot', () => {
    const tooFine = placed.filter(({ record, at }) => {
      const factor = record.properties.locationPrecision === 'exact' ? 1e5 : 1e4;
      return at.some((degrees) => Math.abs(degrees * factor - Math.round(degrees * factor)) > 1e-6);
    });
    expect(tooFine.map(({ record }) => record.id)).toEqual([]);
  });

  it('lies in the city or at one of the named places beyond it, and then says so', () => {
    const lost = placed.filter(({ record, at }) => {
      if (city && booleanPointInPolygon(at, city)) return false;
      const there = beyond.some((place) => meters(at, place.at) <= place.within);
      const words = `${record.properties.place} ${record.properties.locationBasis}`;
      return !there || !/beyond the city line|next to Minneapolis|on the (city )?line/.test(words);
    });
    expect(lost.map(({ record, at }) => `${record.id} ${at}`)).toEqual([]);
  });

  it('puts a named place within the stated radius of its known position', () => {
    const off = placed.flatMap(({ record, at }) =>
      known
        .filter(([name]) => name.test(record.properties.place))
        .map(([, position]) => Math.round(meters(at, position)))
        .filter((far) => far > (record.properties.uncertaintyMeters ?? 0))
        .map((far) => `${record.id}: ${far} m`),
    );
    expect(off).toEqual([]);
  });

  it('never shows 24th Avenue North closer than the block', () => {
    const north = records.filter((r) =>
      /24th Ave(nue)? N/.test(JSON.stringify([r.properties.place, r.properties.summary])),
    );
    const tooClose = north.filter(
      ({ geometry, properties: p }) =>
        !['block', 'neighborhood', 'city'].includes(p.locationPrecision) ||
        (geometry !== null && (p.uncertaintyMeters ?? 0) < 80),
    );
    expect(north.map((r) => r.id)).toContain('2026-01-14-north-shooting');
    expect(tooClose.map((r) => r.id)).toEqual([]);
    expect(north.filter((r) => /\b6\d\d\b(?! block)/.test(r.properties.place))).toEqual([]);
  });
});
