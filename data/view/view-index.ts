import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { answerOf } from './answer.ts';
import { CellTable } from './cell-table.ts';
import { KeptTimelines } from './kept-timelines.ts';
import type { KeyBits } from './key-bits.ts';
import { MOST_ZOOM } from './mercator.ts';
import { MOST_ROWS, Page } from './page.ts';
import { Pass } from './pass.ts';
import { type DigestSizes, eachPage, type PlaceNode, sizeOf } from './place-tree.ts';
import { binGrid, spanGrid } from './timeline-bins.ts';
import type { LiveViewIndex, ViewAnswer, ViewChange, ViewRequest, ViewRow } from './types.ts';
import { ViewRows } from './view-rows.ts';

/** Up to so many keys are looked up one by one (1 µs each); for more, all rows are asked. */
const FEW_KEYS = 1000;

const DIGEST_SIZES: DigestSizes = { whole: 1024, sliced: 49_152 };

export interface PageSizes {
  /** At which a square is divided; 1 to MOST_ROWS. Fewer make a change cheaper and a view slower. */
  readonly rowsPerPage?: number;
  /** From which a square is added up; fewer cost memory, and make the view of many rows quicker. */
  readonly digestSizes?: DigestSizes;
}

/** @returns an index of the rows, in order and ready. */
export function createViewIndex(
  rows: readonly ViewRow[] = [],
  { rowsPerPage = MOST_ROWS, digestSizes = DIGEST_SIZES }: PageSizes = {},
): LiveViewIndex {
  const index = new PagedViewIndex(new ViewRows(rowsPerPage, digestSizes));
  index.apply({ removedKeys: [], added: rows });
  index.tidy(Infinity);
  return index;
}

/**
 * Answers from columns in pages: a page holds the rows of one square of the map in order of time,
 * so that box and window both leave out most of what they do not touch.
 */
class PagedViewIndex implements LiveViewIndex {
  private readonly cells = new CellTable();
  private readonly timelines = new KeptTimelines();

  constructor(private readonly rows: ViewRows) {}

  get size(): number {
    return this.rows.size;
  }

  get byteLength(): number {
    return this.rows.byteLength;
  }

  apply({ removedKeys, added }: ViewChange): void {
    for (const key of removedKeys) this.rows.remove(key);
    for (const row of added) this.rows.add(row);
    this.timelines.clear();
  }

  tidy(pages: number): boolean {
    return this.rows.tidy(pages);
  }

  view(request: ViewRequest): ViewAnswer {
    const { rows, cells } = this;
    const { textKeys, asOf } = request;
    const { earliest, latest } = rows.span();
    const few = textKeys !== null && textKeys.size <= FEW_KEYS;
    cells.reset(Math.max(0, Math.min(MOST_ZOOM, Math.floor(request.zoom))));
    const { span, bins } = request;
    const pass = new Pass(
      request,
      span ? spanGrid(span, bins) : binGrid(earliest, latest, bins),
      this.timelines.find(request),
      cells,
      rows.shortestMs,
      few ? null : textKeys,
    );
    if (few) this.addKeys(pass, textKeys, asOf);
    else this.addAll(pass, asOf);
    this.timelines.keep(request, pass.bins);
    const { from, to } = binGrid(earliest, latest, 1);
    return answerOf(request, pass, cells, { total: rows.total(asOf), whole: { from, to } });
  }

  private addAll(pass: Pass, asOf: number): void {
    const { placedToday, lastingToday, placedBefore, unplacedToday, unplacedBefore } = this.rows;
    // A digest knows all rows of today, and neither their texts nor what was known before.
    const hasDigests = asOf === Infinity && !pass.asksText;
    const begins = pass.countsBegins;
    for (const { root } of [placedToday, lastingToday]) {
      addSquare(pass, root, UNSEEN, { begins, hasDigests });
    }
    for (const page of unplacedToday.root.pages) pass.addUnplaced(page);
    if (asOf === Infinity) return;
    addSquare(pass, placedBefore.root, UNSEEN, { begins, hasDigests: false });
    for (const page of unplacedBefore.root.pages) pass.addUnplaced(page);
  }

  /** Copies the few rows into pages of their own, and counts these. */
  private addKeys(pass: Pass, keys: KeyBits, asOf: number): void {
    const placed = new Page(0, true, true);
    const unplaced = new Page(0, true, false);
    for (const key of keys) {
      const found = this.rows.find(key);
      if (!found || (found.page.superseded && asOf === Infinity)) continue;
      const entry = found.page.entry(found.row);
      (entry.placed ? placed : unplaced).append(entry);
    }
    pass.addPlaced(placed, 0, PARTLY, true, null, PARTLY);
    pass.addUnplaced(unplaced);
  }
}

/** How a square lies to the box and to the area. */
interface Lies {
  readonly box: Lie;
  readonly area: Lie;
}

const UNSEEN: Lies = { box: PARTLY, area: PARTLY };

/**
 * Counts a square of the map, from its digest where it has one and that will do.
 * @param begins false where the timeline has its rows already.
 */
function addSquare(
  pass: Pass,
  node: PlaceNode,
  parent: Lies,
  { begins, hasDigests }: { begins: boolean; hasDigests: boolean },
): void {
  const area = parent.area === PARTLY ? pass.areaLieOf(node) : parent.area;
  if (area === OUTSIDE) return;
  const lie = parent.box === PARTLY ? pass.lieOf(node.x, node.y, sizeOf(node)) : parent.box;
  let needsBegins = begins && lie !== OUTSIDE;
  if (hasDigests && node.digest && lie !== PARTLY && area === INSIDE) {
    if (needsBegins && pass.addBeginsOf(node.digest)) needsBegins = false;
    if (pass.addSquare(node, node.digest, lie)) {
      if (needsBegins) eachPage(node, (page) => pass.addBegins(page));
      return;
    }
  }
  for (const child of node.children ?? []) {
    addSquare(pass, child, { box: lie, area }, { begins: needsBegins, hasDigests });
  }
  for (const page of node.pages) pass.addPlaced(page, node.level, lie, needsBegins, null, area);
}
