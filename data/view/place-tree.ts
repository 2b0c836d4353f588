import { DEAD } from './codes.ts';
import type { Entry } from './entry.ts';
import { CELL_BITS_AT_ZERO, COORDINATE_BITS, MOST_ZOOM } from './mercator.ts';
import type { Page } from './page.ts';

/** A square as small as the smallest cell is not divided further: its pages pile up. */
const MOST_LEVEL = MOST_ZOOM + CELL_BITS_AT_ZERO;

/** A square of the map: divided into four, or a leaf with pages. */
export interface PlaceNode {
  /** 0 is the world; each level halves the side. */
  readonly level: number;
  /** North-west corner, Mercator units. */
  readonly x: number;
  readonly y: number;
  children: readonly PlaceNode[] | null;
  pages: Page[];
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
  readonly root: PlaceNode = { level: 0, x: 0, y: 0, children: null, pages: [] };

  /**
   * @param placed false where the rows have no place: all their pages then stay with the root.
   * @param rowsPerPage at which a square is divided; at most MOST_ROWS.
   */
  constructor(
    private readonly placed: boolean,
    private readonly rowsPerPage: number,
    private readonly owner: PageOwner,
  ) {}

  /** @returns the page that took the entry. */
  add(entry: Entry): Page {
    let node = this.root;
    for (;;) {
      while (node.children) node = childOf(node, node.children, entry.x, entry.y);
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

  private divide(node: PlaceNode): void {
    const half = sizeOf(node) / 2;
    const level = node.level + 1;
    const square = (x: number, y: number): PlaceNode => ({ level, x, y, children: null, pages: [] });
    const { pages } = node;
    node.pages = [];
    node.children = [
      square(node.x, node.y),
      square(node.x + half, node.y),
      square(node.x, node.y + half),
      square(node.x + half, node.y + half),
    ];
    for (const page of pages) {
      for (let row = 0; row < page.count; row++) {
        if (page.codes[row] === DEAD) continue;
        const entry = page.entry(row);
        this.owner.take(entry.key, this.add(entry));
      }
      this.owner.drop(page);
    }
  }
}

/** @returns width and height in Mercator units. */
export function sizeOf(node: PlaceNode): number {
  return 2 ** (COORDINATE_BITS - node.level);
}

function childOf(node: PlaceNode, children: readonly PlaceNode[], x: number, y: number): PlaceNode {
  const bit = COORDINATE_BITS - 1 - node.level;
  return children[((x >>> bit) & 1) | (((y >>> bit) & 1) << 1)] as PlaceNode;
}
