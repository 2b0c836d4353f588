import { DEAD } from './codes.ts';
import { SLICES } from './digest.ts';
import { type Entry, entryOf } from './entry.ts';
import { KeyDirectory } from './key-directory.ts';
import { Page } from './page.ts';
import { type DigestSizes, PlaceTree } from './place-tree.ts';
import { binGrid } from './timeline-bins.ts';
import type { ViewRow } from './types.ts';

/** Earliest and latest beginning of any row, ms since 1970; ±Infinity where there is none. */
export interface Span {
  readonly earliest: number;
  readonly latest: number;
}

const NO_SPAN: Span = { earliest: Infinity, latest: -Infinity };

/** Longer than any day of Minneapolis, whose incidents are many. */
const BRIEF_MS = 2 * 86_400_000;

/**
 * Rows in pages. Versions known today are kept apart from those that later ones have replaced,
 * which only an `asOf` in the past looks at; and so are the rows that have no place, and the few
 * that last: a window must look back in a page as far as its longest row lasts.
 */
export class ViewRows {
  readonly placedToday: PlaceTree;
  readonly lastingToday: PlaceTree;
  readonly placedBefore: PlaceTree;
  readonly unplacedToday: PlaceTree;
  readonly unplacedBefore: PlaceTree;
  private readonly digested: readonly PlaceTree[];
  /** Versions known today. */
  knownToday = 0;
  private readonly pages = new Map<number, Page>();
  private readonly directory = new KeyDirectory();
  private readonly untidy = new Set<Page>();
  private lastId = 0;
  private knownSpan: Span | null = NO_SPAN;
  private knownThen = { asOf: Infinity, total: 0 };

  /** Least latestAt − occurredAt of any row there has been, and 0: below only by an error. */
  shortestMs = 0;
  /** True while every row stands at the position that its units are read back as. */
  fits = true;
  private mayLackDigests = true;

  /**
   * @param rowsPerPage 1 to MOST_ROWS.
   */
  constructor(
    private readonly rowsPerPage: number,
    private readonly digestSizes: DigestSizes,
  ) {
    this.placedToday = this.tree(false, true);
    this.lastingToday = this.tree(false, true);
    this.placedBefore = this.tree(true, true);
    this.unplacedToday = this.tree(false, false);
    this.unplacedBefore = this.tree(true, false);
    this.digested = [this.placedToday, this.lastingToday, this.unplacedToday];
  }

  get size(): number {
    let size = 0;
    for (const page of this.pages.values()) size += page.living;
    return size;
  }

  get byteLength(): number {
    let sum = this.directory.byteLength;
    for (const page of this.pages.values()) sum += page.byteLength;
    for (const tree of this.digested) sum += tree.digestBytes;
    return sum;
  }

  add(row: ViewRow): void {
    this.remove(row.key);
    const entry = entryOf(row);
    const superseded = row.knownUntil !== Infinity;
    const page = this.treeFor(entry, superseded).add(entry);
    this.directory.set(entry.key, page.id);
    this.untidy.add(page);
    this.mayLackDigests = true;
    this.shortestMs = Math.min(this.shortestMs, entry.latestAt - entry.occurredAt);
    if (entry.exact !== null) this.fits = false;
    if (!superseded) this.knownToday++;
    const { earliest, latest } = this.knownSpan ?? NO_SPAN;
    if (this.knownSpan && (row.occurredAt < earliest || row.occurredAt > latest)) {
      this.knownSpan = {
        earliest: Math.min(earliest, row.occurredAt),
        latest: Math.max(latest, row.occurredAt),
      };
    }
    this.knownThen.asOf = Infinity;
  }

  /** @returns false where no row has the key. */
  remove(key: number): boolean {
    const found = this.find(key);
    if (!found) return false;
    const { page, row } = found;
    const time = page.times[row] as number;
    const entry = page.entry(row);
    this.treeFor(entry, page.superseded).forget(entry);
    page.kill(row);
    this.directory.delete(key);
    if (page.untidy) this.untidy.add(page);
    if (!page.superseded) this.knownToday--;
    if (time === this.knownSpan?.earliest || time === this.knownSpan?.latest) {
      this.knownSpan = null;
      this.mayLackDigests = true;
    }
    this.knownThen.asOf = Infinity;
    return true;
  }

  find(key: number): { page: Page; row: number } | null {
    const page = this.pages.get(this.directory.get(key));
    const row = page?.rowOf(key) ?? -1;
    return page === undefined || row < 0 ? null : { page, row };
  }

  /** Puts up to so many pages in order, or squares together. @returns true while there is more. */
  tidy(most: number): boolean {
    let done = 0;
    for (const page of this.untidy) {
      if (done++ >= most) return true;
      page.tidy();
      this.untidy.delete(page);
    }
    if (!this.mayLackDigests) return false;
    const { earliest, latest } = this.span();
    const grid = binGrid(earliest, latest, SLICES);
    this.mayLackDigests =
      grid.count === SLICES &&
      this.digested.some((tree) => tree.digest(grid, this.digestSizes, most - done));
    return this.mayLackDigests;
  }

  span(): Span {
    this.knownSpan ??= this.measureSpan();
    return this.knownSpan;
  }

  /** Counts how many versions were known at `asOf`, a page a step. */
  *total(asOf: number): Generator<void, number, void> {
    if (asOf === Infinity) return this.knownToday;
    if (this.knownThen.asOf !== asOf) {
      let total = 0;
      for (const page of this.pages.values()) {
        total += countKnown(page, asOf);
        yield;
      }
      this.knownThen = { asOf, total };
    }
    return this.knownThen.total;
  }

  private treeFor({ placed, occurredAt, latestAt }: Entry, superseded: boolean): PlaceTree {
    if (!placed) return superseded ? this.unplacedBefore : this.unplacedToday;
    if (superseded) return this.placedBefore;
    return latestAt - occurredAt > BRIEF_MS ? this.lastingToday : this.placedToday;
  }

  private tree(superseded: boolean, placed: boolean): PlaceTree {
    return new PlaceTree(placed, this.rowsPerPage, {
      make: () => {
        const page = new Page(++this.lastId, superseded, placed);
        this.pages.set(page.id, page);
        return page;
      },
      take: (key, page) => {
        this.directory.set(key, page.id);
        this.untidy.add(page);
      },
      drop: (page) => {
        this.pages.delete(page.id);
        this.untidy.delete(page);
      },
    });
  }

  private measureSpan(): Span {
    let { earliest, latest } = NO_SPAN;
    for (const page of this.pages.values()) {
      for (const row of endRows(page)) {
        earliest = Math.min(earliest, page.times[row] as number);
        latest = Math.max(latest, page.times[row] as number);
      }
    }
    return { earliest, latest };
  }
}

/** Rows among which the earliest and the latest living one are: the ends of the order, and the rest. */
function* endRows({ codes, sorted, count }: Page): Generator<number> {
  let first = 0;
  while (first < sorted && codes[first] === DEAD) first++;
  let last = sorted - 1;
  while (last > first && codes[last] === DEAD) last--;
  if (first < sorted) yield* [first, last];
  for (let row = sorted; row < count; row++) if (codes[row] !== DEAD) yield row;
}

function countKnown(page: Page, asOf: number): number {
  let count = 0;
  for (let row = 0; row < page.count; row++) {
    if (page.codes[row] !== DEAD && page.wasKnown(row, asOf)) count++;
  }
  return count;
}
