import type { TimeSpan } from '../../data/time/span.ts';

/** How a range is played over a span of time. */
export interface Motion {
  readonly span: TimeSpan;
  /** True: its end alone moves on; false: a window of one length. */
  readonly grows: boolean;
  readonly windowMs: number;
  /** Milliseconds of the data in a millisecond of the clock. */
  readonly speed: number;
}

/** @returns where the play begins: at the range that is chosen, or at the beginning of the span. */
export function firstFrame(motion: Motion, chosen: TimeSpan | null): TimeSpan {
  const { span, grows, windowMs } = motion;
  const goesOn =
    chosen !== null &&
    Number.isFinite(chosen.from) &&
    chosen.from >= span.from &&
    chosen.from < span.to - 1000 &&
    chosen.to < span.to - 1000;
  if (goesOn && grows) return wholeSeconds(chosen);
  const isWindow = goesOn && chosen.to - chosen.from <= windowMs + 1000;
  const from = isWindow ? chosen.from : span.from;
  return wholeSeconds({ from, to: Math.min(from + windowMs, span.to) - 1000 });
}

/**
 * @param byMs how far it moves on.
 * @returns the next range, which ends at the end of the span at the latest; null after that.
 */
export function nextFrame({ span, grows }: Motion, range: TimeSpan, byMs: number): TimeSpan | null {
  const end = span.to - 1000;
  if (range.to >= end) return null;
  const step = Math.min(Math.ceil(byMs), end - range.to);
  return { from: grows ? range.from : range.from + step, to: range.to + step };
}

/** A play stops between seconds; a filter that is left behind does not. */
export function wholeSeconds({ from, to }: TimeSpan): TimeSpan {
  return { from: Math.floor(from / 1000) * 1000, to: Math.floor(to / 1000) * 1000 };
}
