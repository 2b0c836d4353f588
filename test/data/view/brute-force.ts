import { bboxHas } from '../../../data/geo/bbox.ts';
import { MOST_CELLS } from '../../../data/view/cell-table.ts';
import type { ViewAnswer, ViewRequest, ViewRow } from '../../../data/view/types.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../../data/vocabulary/verifications.ts';
import { plainlyHas } from '../geo/areas.ts';

/** A mark as both sides give it: what a person sees, without the centroid's last digits. */
export interface CountedMark {
  readonly id: string;
  readonly count: number;
  readonly byCategory: Record<string, number>;
  readonly byVerification: Record<string, number>;
  readonly imprecise: number;
  readonly expansionZoom: number;
  readonly position: readonly [number, number];
}

/**
 * Answers a view the slow and plain way: each row is asked each question. Shares no code with the
 * index but the definition of a box and the limit on marks.
 */
export function bruteForce(rows: readonly ViewRow[], request: ViewRequest) {
  const known = rows.filter((row) => isKnown(row, request.asOf));
  const matching = (row: ViewRow, lifted: 'time' | 'category' | 'verification' | null): boolean =>
    (lifted === 'time' || touches(row, request)) &&
    (lifted === 'category' || (request.categories?.includes(row.category) ?? true)) &&
    (lifted === 'verification' || (request.verifications?.includes(row.verification) ?? true)) &&
    (request.textKeys?.has(row.key) ?? true);
  const inBox = (row: ViewRow): boolean =>
    row.position !== null && bboxHas(request.bbox, row.position[0], row.position[1]);
  const { within } = request;
  const inArea = (row: ViewRow): boolean =>
    within === null || row.position === null || plainlyHas(within, row.position);
  const near = known.filter(inArea);
  const listed = near.filter((row) => row.position === null || inBox(row));
  const matched = near.filter((row) => matching(row, null));
  const placed = matched.filter(inBox);
  return {
    ...marks(placed, request.zoom),
    matched: placed.length,
    unplaced: matched.filter((row) => row.position === null).length,
    matchedAnywhere: matched.length,
    total: known.length,
    begins: listed.filter((row) => matching(row, 'time')),
    facets: {
      category: tally(
        CATEGORY_IDS,
        listed.filter((row) => matching(row, 'category')),
        'category',
      ),
      verification: tally(
        VERIFICATION_IDS,
        listed.filter((row) => matching(row, 'verification')),
        'verification',
      ),
    },
  };
}

export function isKnown(row: ViewRow, asOf: number): boolean {
  return row.knownFrom <= asOf && (asOf < row.knownUntil || row.knownUntil === Infinity);
}

/** The cell of a position as the slippy map has it: 2^(zoom + 3) columns and rows. */
export function cellOf(position: readonly [number, number], zoom: number): string {
  const across = 2 ** (zoom + 3);
  return mercator(position)
    .map((part) => Math.max(0, Math.min(across - 1, Math.floor(part * across))))
    .join('-');
}

/** Web Mercator, the world from 0 to 1, x east and y south. */
function mercator([longitude, latitude]: readonly [number, number]): [number, number] {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return [(longitude + 180) / 360, Math.max(0, Math.min(1, y))];
}

/** The middle of the incidents on the map, back in degrees. */
function centroid(positions: readonly (readonly [number, number])[]): [number, number] {
  const points = positions.map(mercator);
  const y = mean(points.map((point) => point[1]));
  const latitude = (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  return [mean(positions.map((position) => position[0])), latitude];
}

/** Checks a timeline against the rows it should count, one by one. */
export function timelineCounts(
  timeline: ViewAnswer['timeline'],
  begins: readonly ViewRow[],
  by: 'category' | 'verification',
) {
  const counts: Record<string, number[]> = {};
  const bins = Math.round((timeline.to - timeline.from) / timeline.binMs);
  for (const row of begins) {
    if (row.occurredAt < timeline.from || row.occurredAt >= timeline.to) continue;
    counts[row[by]] ??= new Array<number>(bins).fill(0);
    const bins_ = counts[row[by]] as number[];
    for (let bin = 0; bin < bins; bin++) {
      const start = timeline.from + bin * timeline.binMs;
      if (row.occurredAt >= start && row.occurredAt < start + timeline.binMs) {
        bins_[bin] = (bins_[bin] as number) + 1;
      }
    }
  }
  return counts;
}

function touches(row: ViewRow, { datetime }: ViewRequest): boolean {
  return datetime === null || (row.occurredAt <= datetime.to && row.latestAt >= datetime.from);
}

function marks(rows: readonly ViewRow[], asked: number) {
  let zoom = Math.floor(asked);
  let cells = byCell(rows, zoom);
  while (cells.size > MOST_CELLS) cells = byCell(rows, --zoom);
  const clusters: CountedMark[] = [];
  const singles: { key: number; position: readonly [number, number] }[] = [];
  for (const [cell, members] of cells) {
    const positions = members.map((row) => row.position as readonly [number, number]);
    const [first] = members;
    if (members.length === 1 && first) {
      singles.push({ key: first.key, position: positions[0] as readonly [number, number] });
      continue;
    }
    let expansionZoom = zoom + 1;
    while (
      expansionZoom <= 20 &&
      new Set(positions.map((p) => cellOf(p, expansionZoom))).size < 2
    ) {
      expansionZoom++;
    }
    clusters.push({
      id: `c${zoom}-${cell}`,
      count: members.length,
      byCategory: onlyPresent(tally(CATEGORY_IDS, members, 'category')),
      byVerification: onlyPresent(tally(VERIFICATION_IDS, members, 'verification')),
      imprecise: members.filter((row) => row.imprecise).length,
      expansionZoom,
      position: centroid(positions),
    });
  }
  return { zoom, clusters, singles };
}

function byCell(rows: readonly ViewRow[], zoom: number): Map<string, ViewRow[]> {
  const cells = new Map<string, ViewRow[]>();
  for (const row of rows) {
    const cell = cellOf(row.position as readonly [number, number], zoom);
    const members = cells.get(cell);
    if (members) members.push(row);
    else cells.set(cell, [row]);
  }
  return cells;
}

function tally(ids: readonly string[], rows: readonly ViewRow[], key: 'category' | 'verification') {
  return Object.fromEntries(ids.map((id) => [id, rows.filter((row) => row[key] === id).length]));
}

function onlyPresent(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
