import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { splitBbox } from '../../../data/geo/bbox.ts';
import { latitudeOf, longitudeOf, xOf, yOf } from '../../../data/view/mercator.ts';
import { snapBbox } from '../../../data/view/snap.ts';
import type { ViewAnswer, ViewRequest, ViewRow, ViewSteps } from '../../../data/view/types.ts';
import { createViewIndex, type PageSizes } from '../../../data/view/view-index.ts';
import { dailyRows, dailyWindow, requestFor, rowsUpTo, rowWithoutKey } from './arbitraries.ts';
import { cellOf } from './brute-force.ts';
import { expectTrue } from './expect-true.ts';

/** How many cases of each property; more by the environment. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

vi.setConfig({ testTimeout: 600_000 + 500 * RUNS });
const EVERYTHING: ViewRequest = {
  bbox: [-180, -90, 180, 90],
  within: null,
  zoom: 11,
  datetime: null,
  categories: null,
  verifications: null,
  textKeys: null,
  asOf: Infinity,
  bins: 60,
};

/** Enough for loops that only many rows are worth; with digests and without. */
const MANY_ROW_SIZES: readonly PageSizes[] = [
  {},
  { rowsPerPage: 600, digestSizes: { whole: 100, sliced: 900 } },
  { rowsPerPage: 600, digestSizes: { whole: Infinity, sliced: Infinity } },
];

const rowsAndRequest = rowsUpTo(80).chain((rows) => fc.tuple(fc.constant(rows), requestFor(rows)));
/** So small that even few rows are divided into squares, pages and piles of pages. */
const sizes = fc.constantFrom(
  { rowsPerPage: 1, digestSizes: { whole: 1, sliced: 1 } },
  { rowsPerPage: 2, digestSizes: { whole: 1, sliced: 1 } },
  { rowsPerPage: 7, digestSizes: { whole: 2, sliced: 5 } },
  { rowsPerPage: 3, digestSizes: { whole: 4, sliced: 1000 } },
  { rowsPerPage: 4096, digestSizes: { whole: 1, sliced: 2 } },
  {},
);

describe('a view equals a count row by row', () => {
  test('in every number, for any rows and any request', () => {
    fc.assert(
      fc.property(rowsAndRequest, sizes, ([rows, request], size) => {
        expectTrue(createViewIndex(rows, size).view(request), rows, request);
      }),
      { numRuns: 4 * RUNS },
    );
  });

  test('where pages are full, of many rows at few places', () => {
    const made = fc.sample(rowWithoutKey, { numRuns: 6000, seed: 1 });
    const rows = made.map((row, index) => ({ key: index + 1, ...row }));
    const requests = fc.sample(requestFor(rows.slice(0, 50)), { numRuns: RUNS, seed: 2 });
    for (const size of MANY_ROW_SIZES) {
      const index = createViewIndex(rows, size);
      for (const request of requests) expectTrue(index.view(request), rows, request);
    }
  });

  test('also for one request after another, whatever was counted for those before', () => {
    const requests = rowsUpTo(40).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.array(requestFor(rows), { minLength: 2, maxLength: 4 })),
    );
    fc.assert(
      fc.property(requests, sizes, ([rows, [first, ...others]], size) => {
        const index = createViewIndex(rows, size);
        for (const request of [first, ...others]) {
          const brushed = { ...request, bbox: first?.bbox, bins: first?.bins } as ViewRequest;
          expectTrue(index.view(request as ViewRequest), rows, request as ViewRequest);
          expectTrue(index.view(brushed), rows, brushed);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('where days, which digests count by, and windows begin within a millisecond', () => {
    fc.assert(
      fc.property(
        dailyRows,
        dailyWindow,
        sizes,
        fc.boolean(),
        ([first, later], datetime, size, tidy) => {
          const rows = [...first, ...later].map((row, index) => ({ key: index + 1, ...row }));
          const index = createViewIndex(rows.slice(0, first.length), size);
          index.apply({ removedKeys: [], added: rows.slice(first.length) });
          if (tidy) index.tidy(Infinity);
          const request = { ...EVERYTHING, datetime, zoom: 3 };
          expectTrue(index.view(request), rows, request);
        },
      ),
      { numRuns: 4 * RUNS },
    );
  });

  test('while rows come and go, whether or not they have been put in order', () => {
    const step = fc.record({
      add: fc.array(rowWithoutKey, { maxLength: 12 }),
      remove: fc.array(fc.nat({ max: 60 }), { maxLength: 6 }),
      tidy: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(rowsUpTo(40), fc.array(step, { maxLength: 6 }), sizes, fc.gen(), liveSteps),
      { numRuns: RUNS },
    );
  });
});

function liveSteps(
  rows: ViewRow[],
  steps: readonly { add: Omit<ViewRow, 'key'>[]; remove: number[]; tidy: number }[],
  size: PageSizes,
  gen: fc.GeneratorValue,
): void {
  const index = createViewIndex(rows, size);
  const living = new Map(rows.map((row) => [row.key, row]));
  let lastKey = rows.length;
  for (const { add, remove, tidy } of steps) {
    const added = add.map((row) => ({ key: ++lastKey, ...row }));
    index.apply({ removedKeys: remove, added });
    for (const key of remove) living.delete(key);
    for (const row of added) living.set(row.key, row);
    index.tidy(tidy);
    const now = [...living.values()];
    const request = gen(requestFor, now);
    expect(index.size).toBe(now.length);
    expectTrue(index.view(request), now, request);
    expectTrue(index.view(EVERYTHING), now, EVERYTHING);
    expect(index.view(request)).toEqual(createViewIndex(now).view(request));
  }
}

describe('a view that is counted in steps', () => {
  test('is true of the rows as they are, after others that were given up half-way', () => {
    const rowsAndRequests = rowsUpTo(40).chain((rows) =>
      fc.tuple(fc.constant(rows), requestFor(rows), requestFor(rows)),
    );
    const later = fc.array(rowWithoutKey, { maxLength: 5 });
    fc.assert(
      fc.property(
        rowsAndRequests,
        later,
        sizes,
        fc.nat({ max: 60 }),
        ([rows, first, request], came, size, steps) => {
          const index = createViewIndex(rows, size);
          giveUpAfter(steps, index.count(first));
          const added = came.map((row, place) => ({ key: rows.length + 1 + place, ...row }));
          index.apply({ removedKeys: [1], added });
          const now = [...rows.filter(({ key }) => key !== 1), ...added];
          expectTrue(lastOf(index.count(request)), now, request);
          expectTrue(index.view(first), now, first);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('keeps its rows as they are until its end', () => {
    const rows = Array.from({ length: 20 }, (_, n) => plainRow(n + 1, n * 60_000));
    const index = createViewIndex(rows, { rowsPerPage: 4 });
    const steps = index.count(EVERYTHING);
    steps.next();
    const change = { removedKeys: [1], added: [] };
    expect(() => index.apply(change)).toThrow('A view is being counted');
    expect(() => index.tidy(1)).toThrow('A view is being counted');
    expect(() => index.view(EVERYTHING)).toThrow('A view is being counted');
    expectTrue(lastOf(steps), rows, EVERYTHING);
    index.apply(change);
    expect(index.view(EVERYTHING).total).toBe(19);
  });
});

function giveUpAfter(count: number, steps: ViewSteps): void {
  for (const _ of steps) if (--count < 0) return;
}

function lastOf(steps: ViewSteps): ViewAnswer {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('counts add up', () => {
  test('clusters and single incidents make what matches', () => {
    fc.assert(
      fc.property(rowsAndRequest, ([rows, request]) => {
        const { clusters, singles, matched, unplaced, matchedAnywhere, total } =
          createViewIndex(rows).view(request);
        expect(sum(clusters.map((cluster) => cluster.count)) + singles.length).toBe(matched);
        expect(matched + unplaced).toBeLessThanOrEqual(matchedAnywhere);
        expect(matchedAnywhere).toBeLessThanOrEqual(total);
      }),
      { numRuns: RUNS },
    );
  });

  test('a cell holds what its four cells of the next zoom hold', () => {
    fc.assert(
      fc.property(rowsAndRequest, fc.integer({ min: 0, max: 19 }), ([rows, request], zoom) => {
        const index = createViewIndex(rows, {
          rowsPerPage: 3,
          digestSizes: { whole: 2, sliced: 4 },
        });
        const parents = cellCounts(index.view({ ...request, zoom }));
        const children = cellCounts(index.view({ ...request, zoom: zoom + 1 }));
        const summed = new Map<string, number>();
        for (const [cell, count] of children) {
          const parent = cell.map((n) => n >> 1).join();
          summed.set(parent, (summed.get(parent) ?? 0) + count);
        }
        expect(summed).toEqual(new Map([...parents].map(([cell, n]) => [cell.join(), n])));
      }),
      { numRuns: RUNS },
    );
  });

  test('a box across 180° holds what its two halves hold', () => {
    fc.assert(
      fc.property(rowsAndRequest, ([rows, request]) => {
        const [west, south, east, north] = request.bbox;
        const crossing = [Math.max(west, east), south, Math.min(west, east), north] as const;
        const index = createViewIndex(rows);
        const halves = splitBbox(crossing).map((bbox) => index.view({ ...request, bbox }).matched);
        fc.pre(west !== east);
        expect(index.view({ ...request, bbox: crossing }).matched).toBe(sum(halves));
      }),
      { numRuns: RUNS },
    );
  });

  test('snapped boxes cut no cell and contain the viewport', () => {
    const city = rowsUpTo(60);
    // 64ths of a degree, which wrapping does not round.
    const sixtyFourths = (least: number, most: number): fc.Arbitrary<number> =>
      fc.integer({ min: least * 64, max: most * 64 }).map((n) => n / 64);
    const viewport = fc
      .tuple(sixtyFourths(-200, 200), sixtyFourths(-85, 85), sixtyFourths(0, 3), sixtyFourths(0, 2))
      .map(([w, s, width, height]) => [w, s, w + width, s + height] as const);
    fc.assert(
      fc.property(city, viewport, fc.integer({ min: 0, max: 16 }), (rows, box, zoom) => {
        const index = createViewIndex(rows.map(toSixDecimals));
        const whole = new Map(index.view({ ...EVERYTHING, zoom }).clusters.map((c) => [c.id, c]));
        const snapped = index.view({ ...EVERYTHING, zoom, bbox: snapBbox(box, zoom) });
        for (const cluster of snapped.clusters) expect(cluster).toEqual(whole.get(cluster.id));
        const unsnapped = index.view({ ...EVERYTHING, zoom, bbox: wrapped(box) });
        expect(snapped.matched).toBeGreaterThanOrEqual(unsnapped.matched);
      }),
      { numRuns: RUNS },
    );
  });
});

test('where more cells are filled than a screen has, cells are doubled and counts stay exact', () => {
  const rows = Array.from({ length: 9000 }, (_, n) => plainRow(n + 1, n * 60_000));
  const request = { ...EVERYTHING, zoom: 20 };
  const answer = createViewIndex(rows).view(request);
  expect(answer.zoom).toBeLessThan(20);
  expect(answer.clusters.length + answer.singles.length).toBeLessThanOrEqual(4096);
  expectTrue(answer, rows, request);
});

test.each([
  ['north and west', -93, 44],
  ['north and east', 93, 44],
  ['south and east', 151, -33],
  ['south and west', -58, -34],
])('a cluster of many stands in the middle of them: %s', (_, longitude, latitude) => {
  const rows = Array.from({ length: 500 }, (_row, n): ViewRow => {
    const position = [longitude + (n % 25) / 1000, latitude + n / 1e5] as const;
    return { ...plainRow(n + 1, n * 1000), position };
  });
  const index = createViewIndex(rows, {
    rowsPerPage: 400,
    digestSizes: { whole: Infinity, sliced: Infinity },
  });
  for (const zoom of [0, 3, 6]) {
    expectTrue(index.view({ ...EVERYTHING, zoom }), rows, { ...EVERYTHING, zoom });
  }
});

test('a place that has grown many times since it was added up is counted to the last row', () => {
  const rows = Array.from({ length: 70_000 }, (_, n): ViewRow => {
    return { ...plainRow(n + 1, n * 60_000), category: 'vigil', imprecise: false };
  });
  const digestSizes = { whole: 1000, sliced: 60_000 };
  for (const known of [20_000, 50_000]) {
    const index = createViewIndex([...rows.slice(0, known), ...rows.slice(-1)], { digestSizes });
    index.apply({ removedKeys: [], added: rows.slice(known, -1) });
    const { matched, clusters, timeline } = index.view({ ...EVERYTHING, zoom: 0 });
    expect(matched).toBe(70_000);
    expect(sum(clusters.map(({ count }) => count))).toBe(70_000);
    expect(sum(Object.values(timeline.byCategory).flat())).toBe(70_000);
  }
});

test('an incident later or earlier than all before is in the next view', () => {
  const rows = Array.from({ length: 50 }, (_, n) => plainRow(n + 1, n * 86_400_000));
  const index = createViewIndex(rows, { rowsPerPage: 4, digestSizes: { whole: 2, sliced: 4 } });
  const added = [plainRow(51, 99 * 86_400_000), plainRow(52, -99 * 86_400_000)];
  index.apply({ removedKeys: [], added });
  for (const zoom of [0, 5, 20]) {
    expectTrue(index.view({ ...EVERYTHING, zoom }), [...rows, ...added], { ...EVERYTHING, zoom });
  }
});

test('incidents on the edges of a box are in it, on whichever side of a seam of squares', () => {
  const seamX = (xOf(-93.27) >>> 16) * 2 ** 16;
  const seamY = (yOf(44.968) >>> 16) * 2 ** 16;
  const rows = [-1, 0].flatMap((column, half) =>
    [-2, 0].map((line, place) => {
      const position = [longitudeOf(seamX + column), latitudeOf(seamY + line)] as const;
      return { ...plainRow(1 + 2 * half + place, 0), position };
    }),
  );
  const index = createViewIndex(rows, { rowsPerPage: 1 });
  for (const [west, south] of rows.map(({ position }) => position)) {
    for (const [east, north] of rows.map(({ position }) => position)) {
      if (south > north) continue;
      const request = { ...EVERYTHING, bbox: [west, south, east, north] as const };
      expectTrue(index.view(request), rows, request);
    }
  }
});

test('what was counted of one drawn area is not told of another, nor of the whole', () => {
  const rows = Array.from({ length: 400 }, (_, n) => plainRow(n + 1, n * 3_600_000));
  const index = createViewIndex(rows, { rowsPerPage: 20 });
  const [west, middle, east] = [-93.33, -93.3, -93.2];
  const square = (left: number, right: number) =>
    [
      [left, 44.89],
      [right, 44.89],
      [right, 44.893],
      [left, 44.893],
    ] as const;
  for (const within of [square(west, middle), null, square(middle, east), square(west, middle)]) {
    const request = { ...EVERYTHING, within };
    expectTrue(index.view(request), rows, request);
  }
});

test('a view without incidents is empty, not an error', () => {
  expect(createViewIndex().view(EVERYTHING)).toMatchObject({
    clusters: [],
    singles: [],
    matched: 0,
    total: 0,
    timeline: { byCategory: {} },
  });
});

/** A row of the city's grid of places. */
function plainRow(key: number, occurredAt: number): ViewRow {
  return {
    key,
    occurredAt,
    latestAt: occurredAt,
    knownFrom: 0,
    knownUntil: Infinity,
    category: key % 3 === 0 ? 'protest' : 'vigil',
    verification: 'unverified',
    position: [-93.33 + (key % 90) * 0.0015, 44.89 + Math.floor(key / 90) * 0.0016],
    imprecise: key % 7 === 0,
  };
}

/** Counts of all cells with incidents, by column and row. */
function cellCounts(answer: ViewAnswer): [readonly number[], number][] {
  const clusters = answer.clusters.map(({ id, count }): [readonly number[], number] => [
    id.slice(1).split('-').slice(1).map(Number),
    count,
  ]);
  const singles = answer.singles.map(({ position }): [readonly number[], number] => [
    cellOf(position, answer.zoom).split('-').map(Number),
    1,
  ]);
  return [...clusters, ...singles];
}

function toSixDecimals(row: ViewRow): ViewRow {
  const cut = (n: number): number => Number(n.toFixed(6));
  const { position } = row;
  return { ...row, position: position && [cut(position[0]), cut(position[1])] };
}

function wrapped([west, south, east, north]: readonly [number, number, number, number]) {
  const wrap = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;
  return [wrap(west), south, wrap(east), north] as const;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
