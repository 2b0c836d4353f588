import type { TimeSpan } from '../../data/time/span.ts';
import type { Timeline } from '../api/answer.ts';
import type { State } from '../state/state.ts';
import { binsFor } from './bins-for.ts';
import type { Bins } from './range.ts';
import { wholeOf } from './span.ts';

/** What the timeline is drawn over now, and over what it could be. */
export interface Frame {
  readonly span: TimeSpan;
  readonly whole: TimeSpan;
  /** What it was drawn over at first. */
  readonly home: TimeSpan;
}

/** @returns null before the first answer, and where nothing is known. */
export function frameOf(state: State): Frame | null {
  const { answer, homeSpan } = state;
  if (!answer) return null;
  const whole = wholeOf(answer.view.timeline);
  if (whole.from >= whole.to) return null;
  const home = homeSpan ?? whole;
  return { span: state.span ?? home, whole, home };
}

/** The bins that handles and keys move by: those that the span is asked in. */
export function binsOf({ span, whole, home }: Frame): Bins {
  const count = binsFor(span);
  return {
    from: span.from,
    binMs: (span.to - span.from) / count,
    count,
    opensAtStart: span.from <= whole.from || span.from === home.from,
    opensAtEnd: span.to >= whole.to || span.to === home.to,
  };
}

/** Where the bars of an answer lie in the frame: they are of what the timeline was drawn over then. */
export function placeBars(
  timeline: Pick<Timeline, 'from' | 'to'>,
  span: TimeSpan,
  width: number,
): { left: number; scale: number } {
  const [from, to] = [Date.parse(timeline.from), Date.parse(timeline.to)];
  const length = span.to - span.from;
  return { left: ((from - span.from) / length) * width, scale: (to - from) / length };
}
