import type { TimeSpan } from '../time/span.ts';
import { CATEGORY_IDS } from '../vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../vocabulary/verifications.ts';
import type { CellTable } from './cell-table.ts';
import {
  acceptance,
  CODE_TABLE,
  CODES,
  categoryOf,
  countBy,
  isImprecise,
  sumCodes,
  verificationOf,
} from './codes.ts';
import { latitudeOf, longitudeOf } from './mercator.ts';
import type { Page } from './page.ts';
import type { Pass } from './pass.ts';
import type { ViewCluster, ViewRequest, ViewSingle, ViewSteps } from './types.ts';

/** Cells that are read in one step. */
const CELLS_A_STEP = 128;

/** Reads the answer off what a pass has counted. @param all of what is known at `asOf`, and when. */
export function* answerOf(
  request: ViewRequest,
  pass: Pass,
  cells: CellTable,
  { total, whole }: { readonly total: number; readonly whole: TimeSpan },
): ViewSteps {
  const listed = new Uint32Array(CODE_TABLE);
  for (let cell = 0; cell < cells.size; cell++) {
    for (let code = 0; code < CODES; code++) {
      listed[code] = (listed[code] as number) + (cells.counts[cell * CODES + code] as number);
    }
    if (cell % CELLS_A_STEP === 0) yield;
  }
  const matched = sumCodes(listed, pass.accept);
  const unplaced = sumCodes(pass.unplaced, pass.accept);
  const present = [...listed.keys()].filter((code) => (listed[code] as number) > 0);
  for (let code = 0; code < CODES; code++) {
    listed[code] =
      (listed[code] as number) + (pass.refused[code] as number) + (pass.unplaced[code] as number);
  }
  const marks = yield* marksOf(cells, present);
  const timeline = pass.bins.timeline(pass.accept, whole);
  yield;
  return {
    zoom: cells.zoom,
    ...marks,
    matched,
    unplaced,
    matchedAnywhere: matched + unplaced + pass.elsewhere,
    total,
    timeline,
    facets: {
      category: countBy('category', CATEGORY_IDS, listed, acceptance(null, request.verifications)),
      verification: countBy(
        'verification',
        VERIFICATION_IDS,
        listed,
        acceptance(request.categories, null),
      ),
    },
  };
}

/** Marks from north to south, then west to east. @param present codes that any cell has. */
function* marksOf(
  cells: CellTable,
  present: readonly number[],
): Generator<void, { clusters: ViewCluster[]; singles: ViewSingle[] }, void> {
  const clusters: ViewCluster[] = [];
  const singles: ViewSingle[] = [];
  const { xs, ys } = cells;
  const order = Array.from({ length: cells.size }, (_, cell) => cell).sort(
    (a, b) => (ys[a] as number) - (ys[b] as number) || (xs[a] as number) - (xs[b] as number),
  );
  for (const [place, cell] of order.entries()) {
    if (place % CELLS_A_STEP === 0) yield;
    const cluster = clusterOf(cells, cell, present);
    if (cluster.count > 1) clusters.push(cluster);
    else singles.push(singleOf(cells.firstPage[cell] as Page, cells.firstRow[cell] as number));
  }
  return { clusters, singles };
}

function singleOf(page: Page, row: number): ViewSingle {
  return { key: page.keys[row] as number, position: [page.longitude(row), page.latitude(row)] };
}

const inCategory = new Uint32Array(CATEGORY_IDS.length);
const inVerification = new Uint32Array(VERIFICATION_IDS.length);

function clusterOf(cells: CellTable, cell: number, present: readonly number[]): ViewCluster {
  inCategory.fill(0);
  inVerification.fill(0);
  let count = 0;
  let imprecise = 0;
  for (const code of present) {
    const rows = cells.counts[cell * CODES + code] as number;
    const category = categoryOf(code);
    const verification = verificationOf(code);
    inCategory[category] = (inCategory[category] as number) + rows;
    inVerification[verification] = (inVerification[verification] as number) + rows;
    count += rows;
    if (isImprecise(code)) imprecise += rows;
  }
  return {
    id: `c${cells.zoom}-${cells.xs[cell]}-${cells.ys[cell]}`,
    position: [
      longitudeOf((cells.sumX[cell] as number) / count),
      latitudeOf((cells.sumY[cell] as number) / count),
    ],
    count,
    byCategory: onlyPresent(CATEGORY_IDS, inCategory),
    byVerification: onlyPresent(VERIFICATION_IDS, inVerification),
    imprecise,
    expansionZoom: cells.expansionZoom(cell),
  };
}

function onlyPresent<Id extends string>(
  ids: readonly Id[],
  counts: Uint32Array,
): Partial<Record<Id, number>> {
  const result: Partial<Record<Id, number>> = {};
  for (let index = 0; index < ids.length; index++) {
    const rows = counts[index] as number;
    if (rows > 0) result[ids[index] as Id] = rows;
  }
  return result;
}
