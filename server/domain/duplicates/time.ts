import type { TimeSpan } from '../../../data/time/span.ts';

const HOUR_MS = 3_600_000;

/** At this distance two times are half alike: people come late and round to the hour. */
const HALF_MS = 1.5 * HOUR_MS;
/** What is known no closer than this, or lasts as long, tells events apart badly. */
const VAGUE_MS = 12 * HOUR_MS;
/** Farther apart they are two events: alike by less than a tenth. */
const MOST_APART_MS = 1.82 * HALF_MS;

/** @returns the gap between two spans; 0 where they touch. */
export function apartMilliseconds(one: TimeSpan, other: TimeSpan): number {
  return Math.max(0, one.from - other.to, other.from - one.to);
}

/**
 * @param milliseconds between the spans.
 * @returns 1 at one time, a half an hour and a half apart, 0 from 2¾ hours on; less where a span is
 *   long.
 */
export function timeLikeness(milliseconds: number, one: TimeSpan, other: TimeSpan): number {
  if (milliseconds > MOST_APART_MS) return 0;
  const longest = Math.max(one.to - one.from, other.to - other.from);
  return 0.5 ** ((milliseconds / HALF_MS) ** 2) / (1 + longest / VAGUE_MS);
}

/** @returns the span that whatever is near this one touches. */
export function nearbySpan({ from, to }: TimeSpan): TimeSpan {
  return { from: from - MOST_APART_MS, to: to + MOST_APART_MS };
}
