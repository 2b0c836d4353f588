/** What answers take on their way, and seconds that were cut off, are no error of a clock. */
const LEAST_MS = 60_000;

let aheadMs = 0;

/** Hears the server's time: a device's clock may be wrong by hours, or by a day. @param time ms since 1970. */
export function setClock(time: number): void {
  const ahead = Date.now() - time;
  aheadMs = Math.abs(ahead) >= LEAST_MS ? ahead : 0;
}

/** @returns ms since 1970: by the server's clock once it was heard, until then by this device's. */
export function timeNow(): number {
  return Date.now() - aheadMs;
}
