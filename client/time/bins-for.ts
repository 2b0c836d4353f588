import type { TimeSpan } from '../../data/time/span.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Before the span is known. */
const UNKNOWN_SPAN = 120;
const MOST_BARS = 370;
const MOST_BINS = 600;
/** What a bar stands for: something that has a name. */
const UNITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, HOUR_MS, DAY_MS, 7 * DAY_MS] as const;

/**
 * Into how many bars a span is cut: minutes for some hours, hours for two weeks, days for up to a
 * year, then weeks, so that a handle stands where an hour or a day begins.
 */
export function binsFor(span: TimeSpan | null): number {
  if (span === null) return UNKNOWN_SPAN;
  const lengthMs = span.to - span.from;
  return Math.min(MOST_BINS, Math.max(1, Math.round(lengthMs / unitFor(lengthMs))));
}

/**
 * Where the clocks change within them, some days are an hour more or less than so many times 24 hours, which
 * no number of bars but an odd one divides.
 * @returns the span made longer, by less than a day, to whole days of 24 hours, where a bar is a day.
 */
export function wholeBars(span: TimeSpan): TimeSpan {
  const lengthMs = span.to - span.from;
  if (unitFor(lengthMs) !== DAY_MS) return span;
  return { from: span.from, to: span.from + Math.ceil(lengthMs / DAY_MS) * DAY_MS };
}

/** @returns milliseconds that a bar of a span of that length stands for. */
export function unitFor(lengthMs: number): number {
  return UNITS_MS.find((unit) => lengthMs / unit <= MOST_BARS) ?? UNITS_MS[5];
}
