import { distance } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../data/incident/rules.ts';
import { incidentDraft } from '../../../data/incident/schema.ts';
import { LOCATION_PRECISIONS } from '../../../data/vocabulary/precisions.ts';
import { publicDraft } from '../../../server/domain/publish.ts';
import { report } from '../made-reports.ts';
import { NOW } from './city.ts';

const PUBLICATION = {
  id: '2026-01-10-vigil-k3v9',
  receivedOn: '2026-01-20',
  now: NOW,
  verification: 'unverified',
} as const;
const publish = (feature: ReturnType<typeof report>) => publicDraft(feature, PUBLICATION);

describe('a published report', () => {
  it('is a lawful record of its own', () => {
    const draft = publish(report());
    expect(incidentDraft.parse(draft)).toEqual(draft);
    expect(brokenRules(draft.properties, NOW)).toEqual([]);
    expect(draft.properties.synthetic).toBe(false);
    expect(draft.properties.decisions).toEqual([
      {
        verification: 'unverified',
        decidedAt: '2026-02-01',
        reason: expect.any(String),
        basedOn: null,
      },
    ]);
  });

  it('has the reporter as the one who says so where nobody else is quoted', () => {
    const draft = publish(report({ summary: 'They sang.' }));
    expect(draft.properties.accounts).toEqual([
      {
        id: 'a1',
        by: 'A reporter to this map',
        role: 'other',
        says: 'They sang.',
        saidAt: '2026-01-20',
        knownAt: '2026-01-20',
        knownAtBasis: 'received',
        sources: [],
        disputes: [],
      },
    ]);
  });

  it('tells its summary as the reporter’s words, not as the map’s', () => {
    const { summary } = publish(report({ summary: 'They sang.' })).properties;
    expect(summary).toBe('A reporter to this map says: They sang.');
    expect(publish(report({ summary })).properties.summary).toBe(summary);
    const long = `Candles ${'🕯'.repeat(3980)}`;
    expect(publish(report({ summary: long })).properties.summary).toBe(long);
  });

  it('shortens a long summary to what an account may hold', () => {
    const draft = publish(report({ summary: '👩‍👩‍👧 sang. '.repeat(300) }));
    expect(incidentDraft.safeParse(draft).success).toBe(true);
    expect(draft.properties.accounts[0]?.says).toMatch(/…$/);
  });

  it('knows each account from its earliest source, else when it was said, else when it came', () => {
    const url = 'https://example.org/';
    const said = { by: 'Somebody', role: 'witness' as const, says: 'So it was.' };
    const { accounts, sources } = publish(
      report({
        sources: [
          { id: 'late', publisher: 'Late', url, publishedAt: '2026-01-13' },
          { id: 'early', publisher: 'Early', url, publishedAt: '2026-01-12T09:00:00-06:00' },
          { publisher: 'Undated', url },
        ],
        accounts: [
          { ...said, id: 'one', sources: ['late', 'early'], saidAt: '2026-01-10' },
          { ...said, saidAt: '2026-01-11', disputes: ['one'] },
          { ...said, saidAt: '2026-01-21' },
          said,
        ],
      }),
    ).properties;
    expect(sources.map(({ id, publishedAt }) => [id, publishedAt])).toEqual([
      ['s1', '2026-01-13'],
      ['s2', '2026-01-12T09:00:00-06:00'],
      ['s3', null],
    ]);
    expect(accounts).toMatchObject([
      {
        id: 'a1',
        knownAt: '2026-01-12T09:00:00-06:00',
        knownAtBasis: 'published',
        sources: ['s1', 's2'],
      },
      { id: 'a2', knownAt: '2026-01-11', knownAtBasis: 'said', disputes: ['a1'] },
      { id: 'a3', knownAt: '2026-01-20', knownAtBasis: 'received' },
      { id: 'a4', knownAt: '2026-01-20', knownAtBasis: 'received' },
    ]);
  });
});

const longitude = fc.double({ min: -93.35, max: -93.18, noNaN: true });
const latitude = fc.double({ min: 44.86, max: 45.06, noNaN: true });
const precision = fc.constantFrom(...LOCATION_PRECISIONS);
const radius = fc.option(fc.integer({ min: 0, max: 30_000 }));

describe('the place of a published report', () => {
  it('is no position at all where only the city is known', () => {
    const draft = publish(report({ locationPrecision: 'city', uncertaintyMeters: 40 }));
    expect(draft.geometry).toBeNull();
    expect(draft.properties.uncertaintyMeters).toBeNull();
  });

  it('tells nothing of the position but the cell it is rounded to', () => {
    const within = fc.double({ min: -0.499, max: 0.499, noNaN: true });
    fc.assert(
      fc.property(
        precision,
        fc.tuple(longitude, latitude),
        fc.tuple(within, within),
        fc.tuple(within, within),
        radius,
        ({ id, decimals }, center, one, other, uncertaintyMeters) => {
          const cell = 10 ** -decimals;
          const centered = center.map((n) => Math.round(n / cell) * cell);
          const [x, y] = centered as [number, number];
          const draftAt = ([dx, dy]: [number, number]) =>
            publish(
              report({ locationPrecision: id, uncertaintyMeters }, [x + dx * cell, y + dy * cell]),
            );
          expect(draftAt(one)).toEqual(draftAt(other));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps no more decimals than its precision has, and publishing its place again moves nothing', () => {
    fc.assert(
      fc.property(precision, longitude, latitude, ({ id, decimals }, x, y) => {
        const { geometry } = publish(report({ locationPrecision: id }, [x, y]));
        const coordinates = geometry?.coordinates ?? [0, 0];
        expect(geometry === null).toBe(id === 'city');
        for (const number of coordinates) {
          expect(String(number).split('.')[1]?.length ?? 0).toBeLessThanOrEqual(decimals);
        }
        const again = publish(report({ locationPrecision: id }, coordinates));
        expect(again.geometry).toEqual(geometry);
      }),
      { numRuns: 500 },
    );
  });

  it('lies within its stated radius, which is never below the floor of its precision', () => {
    fc.assert(
      fc.property(precision, longitude, latitude, radius, (rule, x, y, uncertaintyMeters) => {
        if (rule.id === 'city') return;
        const { geometry, properties } = publish(
          report({ locationPrecision: rule.id, uncertaintyMeters }, [x, y]),
        );
        const stated = properties.uncertaintyMeters ?? 0;
        const moved = distance([x, y], geometry?.coordinates ?? [0, 0], { units: 'meters' });
        expect(stated).toBeGreaterThanOrEqual(rule.leastUncertaintyMeters);
        expect(stated).toBeGreaterThanOrEqual((uncertaintyMeters ?? 0) + moved);
      }),
      { numRuns: 500 },
    );
  });

  it('stands nowhere else in the record', () => {
    fc.assert(
      fc.property(precision, longitude, latitude, (rule, x, y) => {
        const position: [number, number] = [Number(x.toFixed(6)), Number(y.toFixed(6))];
        const text = JSON.stringify(publish(report({ locationPrecision: rule.id }, position)));
        for (const number of position) {
          const digits = String(number);
          // What rounding leaves as it is was no closer than the precision from the start.
          if (Number(number.toFixed(rule.decimals)) !== number) expect(text).not.toContain(digits);
        }
      }),
      { numRuns: 500 },
    );
  });
});
