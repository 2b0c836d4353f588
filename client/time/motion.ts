import type { TimeSpan } from '../../data/time/span.ts';
import { wholeTime } from './range.ts';

/** How a range is played over a span of time. */
export interface Motion {
  readonly span: TimeSpan;
  /** True: its end alone moves on; false: a window of one length. */
  readonly grows: boolean;
  readonly windowMs: number;
  /** Milliseconds of the data in a millisecond of the clock. */
  readonly speed: number;
  /** Milliseconds of the data that a frame goes on by, or about so many. */
  readonly stepMs: number;
}

/** @returns where the play begins: at the range that is chosen, or at the beginning of the span. */
export function firstFrame(motion: Motion, chosen: TimeSpan | null): TimeSpan {
  const { span, grows, windowMs, stepMs } = motion;
  const goesOn =
    chosen !== null &&
    Number.isFinite(chosen.from) &&
    chosen.from >= span.from &&
    chosen.from < span.to - 1000 &&
    chosen.to < span.to - 1000;
  if (goesOn && grows) return chosen;
  // One that a play has left is as long as its window, or nearly.
  const isWindow = goesOn && chosen.to - chosen.from <= windowMs + 2 * stepMs;
  const from = isWindow ? chosen.from : span.from;
  return { from, to: Math.min(from + windowMs, span.to) - 1000 };
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

/**
 * @returns a frame as it is shown: from one whole day, hour or minute to another, as it goes on by. So is
 *   the filter that is left when it stops, of the same incidents as were seen last.
 */
export function shownFrame({ span, grows, windowMs, stepMs }: Motion, frame: TimeSpan): TimeSpan {
  const unitMs = Math.min(stepMs, windowMs);
  const from = grows || frame.from <= span.from ? frame.from : wholeTime(frame.from, unitMs);
  const isLast = frame.to >= span.to - 1000;
  return { from, to: isLast ? frame.to : wholeTime(frame.to + 1000, unitMs) - 1000 };
}
