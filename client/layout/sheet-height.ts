import type { SheetHeight } from '../state/state.ts';

/** Pixels that the sheet covers at its lowest: grip, counts, histogram. */
export const PEEK_PX = 118;
/** Pixels that stay free above it at its highest: the search bar. */
const FREE_PX = 64;

export function sheetPixels(sheet: SheetHeight, windowHeight: number): number {
  switch (sheet) {
    case 'peek':
      return PEEK_PX;
    case 'half':
      return Math.max(PEEK_PX, Math.round(windowHeight * 0.54));
    case 'full':
      return windowHeight - FREE_PX;
  }
}

/** @returns the height to settle at, from where the sheet was let go. */
export function nearestSheet(pixels: number, windowHeight: number): SheetHeight {
  const heights: readonly SheetHeight[] = ['peek', 'half', 'full'];
  const distance = (sheet: SheetHeight): number =>
    Math.abs(sheetPixels(sheet, windowHeight) - pixels);
  return heights.reduce((best, sheet) => (distance(sheet) < distance(best) ? sheet : best));
}
