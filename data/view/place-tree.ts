import { DEAD } from './codes.ts';
import { Digest } from './digest.ts';
import type { Entry } from './entry.ts';
import { CELL_BITS_AT_ZERO, COORDINATE_BITS, MOST_ZOOM } from './mercator.ts';
import type { Page } from './page.ts';
import type { BinGrid } from './timeline-bins.ts';

/** A square as small as the smallest cell is not divided further: its pages pile up. */
const MOST_LEVEL = MOST_ZOOM + CELL_BITS_AT_ZERO;

/** A square of the map: divided into four, or a leaf with pages. */
export interface PlaceNode {
  /** 0 is the world; each level halves the side. */
  readonly level: number;
  /** North-west corner, Mercator units. */
  readonly x: number;
  readonly y: number;
  /** Living rows in it. */
  rows: number;
  children: readonly PlaceNode[] | null;
  pages: Page[];
  digest: Digest | null;
}

/**
 * Squares of a few times fewer rows than one of SLICES slices have get so many, which divide those, and
 * are as fine in counts alone, for the timeline.
 */
const COARSE_SLICES = 12;
const COARSE_SHARE = 5;

/** Rows of a square from which it gets a digest. */
export interface DigestSizes {
  /** Of one slice, 2 KB: for views of all time. */
  readonly whole: number;
  /** Of SLICES slices, 110 KB: for any window. */
  readonly sliced: number;
}

/** Keeps the pages that a tree hands out, by their keys. */
export interface PageOwner {
  make(): Page;
  /** The row has gone to another page. */
  take(key: number, page: Page): void;
  /** The page is used no more. */
  drop(page: Page): void;
}

/**
 * Quadtree of pages. Its squares are the squares of the grid of cells, so that a page lies in one
 * cell of every zoom up to its level:
 *
 *     level 0 ┌───────┬───┬───┐
 *             │       │   │▪▪ │   ▪▪ a hot spot is divided until a page
 *             │       ├───┼───┤      holds no more than its rows
 *             │       │   │   │
 *             ├───────┼───┴───┤
 *             │       │       │
 *             └───────┴───────┘
 */
export class PlaceTree {
  readonly root: PlaceNode = newNode(0, 0, 0);
  private grid: BinGrid | null = null;

  /**
   * @param placed false where the rows have no place: all their pages then stay with the root.
   * @param rowsPerPage at which a square is divided; at most MOST_ROWS.
   */
  constructor(
    private readonly placed: boolean,
    private readonly rowsPerPage: number,
    private readonly owner: PageOwner,
  ) {}

  get digestBytes(): number {
    let sum = 0;
    eachNode(this.root, ({ digest }) => {
      sum += digest?.byteLength ?? 0;
    });
    return sum;
  }

  /** @returns the page that took the entry. */
  add(entry: Entry): Page {
    return this.addBelow(this.root, entry);
  }

  /** Tells the squares above that a row is gone; its page knows already. */
  forget({ x, y, occurredAt, code }: Entry): void {
    for (let node: PlaceNode | null = this.root; node; ) {
      node.rows--;
      node.digest?.add(occurredAt, code, x, y, -1);
      node = node.children && childOf(node, node.children, x, y);
    }
  }

  /**
   * Makes digests for squares of many rows, smallest first, until all have one for the grid.
   * @param grid of SLICES bins, for the digests of big squares.
   * @param most digests to make.
   * @returns true while there is more to do.
   */
  digest(grid: BinGrid, sizes: DigestSizes, most: number): boolean {
    if (grid.from !== this.grid?.from || grid.to !== this.grid.to) {
      eachNode(this.root, (node) => {
        node.digest = null;
      });
      this.grid = grid;
    }
    const slicedIn = (count: number): BinGrid => ({
      ...grid,
      binMs: (grid.to - grid.from) / count,
      count,
    });
    const whole = slicedIn(1);
    const coarse = slicedIn(COARSE_SLICES);
    let made = 0;
    const digestBelow = (node: PlaceNode): boolean => {
      if (node.rows < sizes.whole) return false;
      if (node.children?.some(digestBelow)) return true;
      const few = node.rows < sizes.sliced / COARSE_SHARE ? whole : coarse;
      const wanted = node.rows < sizes.sliced ? few : grid;
      if (node.digest && node.digest.grid.count >= wanted.count) return false;
      if (made++ >= most) return true;
      node.digest = digestOf(node, wanted, wanted === whole ? whole : grid);
      return false;
    };
    return digestBelow(this.root);
  }

  private addBelow(start: PlaceNode, entry: Entry): Page {
    let node = this.count(start, entry);
    for (;;) {
      while (node.children) {
        node = this.count(childOf(node, node.children, entry.x, entry.y), entry);
      }
      let page = node.pages.at(-1);
      if (page && page.count >= this.rowsPerPage) {
        if (this.placed && node.level < MOST_LEVEL) {
          this.divide(node);
          continue;
        }
        page = undefined;
      }
      if (!page) {
        page = this.owner.make();
        node.pages.push(page);
      }
      page.append(entry);
      return page;
    }
  }

  private count(node: PlaceNode, { occurredAt, code, x, y }: Entry): PlaceNode {
    node.rows++;
    const { digest } = node;
    const fits =
      digest !== null &&
      node.rows <= digest.mostRows &&
      occurredAt >= digest.grid.from &&
      occurredAt < digest.grid.to;
    if (fits) digest.add(occurredAt, code, x, y, 1);
    else node.digest = null;
    return node;
  }

  private divide(node: PlaceNode): void {
    const half = sizeOf(node) / 2;
    const level = node.level + 1;
    const { pages, x, y } = node;
    node.pages = [];
    node.children = [
      newNode(level, x, y),
      newNode(level, x + half, y),
      newNode(level, x, y + half),
      newNode(level, x + half, y + half),
    ];
    const only = onlyChildOf(node, node.children, pages);
    if (only) {
      only.pages = pages;
      only.rows = pages.reduce((sum, page) => sum + page.living, 0);
      return;
    }
    for (const page of pages) {
      for (let row = 0; row < page.count; row++) {
        if (page.codes[row] === DEAD) continue;
        const entry = page.entry(row);
        const child = childOf(node, node.children, entry.x, entry.y);
        this.owner.take(entry.key, this.addBelow(child, entry));
      }
      this.owner.drop(page);
    }
  }
}

/** @returns the quarter that has all the rows: at a point that many share, one after another does. */
function onlyChildOf(
  node: PlaceNode,
  children: readonly PlaceNode[],
  pages: readonly Page[],
): PlaceNode | null {
  let only: PlaceNode | null = null;
  for (const { codes, xs, ys, count } of pages) {
    for (let row = 0; row < count; row++) {
      if (codes[row] === DEAD) continue;
      const child = childOf(node, children, xs[row] as number, ys[row] as number);
      only ??= child;
      if (child !== only) return null;
    }
  }
  return only;
}

/** @returns width and height in Mercator units. */
export function sizeOf(node: PlaceNode): number {
  return 2 ** (COORDINATE_BITS - node.level);
}

/** @returns every page in the square. */
export function pagesIn(node: PlaceNode): Page[] {
  const found: Page[] = [];
  eachNode(node, ({ pages }) => {
    for (const page of pages) found.push(page);
  });
  return found;
}

function eachNode(node: PlaceNode, call: (node: PlaceNode) => void): void {
  call(node);
  if (node.children) for (const child of node.children) eachNode(child, call);
}

function newNode(level: number, x: number, y: number): PlaceNode {
  return { level, x, y, rows: 0, children: null, pages: [], digest: null };
}

function childOf(node: PlaceNode, children: readonly PlaceNode[], x: number, y: number): PlaceNode {
  const bit = COORDINATE_BITS - 1 - node.level;
  return children[((x >>> bit) & 1) | (((y >>> bit) & 1) << 1)] as PlaceNode;
}

/** Adds up the children's digests, and the rows of what has none. */
function digestOf(node: PlaceNode, grid: BinGrid, bins: BinGrid): Digest {
  const digest = new Digest(grid, bins, node.rows);
  const pages: Page[] = [];
  const parts: Digest[] = [];
  const gather = (square: PlaceNode): void => {
    if (square.digest?.grid.count === grid.count) parts.push(square.digest);
    else {
      pages.push(...square.pages);
      square.children?.forEach(gather);
    }
  };
  gather(node);
  digest.addAll(pages, parts);
  return digest;
}
