import fc from 'fast-check';
import type { ReportInput } from '../../../data/incident/schema.ts';
import { formatCentral } from '../../../data/time/central.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { LOCATION_PRECISIONS, TIME_PRECISIONS } from '../../../data/vocabulary/precisions.ts';

/** What may become of a report. */
export const FATES = [
  'pending',
  'scheduled',
  'withdrawn',
  'rejected',
  'published',
  'edited and published',
  'published and taken back',
  'merged',
  'merged into another report',
  'sent twice',
] as const;

export interface Life {
  readonly fate: (typeof FATES)[number];
  readonly category: (typeof CATEGORY_IDS)[number];
  readonly timePrecision: (typeof TIME_PRECISIONS)[number]['id'];
  readonly locationPrecision: (typeof LOCATION_PRECISIONS)[number]['id'];
  /** With millionths of a degree, that nobody may know. */
  readonly at: readonly [longitude: number, latitude: number];
  /** A moment within January 2026, to the millisecond. */
  readonly began: number;
  readonly lastsMs: number;
  /** Whether moderators and reporter write to each other and to themselves. */
  readonly isTalkedOver: boolean;
  readonly hasPhoto: boolean;
  readonly showsPhoto: boolean;
}

/** Begins every word that must never be public; too long to stand in a random id by chance. */
export const SECRET = 'zqxwvkqjx';
/** Begins the words that are public where the report is. */
export const OPEN = 'openword';

/** Millionths whose last digit is no 0, so that rounding to five decimals shows. */
const offset = fc.integer({ min: 0, max: 4000 }).map((n) => (n * 10 + 3) / 1e6);

export const life: fc.Arbitrary<Life> = fc.record({
  fate: fc.constantFrom(...FATES),
  category: fc.constantFrom(...CATEGORY_IDS),
  timePrecision: fc.constantFrom(...TIME_PRECISIONS.map(({ id }) => id)),
  locationPrecision: fc.constantFrom(...LOCATION_PRECISIONS.map(({ id }) => id)),
  at: fc.tuple(
    offset.map((o) => Number((-93.29 + o).toFixed(6))),
    offset.map((o) => Number((44.95 + o).toFixed(6))),
  ),
  began: fc
    .record({
      minutes: fc.integer({ min: 0, max: 30 * 24 * 60 }),
      rest: fc.integer({ min: 1001, max: 59_999 }).filter((ms) => ms % 1000 !== 0),
    })
    .map(({ minutes, rest }) => Date.parse('2026-01-01T06:00:00Z') + minutes * 60_000 + rest),
  lastsMs: fc.integer({ min: 0, max: 7_200_000 }),
  isTalkedOver: fc.boolean(),
  hasPhoto: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  showsPhoto: fc.boolean(),
});

/** @param word `openword12` or `zqxwvkqjx12`: stands in every text of the report that would be published. */
export function reportOf(made: Life, word: string, secret: string): ReportInput {
  const { category, timePrecision, locationPrecision, at, began, lastsMs } = made;
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      title: `Title ${word}`,
      summary: `Summary ${word}`,
      category,
      occurredAt: new Date(began).toISOString(),
      endedAt: new Date(began + lastsMs).toISOString(),
      timePrecision,
      place: `Place ${word}`,
      locationPrecision,
      accounts: [
        {
          id: `${secret}-a`,
          by: 'a passer-by',
          role: 'witness',
          says: `Account ${word}`,
          sources: [`${secret}-s`],
        },
      ],
      sources: [{ id: `${secret}-s`, publisher: 'A paper', url: 'https://example.org/' }],
    },
  };
}

/** @returns the moments of a report as every form of text that would tell more than was stated. */
export function exactTimes({ began, lastsMs }: Life): string[] {
  return (
    [began, began + lastsMs]
      .filter((ms) => ms % 60_000 >= 1000)
      .flatMap((ms) => [
        String(ms),
        new Date(ms).toISOString().slice(0, 19),
        formatCentral(ms).slice(0, 19),
      ])
      // As which an end known to the day is told, of whatever incident.
      .filter((time) => !time.endsWith('T23:59:59'))
  );
}

/** @returns its position to the last decimal, in the order of GeoJSON and in the other. */
export function exactPlaces({ at: [longitude, latitude] }: Life): string[] {
  const [x, y] = [longitude.toFixed(6), latitude.toFixed(6)];
  return [`${x},${y}`, `${y},${x}`, `${x}, ${y}`, `${y} ${x}`, `${x} ${y}`];
}
