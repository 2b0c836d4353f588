/**
 * Reads a row of figures such as `-93.2826,45.0518,100 -93.2810,45.0487,240`.
 * @returns the numbers of each entry: longitude, latitude and, where given, a width.
 * @throws RangeError if an entry is not two or three finite numbers.
 */
export function readRow(row: string): number[][] {
  return row
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const numbers = entry.split(',').map(Number);
      if (numbers.length < 2 || numbers.length > 3 || !numbers.every(Number.isFinite)) {
        throw new RangeError(`Got the entry "${entry}", expected longitude,latitude[,width].`);
      }
      return numbers;
    });
}

/** @returns the positions of a row, widths dropped. */
export function readPositions(row: string): [number, number][] {
  return readRow(row).map(([longitude = 0, latitude = 0]) => [longitude, latitude]);
}
