import { nextCentral, startOfCentral } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MANY_HOURS_MS = 36 * HOUR_MS;

/** The histogram's frame: bins of equal width from `from` on. Milliseconds since 1970. */
export interface Bins {
  readonly from: number;
  readonly binMs: number;
  readonly count: number;
  /** Whether a handle at that end stands for no bound: of a part that was zoomed to it does not. */
  readonly opensAtStart: boolean;
  readonly opensAtEnd: boolean;
}

/** Which bins a range holds: from the edge before `first` to the edge after the one before `last`. */
export interface Edges {
  /** 0 to count − 1. */
  readonly start: number;
  /** start + 1 to count. */
  readonly end: number;
}

/** @returns the edges at which the handles stand; fractions where a range starts within a bin. */
export function edgesOf(range: TimeSpan | null, bins: Bins): Edges {
  if (range === null) return { start: 0, end: bins.count };
  const at = (instant: number): number => (instant - bins.from) / bins.binMs;
  const start = clamp(at(range.from), 0, bins.count);
  const end = clamp(at(range.to + 1000), start, bins.count);
  return { start, end };
}

/**
 * @param before the range until now: an edge that was not moved keeps its time, wherever it lies.
 * @returns the range between two edges; an edge at an end of the span leaves that end open. Other
 *   edges fall on whole days, hours or minutes of Minneapolis, as the bins are wide.
 */
export function rangeOf(
  { start, end }: Edges,
  bins: Bins,
  before: TimeSpan | null = null,
): TimeSpan | null {
  const at = (edge: number): number =>
    wholeTime(bins.from + Math.round(edge) * bins.binMs, bins.binMs);
  const was = before && edgesOf(before, bins);
  const from =
    before && was?.start === start
      ? before.from
      : start <= 0 && bins.opensAtStart
        ? -Infinity
        : at(start);
  const to =
    before && was?.end === end
      ? before.to
      : end >= bins.count && bins.opensAtEnd
        ? Infinity
        : Math.max(at(end), from + MINUTE_MS) - 1000;
  return from === -Infinity && to === Infinity ? null : { from, to };
}

/** Moves one handle; it stops a bin short of the other. */
export function moveHandle(edges: Edges, handle: 'start' | 'end', to: number, bins: Bins): Edges {
  return handle === 'start'
    ? { ...edges, start: clamp(Math.round(to), 0, Math.ceil(edges.end) - 1) }
    : { ...edges, end: clamp(Math.round(to), Math.floor(edges.start) + 1, bins.count) };
}

/** Moves both, as far as the span reaches. */
export function moveBoth(edges: Edges, by: number, bins: Bins): Edges {
  const width = edges.end - edges.start;
  const start = clamp(Math.round(edges.start + by), 0, bins.count - width);
  return { start, end: start + width };
}

/** Where a key moves a handle: by one bin, with Shift by ten, or to an end. Null for other keys. */
export function keyMove(
  key: string,
  shift: boolean,
  edge: number,
  handle: 'start' | 'end',
  bins: Bins,
): number | null {
  const step = shift ? 10 : 1;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.ceil(edge) - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.floor(edge) + step;
    case 'PageDown':
      return Math.ceil(edge) - 10;
    case 'PageUp':
      return Math.floor(edge) + 10;
    case 'Home':
      return handle === 'start' ? 0 : -Infinity;
    case 'End':
      return handle === 'end' ? bins.count : Infinity;
    default:
      return null;
  }
}

/**
 * @param stepMs of a timeline's bins or a play's frames: where the clocks change, those of equal width
 *   stand a little beside the days.
 * @returns the nearest beginning of a day, an hour or a minute in Minneapolis, as the steps are long.
 */
export function wholeTime(instant: number, stepMs: number): number {
  if (stepMs >= DAY_MS / 2) return startOfCentral('day', instant + DAY_MS / 2);
  if (stepMs >= HOUR_MS / 2) return startOfCentral('hour', instant + HOUR_MS / 2);
  return Math.round(instant / MINUTE_MS) * MINUTE_MS;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/**
 * @returns the filter as it is put in words: of a window of some days that is played, hours and minutes
 *   would only flicker.
 */
export function told<Filter extends { readonly datetime: TimeSpan | null }>(
  filter: Filter,
  isPlaying: boolean,
): Filter {
  const { datetime } = filter;
  if (!isPlaying || !datetime || datetime.to - datetime.from < MANY_HOURS_MS) return filter;
  const from = startOfCentral('day', datetime.from);
  return { ...filter, datetime: { from, to: nextCentral('day', datetime.to) - 1000 } };
}
