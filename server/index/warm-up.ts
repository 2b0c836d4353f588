import { KeyBits } from '../../data/view/key-bits.ts';
import type { ViewRequest, ViewRow } from '../../data/view/types.ts';
import { createViewIndex } from '../../data/view/view-index.ts';
import { inSlices, type Slice } from './slice.ts';
import { takeIn } from './take-in.ts';

/** How many rows of the data are enough for it. */
export const WARM_UP_ROWS = 1500;
const ROUNDS = 20;
/** Rows of a page of a list. */
const LISTED = 50;
/** Of box and area around a row; the area is narrow, so that its grid has few cells. */
const REACH_DEGREES = 0.03;
const NARROW_DEGREES = 0.001;
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

/**
 * A view, or a page of a list, takes several times as long until its loops are compiled: they are made
 * to run here, over few rows, before anyone waits for one over many.
 */
export async function warmUp(rows: readonly ViewRow[], slice: Slice): Promise<void> {
  const sample = createViewIndex([], {
    rowsPerPage: 256,
    digestSizes: { whole: 64, sliced: 512 },
  });
  await takeIn({ removed: [], added: rows }, sample, slice);
  while (sample.tidy(1)) if (slice.isOver) await slice.next();
  const requests = requestsOver(rows);
  for (let round = 0; round < ROUNDS; round++) {
    for (const request of requests) {
      await inSlices(sample.count({ ...request, zoom: 10 + (round % 6) }), slice);
      const newestFirst = round % 2 === 0;
      const page = { ...request, placed: null, newestFirst, after: null, limit: LISTED };
      await inSlices(sample.list(page), slice);
    }
  }
}

/** One of each kind: all, a window, as known then, a search, a drawn area. */
function requestsOver(rows: readonly ViewRow[]): ViewRequest[] {
  const middle = rows[rows.length >> 1]?.occurredAt ?? 0;
  const [x, y] = rows.find(({ position }) => position !== null)?.position ?? [0, 0];
  const within = [
    [x - NARROW_DEGREES, y - REACH_DEGREES],
    [x + NARROW_DEGREES, y - REACH_DEGREES],
    [x, y + REACH_DEGREES],
  ] as const;
  const bbox = [x - REACH_DEGREES, y - REACH_DEGREES, x + REACH_DEGREES, 90] as const;
  return [
    EVERYTHING,
    { ...EVERYTHING, bbox, datetime: { from: middle, to: Infinity } },
    { ...EVERYTHING, asOf: middle },
    { ...EVERYTHING, textKeys: new KeyBits(rows.map(({ key }) => key)) },
    { ...EVERYTHING, within },
  ];
}
