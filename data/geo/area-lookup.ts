import type { Area } from './area.ts';
import { AreaGrid } from './area-grid.ts';
import { INSIDE, OUTSIDE } from './lie.ts';
import { type Ring, ringOf, unitsOf } from './ring.ts';

/** Cells along each side of a grid; more make fewer points look at edges, and the grid dearer. */
export const MOST_CELLS = 256;
/** Units around the ring that the grid has besides. */
const AROUND = 2;

/** Says of any point whether it lies in a drawn area or on its edge, by a grid of degrees. */
export class AreaLookup {
  readonly ring: Ring;
  readonly grid: AreaGrid;
  /** Of the grid, in units. */
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** A cell is 2^shift units wide and high. */
  readonly shift: number;

  constructor(area: Area) {
    this.ring = ringOf(area);
    const { xs, ys } = this.ring;
    const [west, east] = [Math.min(...xs) - AROUND, Math.max(...xs) + AROUND];
    const [south, north] = [Math.min(...ys) - AROUND, Math.max(...ys) + AROUND];
    const longest = Math.max(east - west, north - south) + 1;
    const shift = Math.max(0, Math.ceil(Math.log2(longest / MOST_CELLS)));
    const size = 2 ** shift;
    this.grid = new AreaGrid(this.ring, {
      columns: Math.floor((east - west) / size) + 1,
      lines: Math.floor((north - south) / size) + 1,
      columnOf: (x) => Math.floor((x - west) / size),
      latitudesOf: (line) => [south + line * size, south + (line + 1) * size - 1],
    });
    [this.west, this.south, this.east, this.north, this.shift] = [west, south, east, north, shift];
  }

  has(longitude: number, latitude: number): boolean {
    const [x, y] = [unitsOf(longitude), unitsOf(latitude)];
    const size = 2 ** this.shift;
    const line = Math.floor((y - this.south) / size);
    const lie = this.grid.lieOf(Math.floor((x - this.west) / size), line);
    return lie === INSIDE || (lie !== OUTSIDE && this.grid.decide(line, x, y));
  }
}
