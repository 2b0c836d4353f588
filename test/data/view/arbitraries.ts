import fc from 'fast-check';
import type { Bbox } from '../../../data/geo/bbox.ts';
import { KeyBits } from '../../../data/view/key-bits.ts';
import { latitudeOf, longitudeOf, xOf, yOf } from '../../../data/view/mercator.ts';
import { snapBbox } from '../../../data/view/snap.ts';
import type { ViewRequest, ViewRow } from '../../../data/view/types.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../../data/vocabulary/verifications.ts';
import { areasOf } from '../geo/areas.ts';

/**
 * Rows and requests that meet where mistakes hide: few distinct places and times, so that rows
 * share points, lie on the edges of boxes and cells, and begin and end on the ends of windows.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EPOCH = Date.UTC(2026, 0, 14, 6);

/** The last and first units on both sides of seams that cells of zoom 13 and the city's squares share. */
const byUnit = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: -1, max: 1 }))
  .map(([seams, units]) => seams * 2 ** 16 + units);
const cityX = (xOf(-93.27) >>> 16) * 2 ** 16;
const cityY = (yOf(44.97) >>> 16) * 2 ** 16;
/** Seams of the grid at zoom 0 to 2, the ends of the world, and the city to 4 to 17 decimals. */
const seam = fc.integer({ min: -16, max: 16 }).map((n) => n * 11.25);
const longitude = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -933_300, max: -932_900 }).map((n) => n / 1e4) },
  { weight: 2, arbitrary: fc.integer({ min: -93_330_000, max: -93_329_990 }).map((n) => n / 1e6) },
  { weight: 2, arbitrary: byUnit.map((units) => longitudeOf(cityX + units)) },
  { weight: 2, arbitrary: seam },
  { weight: 1, arbitrary: fc.constantFrom(-180, 180, -179.9999999, 179.9999999, 0) },
  { weight: 1, arbitrary: fc.double({ min: -180, max: 180, noNaN: true }) },
);
const latitude = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 448_900, max: 449_200 }).map((n) => n / 1e4) },
  { weight: 2, arbitrary: fc.integer({ min: 44_950_000, max: 44_950_010 }).map((n) => n / 1e6) },
  { weight: 2, arbitrary: byUnit.map((units) => latitudeOf(cityY + units)) },
  { weight: 1, arbitrary: fc.constantFrom(-90, 90, 0, 85.0511287798066, 66.51326044311186, 85.1) },
  { weight: 1, arbitrary: fc.double({ min: -90, max: 90, noNaN: true }) },
);
/** No −0: JSON has none. */
const position = fc.tuple(longitude, latitude).map(([x, y]) => [x + 0, y + 0] as const);

const instant = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => EPOCH + n * HOUR) },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 5 }).map((n) => EPOCH + n) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3650 }).map((n) => EPOCH - n * DAY) },
  { weight: 1, arbitrary: fc.constant(Date.UTC(1850, 0, 1)) },
);
/** An hour, a day, a month, two months, and an end that lies before the beginning by an error. */
const duration = fc.constantFrom(0, 0, 0, 1, HOUR - 1000, DAY - 1000, 31 * DAY, 62 * DAY, -500);
const category = fc.constantFrom(...CATEGORY_IDS.slice(0, 4), CATEGORY_IDS.at(-1) as 'other');
const verification = fc.constantFrom(...VERIFICATION_IDS);

export const rowWithoutKey = fc
  .record({
    occurredAt: instant,
    duration,
    knownFrom: instant,
    knownFor: fc.constantFrom(Infinity, Infinity, HOUR, 30 * DAY),
    category,
    verification,
    position: fc.option(position, { freq: 8 }),
    imprecise: fc.boolean(),
  })
  .map(({ duration: lasting, knownFor, ...row }) => ({
    ...row,
    latestAt: row.occurredAt + lasting,
    knownUntil: row.knownFrom + knownFor,
  }));

const MARCH_DAY = Date.UTC(2026, 2, 9, 5);
const SPAN_DAYS = 60;
const SOME_DAYS = [1, 20, 21, 40, 59];

/**
 * Rows of sixty days between which no clock is changed, so that a digest's slices are days: they
 * begin and end within milliseconds of midnight, at few places.
 */
const dailyRow = fc
  .record({
    row: rowWithoutKey,
    day: fc.constantFrom(...SOME_DAYS),
    offset: fc.integer({ min: -1, max: 1 }),
    duration,
    position: fc.constantFrom([-93.265, 44.978] as const, [-93.2651, 44.978] as const, null),
  })
  .map(({ row, day, offset, duration: lasting, position: place }) => {
    const occurredAt = MARCH_DAY + day * DAY + offset;
    return { ...row, occurredAt, latestAt: occurredAt + lasting, position: place };
  });

/** First and last day are always there, which fixes the slices. */
export const dailyRows = fc.tuple(
  fc.array(dailyRow, { minLength: 2, maxLength: 40, size: 'max' }).map((rows) =>
    rows.map((row, index) => {
      if (index > 1) return row;
      const occurredAt = MARCH_DAY + (index === 0 ? 0 : SPAN_DAYS * DAY - 1000);
      return { ...row, occurredAt, latestAt: occurredAt };
    }),
  ),
  fc.array(dailyRow, { maxLength: 10 }),
);

/** Windows that begin and end within milliseconds of midnight. */
export const dailyWindow = fc
  .tuple(fc.constantFrom(0, ...SOME_DAYS), fc.constantFrom(...SOME_DAYS, SPAN_DAYS))
  .chain(([a, b]) =>
    fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -2, max: 2 })).map(([c, d]) => {
      const ends = [MARCH_DAY + a * DAY + c, MARCH_DAY + b * DAY + d];
      return { from: Math.min(...ends), to: Math.max(...ends) };
    }),
  );

/** Half of the lists are as a store has them, to seven decimals. @param most how many rows at most. */
export function rowsUpTo(most: number): fc.Arbitrary<ViewRow[]> {
  return fc
    .tuple(fc.array(rowWithoutKey, { maxLength: most, size: 'max' }), fc.boolean())
    .map(([rows, isStored]) =>
      rows.map(({ position: place, ...row }, index) => ({
        key: index + 1,
        ...row,
        position: isStored && place ? stored(place) : place,
      })),
    );
}

/** Beyond 85.05°, where the map ends, a position cannot be read back from its units. */
function stored([longitude, latitude]: readonly [number, number]): readonly [number, number] {
  return [seventh(longitude), seventh(Math.max(-85, Math.min(85, latitude)))];
}

function seventh(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7 + 0;
}

/** Requests whose boxes, windows and times are those of the rows as often as not. */
export function requestFor(rows: readonly ViewRow[]): fc.Arbitrary<ViewRequest> {
  const positions = rows.flatMap((row) => (row.position ? [row.position] : []));
  const corner = fc.oneof(
    position,
    ...(positions.length > 0 ? [fc.constantFrom(...positions)] : []),
  );
  const box = fc
    .tuple(corner, corner)
    .map(([a, b]) => [a[0], Math.min(a[1], b[1]), b[0], Math.max(a[1], b[1])] as const);
  const bbox: fc.Arbitrary<Bbox> = fc.oneof(
    fc.constant([-180, -90, 180, 90] as const),
    box,
    fc
      .tuple(box, fc.integer({ min: 0, max: 20 }))
      .map(([viewport, zoom]) => snapBbox(viewport, zoom)),
  );
  const moment = fc.oneof(
    instant,
    ...(rows.length > 0
      ? [
          fc.constantFrom(...rows.flatMap((row) => [row.occurredAt, row.latestAt])),
          fc.constantFrom(...rows.flatMap((row) => [row.occurredAt + 1, row.latestAt - 1])),
        ]
      : []),
  );
  const window = fc
    .tuple(fc.oneof(fc.constant(-Infinity), moment), fc.oneof(fc.constant(Infinity), moment))
    .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const span = fc
    .tuple(moment, fc.constantFrom(1000, 60_000, HOUR, 7 * HOUR, DAY, 31 * DAY, 3650 * DAY))
    .map(([from, length]) => ({ from, to: from + length }));
  const knownTimes = rows.flatMap((row) => [row.knownFrom, row.knownFrom - 1, row.knownUntil - 1]);
  return fc.record({
    bbox,
    within: fc.option(areasOf(corner), { freq: 2 }),
    zoom: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 20, noNaN: true })),
    datetime: fc.option(window),
    categories: fc.option(fc.uniqueArray(category, { maxLength: 4 }), { freq: 3 }),
    verifications: fc.option(fc.uniqueArray(verification, { maxLength: 4 }), { freq: 3 }),
    textKeys: fc.option(
      fc.uniqueArray(fc.integer({ min: 1, max: rows.length + 2 })).map((keys) => new KeyBits(keys)),
      { freq: 2 },
    ),
    asOf: fc.oneof(
      fc.constant(Infinity),
      instant,
      ...(rows.length > 0 ? [fc.constantFrom(...knownTimes)] : []),
    ),
    bins: fc.oneof(fc.constantFrom(1, 7, 60, 1000), fc.integer({ min: 1, max: 1000 })),
    span: fc.option(span, { nil: undefined }),
  });
}
