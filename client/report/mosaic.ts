/** Cells along the longer side: a face that fills half the picture is some six by six of them. */
const CELLS = 16;
/** Colours are rounded to so many steps a channel: less is left to tell by. */
const STEP = 32;

export interface Mosaic {
  readonly columns: number;
  readonly rows: number;
  /** RGBA of each cell, row by row, opaque. */
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels a side of a cell. */
  readonly side: number;
}

/**
 * Averages a picture into a few large cells and rounds their colours. What is painted over with it
 * cannot be told from what remains: some hundred numbers stand for millions.
 * @param rgba four bytes a pixel, row by row.
 */
export function mosaic(rgba: Uint8ClampedArray, width: number, height: number): Mosaic {
  const side = Math.max(1, Math.ceil(Math.max(width, height) / CELLS));
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)];
  const cells = new Uint8ClampedArray(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const of = { left: column * side, top: row * side, width, height, side };
      cells.set(averageOf(rgba, of), (row * columns + column) * 4);
    }
  }
  return { columns, rows, rgba: cells, side };
}

function averageOf(
  rgba: Uint8ClampedArray,
  at: { left: number; top: number; width: number; height: number; side: number },
): readonly [number, number, number, number] {
  const right = Math.min(at.width, at.left + at.side);
  const bottom = Math.min(at.height, at.top + at.side);
  let [red, green, blue] = [0, 0, 0];
  for (let y = at.top; y < bottom; y++) {
    for (let x = at.left; x < right; x++) {
      const index = (y * at.width + x) * 4;
      red += rgba[index] ?? 0;
      green += rgba[index + 1] ?? 0;
      blue += rgba[index + 2] ?? 0;
    }
  }
  const count = (right - at.left) * (bottom - at.top);
  return [rounded(red / count), rounded(green / count), rounded(blue / count), 255];
}

function rounded(value: number): number {
  return Math.min(255, Math.round(value / STEP) * STEP);
}
