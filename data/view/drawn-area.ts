import type { Area } from '../geo/area.ts';
import { AreaGrid } from '../geo/area-grid.ts';
import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { ringOf, UNITS_A_DEGREE, unitsOf } from '../geo/ring.ts';
import { DEAD } from './codes.ts';
import { COORDINATE_BITS, latitudeOf, xOf, yOf } from './mercator.ts';
import type { Page } from './page.ts';

/** Cells along each side of the grid. */
const MOST_CELLS = 256;
/** Mercator units around the ring that the grid has besides. */
const AROUND = 4;
const LAST_UNIT = 2 ** COORDINATE_BITS - 1;
/** What lies beyond the map's edge stands on it. */
const POLE = 90 * UNITS_A_DEGREE;

/** Lies of squares: those of the grid of cells, and those of squares of four, up to the world. */
interface Level {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly lines: number;
  readonly lies: Uint8Array;
}

/**
 * A drawn area on the map of the index. Its cells are squares of the place tree, so that a square is
 * decided by one look, and so is nearly every row; the rows of cells that the ring meets are held
 * against it by their true degrees, as `AreaLookup` does.
 */
export class DrawnArea {
  private readonly grid: AreaGrid;
  /** A cell is 2^shift Mercator units wide. */
  private readonly shift: number;
  private readonly levels: readonly Level[];

  constructor(area: Area) {
    const longitudes = area.map((corner) => corner[0]);
    const latitudes = area.map((corner) => corner[1]);
    const west = Math.max(0, xOf(Math.min(...longitudes)) - AROUND);
    const east = Math.min(LAST_UNIT, xOf(Math.max(...longitudes)) + AROUND);
    const north = Math.max(0, yOf(Math.max(...latitudes)) - AROUND);
    const south = Math.min(LAST_UNIT, yOf(Math.min(...latitudes)) + AROUND);
    let shift = 0;
    const cellsOf = (from: number, to: number): number => (to >>> shift) - (from >>> shift) + 1;
    while (Math.max(cellsOf(west, east), cellsOf(north, south)) > MOST_CELLS) shift++;
    const left = west >>> shift;
    const top = north >>> shift;
    this.shift = shift;
    this.grid = new AreaGrid(ringOf(area), {
      columns: cellsOf(west, east),
      lines: cellsOf(north, south),
      columnOf: (x) => (xOf(x / UNITS_A_DEGREE) >>> shift) - left,
      latitudesOf: (line) => latitudesOf((top + line) * 2 ** shift, 2 ** shift),
    });
    const { columns, lines, cells } = this.grid;
    this.levels = levelsAbove({ left, top, columns, lines, lies: cells }, COORDINATE_BITS - shift);
  }

  /** @param level of the square's node in the place tree. */
  lieOf(x: number, y: number, level: number): Lie {
    const above = Math.max(0, COORDINATE_BITS - this.shift - level);
    const size = 2 ** (this.shift + above);
    return lieIn(this.levels[above] as Level, Math.floor(x / size), Math.floor(y / size));
  }

  /** Gives the dead code to rows that lie outside. */
  hideOutside(page: Page, codes: Uint8Array): void {
    const { grid, shift } = this;
    const { left, top } = this.levels[0] as Level;
    const { columns, lines, cells } = grid;
    const { xs, ys, count } = page;
    for (let row = 0; row < count; row++) {
      const column = ((xs[row] as number) >>> shift) - left;
      const line = ((ys[row] as number) >>> shift) - top;
      const isOn = column >= 0 && column < columns && line >= 0 && line < lines;
      const lie = isOn ? (cells[line * columns + column] as number) : OUTSIDE;
      if (lie === INSIDE) continue;
      if (lie === OUTSIDE || !this.has(page, row, line)) codes[row] = DEAD;
    }
  }

  private has(page: Page, row: number, line: number): boolean {
    return this.grid.decide(line, unitsOf(page.longitude(row)), unitsOf(page.latitude(row)));
  }
}

/** @returns the latitudes that stand in a line of cells, in units of degrees, rounded outward. */
function latitudesOf(y: number, height: number): [south: number, north: number] {
  const end = y + height;
  return [
    end > LAST_UNIT ? -POLE : Math.floor(latitudeOf(end) * UNITS_A_DEGREE) - 1,
    y === 0 ? POLE : Math.ceil(latitudeOf(y - 1) * UNITS_A_DEGREE) + 1,
  ];
}

/** @param count of levels above the first: the last is the world. */
function levelsAbove(first: Level, count: number): Level[] {
  const levels = [first];
  for (let level = first; levels.length <= count; ) {
    level = gathered(level);
    levels.push(level);
  }
  return levels;
}

/** Four squares as one. */
function gathered(level: Level): Level {
  const [left, top] = [Math.floor(level.left / 2), Math.floor(level.top / 2)];
  const columns = Math.floor((level.left + level.columns - 1) / 2) - left + 1;
  const lines = Math.floor((level.top + level.lines - 1) / 2) - top + 1;
  const lies = new Uint8Array(columns * lines);
  for (let line = 0; line < lines; line++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [2 * (left + column), 2 * (top + line)];
      const one = lieIn(level, x, y);
      const isOne =
        lieIn(level, x + 1, y) === one &&
        lieIn(level, x, y + 1) === one &&
        lieIn(level, x + 1, y + 1) === one;
      lies[line * columns + column] = isOne ? one : PARTLY;
    }
  }
  return { left, top, columns, lines, lies };
}

function lieIn({ left, top, columns, lines, lies }: Level, x: number, y: number): Lie {
  const [column, line] = [x - left, y - top];
  const isOn = column >= 0 && column < columns && line >= 0 && line < lines;
  return isOn ? (lies[line * columns + column] as Lie) : OUTSIDE;
}
