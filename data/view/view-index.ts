import { INSIDE, PARTLY } from '../geo/lie.ts';
import { answerOf } from './answer.ts';
import { CellTable } from './cell-table.ts';
import { countSquares, countUnplaced } from './count-squares.ts';
import { KeptTimelines } from './kept-timelines.ts';
import type { KeyBits } from './key-bits.ts';
import { Listing } from './listing.ts';
import { MOST_ZOOM } from './mercator.ts';
import { MOST_ROWS, Page } from './page.ts';
import { Pass } from './pass.ts';
import type { DigestSizes } from './place-tree.ts';
import { binGrid, spanGrid } from './timeline-bins.ts';
import type {
  ListRequest,
  ListSteps,
  LiveViewIndex,
  ViewAnswer,
  ViewChange,
  ViewRequest,
  ViewRow,
  ViewSteps,
} from './types.ts';
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
  private isCounting = false;

  constructor(private readonly rows: ViewRows) {}

  get size(): number {
    return this.rows.size;
  }

  get byteLength(): number {
    return this.rows.byteLength;
  }

  apply({ removedKeys, added }: ViewChange): void {
    this.refuseWhileCounting();
    for (const key of removedKeys) this.rows.remove(key);
    for (const row of added) this.rows.add(row);
    this.timelines.clear();
  }

  tidy(pages: number): boolean {
    this.refuseWhileCounting();
    return this.rows.tidy(pages);
  }

  view(request: ViewRequest): ViewAnswer {
    const steps = this.count(request);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  count(request: ViewRequest): ViewSteps {
    return this.alone(() => this.countAll(request));
  }

  list(request: ListRequest): ListSteps {
    return this.alone(() => this.listAll(request));
  }

  /** From the first step to the last, nothing else is done. */
  private *alone<Answer>(
    begin: () => Generator<void, Answer, void>,
  ): Generator<void, Answer, void> {
    this.refuseWhileCounting();
    this.isCounting = true;
    try {
      return yield* begin();
    } finally {
      this.isCounting = false;
    }
  }

  private refuseWhileCounting(): void {
    if (this.isCounting) {
      throw new Error('A view is being counted: take its steps to the end, or give it up, before.');
    }
  }

  private *countAll(request: ViewRequest): ViewSteps {
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
      rows,
      few ? null : textKeys,
    );
    yield;
    if (few) yield* this.countKeys(pass, textKeys, asOf);
    else yield* this.countRows(pass, asOf);
    this.timelines.keep(request, pass.bins);
    const { from, to } = binGrid(earliest, latest, 1);
    const total = yield* rows.total(asOf);
    return yield* answerOf(request, pass, cells, { total, whole: { from, to } });
  }

  private *countRows(pass: Pass, asOf: number): Generator<void, void, void> {
    const { placedToday, lastingToday, placedBefore, unplacedToday, unplacedBefore } = this.rows;
    // A digest knows all rows of today, and neither their texts nor what was known before.
    const hasDigests = asOf === Infinity && !pass.asksText;
    yield* countSquares(pass, placedToday.root, hasDigests);
    yield* countSquares(pass, lastingToday.root, hasDigests);
    yield* countUnplaced(pass, unplacedToday.root, hasDigests);
    if (asOf === Infinity) return;
    yield* countSquares(pass, placedBefore.root, false);
    yield* countUnplaced(pass, unplacedBefore.root, false);
  }

  private *countKeys(pass: Pass, keys: KeyBits, asOf: number): Generator<void, void, void> {
    const { placed, unplaced } = yield* this.pagesOf(keys, asOf);
    pass.addPlaced(placed, 0, PARTLY, true, null, PARTLY);
    yield;
    pass.addUnplaced(unplaced);
    pass.addBegins(unplaced);
  }

  private *listAll(request: ListRequest): ListSteps {
    const { rows } = this;
    const { textKeys, asOf, bbox, within, placed } = request;
    const few = textKeys !== null && textKeys.size <= FEW_KEYS;
    const listing = new Listing(request, rows, few ? null : textKeys);
    const hasPlaced = placed !== false;
    const hasUnplaced = placed !== true && bbox === null && within === null;
    if (few) {
      const found = yield* this.pagesOf(textKeys, asOf);
      if (hasPlaced) listing.addPage(found.placed, PARTLY, PARTLY, false);
      if (hasUnplaced) listing.addPage(found.unplaced, INSIDE, INSIDE, false);
      return listing.answer;
    }
    const { placedToday, lastingToday, placedBefore, unplacedToday, unplacedBefore } = rows;
    const isToday = asOf === Infinity;
    const placedTrees = isToday
      ? [placedToday, lastingToday]
      : [placedToday, lastingToday, placedBefore];
    const unplacedTrees = isToday ? [unplacedToday] : [unplacedToday, unplacedBefore];
    for (const { root } of hasPlaced ? placedTrees : []) yield* listing.addSquares(root, PARTLY);
    for (const { root } of hasUnplaced ? unplacedTrees : [])
      yield* listing.addSquares(root, INSIDE);
    return listing.answer;
  }

  /** Copies the few rows into pages of their own. */
  private *pagesOf(
    keys: KeyBits,
    asOf: number,
  ): Generator<void, { readonly placed: Page; readonly unplaced: Page }, void> {
    const placed = new Page(0, true, true);
    const unplaced = new Page(0, true, false);
    for (const key of keys) {
      const found = this.rows.find(key);
      if (!found || (found.page.superseded && asOf === Infinity)) continue;
      const entry = found.page.entry(found.row);
      (entry.placed ? placed : unplaced).append(entry);
      yield;
    }
    return { placed, unplaced };
  }
}
