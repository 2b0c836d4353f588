import { nextCentral, startOfCentral } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { Timeline } from '../api/answer.ts';
import { unitFor } from './bins-for.ts';

/**
 * What the timeline is drawn over: at first what holds nearly everything, so that one record years
 * away does not crush the rest, then whatever a person zooms to.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** One in so many may lie outside the span that is shown first; one at least, where there are many. */
const ONE_OUTSIDE_OF = 100;
const MANY = 20;
/** Leaving something out must give so much room to the rest. */
const WORTHWHILE = 0.7;
/** A chosen range that would be thinner than this share of the timeline is zoomed to. */
const THIN = 1 / 24;
export const SHORTEST_MS = HOUR_MS;

/** @returns all of what is known, as the answer has it. */
export function wholeOf({ whole }: Timeline): TimeSpan {
  return { from: Date.parse(whole.from), to: Date.parse(whole.to) };
}

/**
 * @param timeline over all that is known.
 * @returns the shortest stretch of whole days that holds nearly all of it.
 */
export function bulkOf(timeline: Timeline): TimeSpan {
  const whole = wholeOf(timeline);
  const counts = sumOf(Object.values(timeline.byCategory));
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < MANY) return whole;
  const needed = total - Math.max(1, Math.floor(total / ONE_OUTSIDE_OF));
  const { first, end } = shortestWith(counts, needed);
  const binMs = timeline.binSeconds * 1000;
  const start = Date.parse(timeline.from);
  const bulk = {
    from: startOfCentral('day', start + first * binMs),
    to: nextCentral('day', start + end * binMs - 1),
  };
  const share = (bulk.to - bulk.from) / (whole.to - whole.from);
  return share <= WORTHWHILE ? within(bulk, whole) : whole;
}

/**
 * @param timeline of the first answer, which is over all that is known.
 * @returns what the timeline is drawn over from then on; null where there is nothing to draw.
 */
export function homeSpanOf(timeline: Timeline, range: TimeSpan | null): TimeSpan | null {
  const whole = wholeOf(timeline);
  return whole.from < whole.to ? homeOf(bulkOf(timeline), range, whole) : null;
}

/** @returns the bulk, or what a link's range is best seen in, where it is thin or lies beside it. */
export function homeOf(bulk: TimeSpan, range: TimeSpan | null, whole: TimeSpan): TimeSpan {
  if (range === null) return bulk;
  const inBulk = { from: Math.max(range.from, bulk.from), to: Math.min(range.to, bulk.to) };
  const length = inBulk.to - inBulk.from;
  if (length > (bulk.to - bulk.from) * THIN) return bulk;
  if (length > 0) return around(inBulk, whole);
  // Beside it: an open end leads nowhere that could be drawn.
  const isClosed = Number.isFinite(range.from) && Number.isFinite(range.to);
  return isClosed ? around(range, whole) : bulk;
}

/** @returns the range with as much again on either side, at whole units. */
export function around(range: TimeSpan, whole: TimeSpan): TimeSpan {
  // Beside the whole, it is drawn as it is; one that is longer, from its nearer end.
  const isBeside = range.to < whole.from || range.from > whole.to;
  const isShort = range.to - range.from <= whole.to - whole.from;
  const { from, to } = isBeside && isShort ? range : clampedTo(range, whole);
  const room = Math.max(to - from, SHORTEST_MS);
  return snapped({ from: from - room, to: to + room });
}

function clampedTo(range: TimeSpan, whole: TimeSpan): TimeSpan {
  return {
    from: Math.max(range.from, Math.min(whole.from, range.to)),
    to: Math.min(range.to, Math.max(whole.to, range.from)),
  };
}

/**
 * Zooms about an instant, which stays where it is.
 * @param factor of the span's length: below 1 shows less.
 * @returns not snapped to units; within the whole.
 */
export function zoomed(span: TimeSpan, about: number, factor: number, whole: TimeSpan): TimeSpan {
  const length = span.to - span.from;
  const most = Math.max(whole.to - whole.from, length);
  const newLength = Math.min(Math.max(length * factor, SHORTEST_MS), most);
  const share = length > 0 ? (about - span.from) / length : 0.5;
  const from = about - share * newLength;
  return within({ from, to: from + newLength }, whole);
}

/** @returns the span moved, as far as the whole reaches. */
export function moved(span: TimeSpan, byMs: number, whole: TimeSpan): TimeSpan {
  return within({ from: span.from + byMs, to: span.to + byMs }, whole);
}

/** @returns the span grown to the whole hours or days, so that bars stand for something named. */
export function snapped({ from, to }: TimeSpan): TimeSpan {
  const unit = unitFor(to - from) >= DAY_MS ? 'day' : 'hour';
  const last = startOfCentral(unit, to);
  return { from: startOfCentral(unit, from), to: last === to ? to : nextCentral(unit, to) };
}

/** Keeps the length where it can. */
function within({ from, to }: TimeSpan, whole: TimeSpan): TimeSpan {
  const length = to - from;
  if (length >= whole.to - whole.from) return whole;
  const start = Math.min(Math.max(from, whole.from), whole.to - length);
  return { from: start, to: start + length };
}

function shortestWith(counts: readonly number[], needed: number): { first: number; end: number } {
  let best = { first: 0, end: counts.length };
  let held = 0;
  let first = 0;
  counts.forEach((count, bin) => {
    held += count;
    while (held - (counts[first] ?? 0) >= needed && first < bin) {
      held -= counts[first] ?? 0;
      first += 1;
    }
    if (held >= needed && bin + 1 - first < best.end - best.first) best = { first, end: bin + 1 };
  });
  return best;
}

function sumOf(lists: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length }, (_, bin) => lists.reduce((sum, list) => sum + (list[bin] ?? 0), 0));
}
