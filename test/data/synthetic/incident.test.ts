import { booleanPointInPolygon, polygon } from '@turf/turf';
import { describe, expect, test } from 'vitest';
import { readPositions } from '../../../data/basemap/draw/row.ts';
import { cityRing } from '../../../data/basemap/figures/city.ts';
import { brokenRules } from '../../../data/incident/rules.ts';
import { incidentDraft } from '../../../data/incident/schema.ts';
import { syntheticIncident, syntheticIncidents } from '../../../data/synthetic/incident.ts';

const NOW = Date.parse('2026-05-02T12:00:00-05:00');
const sample = syntheticIncidents(1, 0, 4000);
const properties = sample.map((draft) => draft.properties);

test('every record keeps the rules of real ones', () => {
  for (const draft of sample) {
    expect(incidentDraft.parse(draft)).toEqual(draft);
    expect(brokenRules(draft.properties, NOW)).toEqual([]);
  }
});

test('every record says that it is made up, in its title and in its flag', () => {
  expect(properties.every((told) => told.title.startsWith('Synthetic:') && told.synthetic)).toBe(
    true,
  );
  expect(new Set(sample.map((draft) => draft.id)).size).toBe(sample.length);
});

test('the same seed and index give the same record, another seed another', () => {
  expect(syntheticIncidents(1, 3990, 10)).toEqual(sample.slice(3990));
  expect(syntheticIncident(2, 5)).not.toEqual({ ...sample[5], id: 'synthetic-2-5' });
  expect(syntheticIncident(2 ** 40, 5).geometry).not.toEqual(syntheticIncident(0, 5).geometry);
});

describe('a decade as a city has it', () => {
  test('positions lie in the city, few places draw many, some records have none', () => {
    // Coordinates are rounded to what their precision says, by up to 0.005 of a degree.
    const outline = polygon([readPositions(cityRing)]);
    const exact = sample.filter((draft) => draft.properties.locationPrecision === 'exact');
    expect(
      exact.every((draft) => booleanPointInPolygon(draft.geometry?.coordinates ?? [0, 0], outline)),
    ).toBe(true);
    const perPlace = [...countBy(properties.map((told) => told.place)).values()].sort(
      (a, b) => b - a,
    );
    expect(share(perPlace.slice(0, 25).reduce((sum, n) => sum + n, 0))).toBeGreaterThan(0.3);
    expect(share(sample.filter((draft) => draft.geometry === null).length)).toBeCloseTo(0.04, 1);
  });

  test('times fill ten years and are known to the minute, hour, day, week and month', () => {
    const years = countBy(properties.map((told) => told.occurredAt.slice(0, 4)));
    expect([...years.keys()].sort()).toEqual(
      Array.from({ length: 11 }, (_, n) => String(2016 + n)),
    );
    expect(countBy(properties.map((told) => told.timePrecision)).size).toBe(5);
    expect(properties.some((told) => told.endedAt !== null)).toBe(true);
  });

  test('nothing is told, decided or over after these ten years', () => {
    const last = syntheticIncidents(1, 0, 20_000).filter(
      ({ properties }) => properties.occurredAt > '2025',
    );
    const times = last.flatMap(({ properties: { accounts, sources, decisions, ...told } }) => [
      told.occurredAt,
      told.endedAt ?? '',
      ...accounts.flatMap(({ knownAt, saidAt }) => [knownAt, saidAt ?? '']),
      ...sources.map(({ publishedAt }) => publishedAt ?? ''),
      ...decisions.flatMap(({ decidedAt, basedOn }) => [decidedAt, basedOn?.knownAt ?? '']),
    ]);
    expect(times.sort().at(-1)?.slice(0, 10)).toBe('2026-04-30');
  });

  test('categories are skewed, and every one is there', () => {
    const categories = countBy(properties.map((told) => told.category));
    expect(categories.size).toBe(15);
    expect(categories.get('protest')).toBeGreaterThan(20 * (categories.get('other') ?? 0));
  });

  test('accounts are several, disputed and decided on, some of it long after', () => {
    const later = properties.filter(({ accounts, decisions }) => {
      const known = [...accounts.map((a) => a.knownAt), ...decisions.map((d) => d.decidedAt)];
      return new Set(known).size > 1;
    });
    expect(properties.filter((told) => told.accounts.length > 1).length).toBeGreaterThan(800);
    expect(
      properties.filter((told) => told.accounts.some((account) => account.disputes.length > 0))
        .length,
    ).toBeGreaterThan(200);
    expect(share(later.length)).toBeGreaterThan(0.15);
  });
});

function share(count: number): number {
  return count / sample.length;
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
