import { CATEGORY_IDS, type CategoryId } from '../vocabulary/categories.ts';
import { VERIFICATION_IDS, type VerificationId } from '../vocabulary/verifications.ts';
import type { CellTable } from './cell-table.ts';
import { acceptance, CODE_MEANINGS, CODE_TABLE, CODES, countBy, sumCodes } from './codes.ts';
import { latitudeOf, longitudeOf } from './mercator.ts';
import type { Page } from './page.ts';
import type { Pass } from './pass.ts';
import type { ViewAnswer, ViewCluster, ViewRequest, ViewSingle } from './types.ts';

/** Reads the answer off what a pass has counted. */
export function answerOf(
  request: ViewRequest,
  pass: Pass,
  cells: CellTable,
  total: number,
): ViewAnswer {
  const listed = new Uint32Array(CODE_TABLE);
  for (let cell = 0; cell < cells.size; cell++) {
    for (let code = 0; code < CODES; code++) {
      listed[code] = (listed[code] as number) + (cells.counts[cell * CODES + code] as number);
    }
  }
  const matched = sumCodes(listed, pass.accept);
  const unplaced = sumCodes(pass.unplaced, pass.accept);
  const present = [...listed.keys()].filter((code) => (listed[code] as number) > 0);
  for (let code = 0; code < CODES; code++) {
    listed[code] =
      (listed[code] as number) + (pass.refused[code] as number) + (pass.unplaced[code] as number);
  }
  return {
    zoom: cells.zoom,
    ...marksOf(cells, present),
    matched,
    unplaced,
    matchedAnywhere: matched + unplaced + pass.elsewhere,
    total,
    timeline: pass.bins.timeline(pass.accept),
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
function marksOf(
  cells: CellTable,
  present: readonly number[],
): { clusters: ViewCluster[]; singles: ViewSingle[] } {
  const clusters: ViewCluster[] = [];
  const singles: ViewSingle[] = [];
  const { xs, ys } = cells;
  const order = Array.from({ length: cells.size }, (_, cell) => cell).sort(
    (a, b) => (ys[a] as number) - (ys[b] as number) || (xs[a] as number) - (xs[b] as number),
  );
  for (const cell of order) {
    const cluster = clusterOf(cells, cell, present);
    if (cluster.count > 1) clusters.push(cluster);
    else singles.push(singleOf(cells.firstPage[cell] as Page, cells.firstRow[cell] as number));
  }
  return { clusters, singles };
}

function singleOf(page: Page, row: number): ViewSingle {
  return { key: page.keys[row] as number, position: [page.longitude(row), page.latitude(row)] };
}

function clusterOf(cells: CellTable, cell: number, present: readonly number[]): ViewCluster {
  const byCategory: Partial<Record<CategoryId, number>> = {};
  const byVerification: Partial<Record<VerificationId, number>> = {};
  let count = 0;
  let imprecise = 0;
  for (const code of present) {
    const rows = cells.counts[cell * CODES + code] as number;
    if (rows === 0) continue;
    const meaning = CODE_MEANINGS[code] as (typeof CODE_MEANINGS)[number];
    const { category, verification } = meaning;
    byCategory[category] = (byCategory[category] ?? 0) + rows;
    byVerification[verification] = (byVerification[verification] ?? 0) + rows;
    count += rows;
    if (meaning.imprecise) imprecise += rows;
  }
  return {
    id: `c${cells.zoom}-${cells.xs[cell]}-${cells.ys[cell]}`,
    position: [
      longitudeOf((cells.sumX[cell] as number) / count),
      latitudeOf((cells.sumY[cell] as number) / count),
    ],
    count,
    byCategory,
    byVerification,
    imprecise,
    expansionZoom: cells.expansionZoom(cell),
  };
}
