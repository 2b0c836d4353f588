import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bboxHas } from '../../../data/geo/bbox.ts';
import type { ListAnswer, ListRequest, LiveViewIndex, ViewRow } from '../../../data/view/types.ts';
import { createViewIndex } from '../../../data/view/view-index.ts';
import { plainlyHas } from '../geo/areas.ts';
import { requestFor, rowsUpTo, rowWithoutKey } from './arbitraries.ts';
import { isKnown } from './brute-force.ts';

/** How many cases of each property; more by the environment. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 300);

vi.setConfig({ testTimeout: 600_000 + 500 * RUNS });

const sizes = fc.constantFrom(
  { rowsPerPage: 1, digestSizes: { whole: 1, sliced: 1 } },
  { rowsPerPage: 3, digestSizes: { whole: 2, sliced: 5 } },
  { rowsPerPage: 7, digestSizes: { whole: 4, sliced: 1000 } },
  {},
);

function listFor(rows: readonly ViewRow[]): fc.Arbitrary<ListRequest> {
  const moments = rows.flatMap(({ occurredAt }) => [occurredAt, occurredAt + 1]);
  const place = fc.record({
    isBoxed: fc.boolean(),
    placed: fc.constantFrom(null, true, false),
    newestFirst: fc.boolean(),
    after: moments.length > 0 ? fc.option(fc.constantFrom(...moments)) : fc.constant(null),
    limit: fc.integer({ min: 1, max: 20 }),
  });
  return fc.tuple(requestFor(rows), place).map(([{ bbox, ...filters }, { isBoxed, ...rest }]) => ({
    ...filters,
    ...rest,
    bbox: isBoxed ? bbox : null,
  }));
}

function listed(index: LiveViewIndex, request: ListRequest): ListAnswer {
  const steps = index.list(request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Each row is asked each question. */
function matches(row: ViewRow, request: ListRequest): boolean {
  const { bbox, within, datetime, categories, verifications, textKeys, placed } = request;
  const { position } = row;
  return (
    isKnown(row, request.asOf) &&
    (placed === null || placed === (position !== null)) &&
    (bbox === null || (position !== null && bboxHas(bbox, ...position))) &&
    (within === null || (position !== null && plainlyHas(within, position))) &&
    (datetime === null || (row.occurredAt <= datetime.to && row.latestAt >= datetime.from)) &&
    (categories?.includes(row.category) ?? true) &&
    (verifications?.includes(row.verification) ?? true) &&
    (textKeys?.has(row.key) ?? true)
  );
}

function expectTrue(answer: ListAnswer, rows: readonly ViewRow[], request: ListRequest): void {
  const { after, newestFirst, limit } = request;
  const found = rows.filter((row) => matches(row, request));
  const way = newestFirst ? -1 : 1;
  const times = found
    .map(({ occurredAt }) => occurredAt)
    .filter((time) => after === null || way * (time - after) > 0)
    .sort((a, b) => way * (a - b));
  const last = times[Math.min(limit, times.length) - 1] ?? after;
  const isOn = ({ occurredAt }: ViewRow): boolean =>
    last !== null &&
    way * (occurredAt - last) <= 0 &&
    (after === null || way * (occurredAt - after) >= 0);
  expect(answer.matched).toBe(found.length);
  expect([...(answer.keys ?? [])].sort((a, b) => a - b)).toEqual(
    found.filter(isOn).map(({ key }) => key),
  );
}

describe('a page of a list', () => {
  test('has what a look at every row finds, for any rows and any request', () => {
    const cases = rowsUpTo(80).chain((rows) => fc.tuple(fc.constant(rows), listFor(rows)));
    fc.assert(
      fc.property(cases, sizes, ([rows, request], size) => {
        expectTrue(listed(createViewIndex(rows, size), request), rows, request);
      }),
      { numRuns: 4 * RUNS },
    );
  });

  test('where pages are full, of many rows at few moments', () => {
    const made = fc.sample(rowWithoutKey, { numRuns: 6000, seed: 1 });
    const rows = made.map((row, index) => ({ key: index + 1, ...row }));
    const requests = fc.sample(listFor(rows.slice(0, 50)), { numRuns: RUNS, seed: 2 });
    for (const size of [{}, { rowsPerPage: 600, digestSizes: { whole: 100, sliced: 900 } }]) {
      const index = createViewIndex(rows, size);
      for (const request of requests) expectTrue(listed(index, request), rows, request);
    }
  });

  test('while rows come and go, whether or not they have been put in order', () => {
    const changes = fc.record({
      added: fc.array(rowWithoutKey, { maxLength: 30 }),
      removed: fc.uniqueArray(fc.nat({ max: 40 })),
      tidied: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(rowsUpTo(40), changes, sizes, fc.gen(), (rows, change, size, gen) => {
        const index = createViewIndex(rows, size);
        const added = change.added.map((row, place) => ({ key: 100 + place, ...row }));
        index.apply({ removedKeys: change.removed, added });
        index.tidy(change.tidied);
        const now = [...rows.filter(({ key }) => !change.removed.includes(key)), ...added];
        const request = gen(listFor, now);
        expectTrue(listed(index, request), now, request);
      }),
      { numRuns: RUNS },
    );
  });

  test('is not given where too many begin in one millisecond, and still counted', () => {
    const [row] = fc.sample(rowWithoutKey, { numRuns: 1, seed: 3 }) as [Omit<ViewRow, 'key'>];
    const rows = Array.from({ length: 12_000 }, (_, key) => ({ key: key + 1, ...row }));
    const everything = {
      bbox: null,
      within: null,
      datetime: null,
      categories: null,
      verifications: null,
      textKeys: null,
      asOf: row.knownFrom,
      placed: null,
      newestFirst: true,
      after: null,
      limit: 10,
    };
    expect(listed(createViewIndex(rows), everything)).toEqual({ matched: 12_000, keys: null });
  });
});
