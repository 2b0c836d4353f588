import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mosaic } from '../../client/report/mosaic.ts';

/** A picture of one grey a pixel. */
function picture(width: number, height: number, grey: (x: number, y: number) => number) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const value = grey(pixel % width, Math.floor(pixel / width));
    rgba.set([value, value, value, 255], pixel * 4);
  }
  return rgba;
}

describe('what is painted over a face', () => {
  it('is at most sixteen cells along the longer side, whatever the picture', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (width, height) => {
          const { columns, rows, side } = mosaic(
            picture(width, height, (x) => x % 256),
            width,
            height,
          );
          expect(Math.max(columns, rows)).toBeLessThanOrEqual(16);
          expect(columns * side).toBeGreaterThanOrEqual(width);
          expect(rows * side).toBeGreaterThanOrEqual(height);
        },
      ),
    );
  });

  it('is the same for two pictures that differ within a cell alone', () => {
    const [width, height] = [320, 240];
    const plate = mosaic(
      picture(width, height, (x, y) => (x % 20 < 10 && y > 100 ? 0 : 255)),
      width,
      height,
    );
    const other = mosaic(
      picture(width, height, (x, y) => (x % 20 >= 10 && y > 100 ? 0 : 255)),
      width,
      height,
    );
    expect(other.rgba).toEqual(plate.rgba);
  });

  it('has few colours left', () => {
    const { rgba } = mosaic(
      picture(256, 256, (x, y) => (x * 7 + y * 3) % 256),
      256,
      256,
    );
    expect(new Set(rgba).size).toBeLessThanOrEqual(9);
  });
});
