import { INSIDE, OUTSIDE, PARTLY } from './lie.ts';
import { type Ring, ringHas } from './ring.ts';

/** Units by which an edge is taken to be wider than it is, so that no rounding puts a point past it. */
const MARGIN = 3;

/** Cells in columns from west to east, and in lines. */
export interface GridPlan {
  readonly columns: number;
  readonly lines: number;
  /** @returns the cell's column, of a longitude in units; may lie beyond the grid. */
  columnOf(x: number): number;
  /** @returns the latitudes of a line of cells, in units. */
  latitudesOf(line: number): readonly [south: number, north: number];
}

/**
 * A ring laid over cells, so that nearly every point is decided by one look: only points in a cell
 * that an edge may meet (`PARTLY`) are held against the edges of that line of cells.
 *
 *     ┌──┬──┬──┬──┬──┐
 *     │  │▒▒│▒▒│▒▒│  │   ▒ partly
 *     ├──┼──┼──┼──┼──┤   █ inside
 *     │▒▒│▒▒│██│▒▒│  │     outside
 *     ├──┼──┼──┼──┼──┤
 *     │▒▒│▒▒│▒▒│▒▒│  │
 *     └──┴──┴──┴──┴──┘
 */
export class AreaGrid {
  readonly columns: number;
  readonly lines: number;
  /** A `Lie` a cell, line by line. */
  readonly cells: Uint8Array;
  /** By line, the edges that its cells may meet. */
  readonly edges: readonly Int32Array[];

  constructor(
    private readonly ring: Ring,
    plan: GridPlan,
  ) {
    this.columns = plan.columns;
    this.lines = plan.lines;
    this.cells = new Uint8Array(plan.columns * plan.lines);
    this.edges = Array.from({ length: plan.lines }, (_, line) => this.drawLine(line, plan));
  }

  lieOf(column: number, line: number): number {
    const isOn = column >= 0 && column < this.columns && line >= 0 && line < this.lines;
    return isOn ? (this.cells[line * this.columns + column] as number) : OUTSIDE;
  }

  /** Decides a point of a cell that lies partly inside. @param x, y in units. */
  decide(line: number, x: number, y: number): boolean {
    return ringHas(this.ring, x, y, this.edges[line] as Int32Array);
  }

  /** Marks the cells of a line that an edge may meet; between them, each crossing changes the side. */
  private drawLine(line: number, plan: GridPlan): Int32Array {
    const { ring, cells, columns } = this;
    const [south, north] = plan.latitudesOf(line);
    const [low, high] = [south - MARGIN, north + MARGIN];
    // Between two units, where no corner is.
    const middle = Math.floor((south + north) / 2) + 0.5;
    const start = line * columns;
    const columnOf = (x: number): number => Math.max(0, Math.min(columns - 1, plan.columnOf(x)));
    const edges: number[] = [];
    const crossed = new Uint8Array(columns);
    for (let edge = 0; edge < ring.count; edge++) {
      const a = ring.ys[edge] as number;
      const b = ring.ys[edge + 1] as number;
      if (Math.max(a, b) < low || Math.min(a, b) > high) continue;
      edges.push(edge);
      const ends = [longitudeAt(ring, edge, a, b, low), longitudeAt(ring, edge, a, b, high)];
      if (a === b) ends.push(ring.xs[edge] as number, ring.xs[edge + 1] as number);
      const first = columnOf(Math.min(...ends) - MARGIN);
      const last = columnOf(Math.max(...ends) + MARGIN);
      cells.fill(PARTLY, start + first, start + last + 1);
      if (a > middle !== b > middle) {
        const column = columnOf(longitudeAt(ring, edge, a, b, middle));
        crossed[column] = (crossed[column] as number) ^ 1;
      }
    }
    let isInside = 0;
    for (let column = 0; column < columns; column++) {
      if (cells[start + column] === OUTSIDE && isInside === 1) cells[start + column] = INSIDE;
      isInside ^= crossed[column] as number;
    }
    return Int32Array.from(edges);
  }
}

/** @returns where an edge from latitude a to b has that latitude, or the end that is nearer to it. */
function longitudeAt({ xs }: Ring, edge: number, a: number, b: number, latitude: number): number {
  const from = xs[edge] as number;
  const to = xs[edge + 1] as number;
  if (a === b) return from;
  const part = (latitude - a) / (b - a);
  return part <= 0 ? from : part >= 1 ? to : from + (to - from) * part;
}
