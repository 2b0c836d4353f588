import { centralWall, nextCentral, startOfCentral } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { Timeline } from '../api/answer.ts';

/**
 * What the bars of a chart stand for: whole days, weeks and months of Minneapolis, of which those on
 * which the clocks change are an hour shorter or longer. Views are counted in bins of equal length, so
 * each stretch without a change is asked for by itself, and bars are put together of its bins.
 */

const DAY_MS = 24 * 3_600_000;
const MOST_HOURS_MS = 2 * DAY_MS;
/** As many bars as can be told apart on a phone. */
const MOST_DAYS_MS = 100 * DAY_MS;
const MOST_WEEKS_MS = 60 * 7 * DAY_MS;
const MOST_MONTHS_MS = 12 * 366 * DAY_MS;
/** What a view can be asked in. */
const MOST_BINS = 1000;

type BarUnit = 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Cuts {
  readonly unit: BarUnit;
  /** Where bars begin, and where the last ends: those at the ends are cut where the span is. */
  readonly edges: readonly number[];
  /** In which it is asked, one after the other. */
  readonly stretches: readonly Stretch[];
}

/** Some bins of one length, none of which lies across an edge of a bar. */
interface Stretch {
  readonly span: TimeSpan;
  readonly bins: number;
}

/** Counts by bar, as a timeline has them by bin. */
export type Bars = Pick<Timeline, 'byCategory' | 'byVerification' | 'before' | 'after'> &
  Pick<Cuts, 'unit' | 'edges'>;

export function cutsOf(span: TimeSpan): Cuts {
  const unit = unitOf(span.to - span.from);
  const edges = edgesOf(span, unit);
  const fine = unit === 'week' || unit === 'month' ? edgesOf(span, 'day') : edges;
  return { unit, edges, stretches: stretchesOf(fine) };
}

/** @param timelines of the stretches, in their order. */
export function barsOf({ unit, edges }: Cuts, timelines: readonly Timeline[]): Bars {
  const count = edges.length - 1;
  const byCategory: Record<string, number[]> = {};
  const byVerification: Record<string, number[]> = {};
  const add = (
    sums: Record<string, number[]>,
    lists: Partial<Record<string, readonly number[]>>,
    bars: readonly number[],
  ): void => {
    for (const [id, counts = []] of Object.entries(lists)) {
      sums[id] ??= new Array<number>(count).fill(0);
      for (const [bin, bar] of bars.entries()) {
        sums[id][bar] = (sums[id][bar] ?? 0) + (counts[bin] ?? 0);
      }
    }
  };
  let bar = 0;
  for (const { from, to, binSeconds, byCategory: kinds, byVerification: sure } of timelines) {
    const start = Date.parse(from);
    const bins = Math.round((Date.parse(to) - start) / (binSeconds * 1000));
    const bars = Array.from({ length: bins }, (_, bin) => {
      const at = start + bin * binSeconds * 1000;
      while (bar < count - 1 && at >= (edges[bar + 1] ?? Infinity)) bar++;
      return bar;
    });
    add(byCategory, kinds, bars);
    add(byVerification, sure, bars);
  }
  const [before, after] = [timelines[0]?.before ?? 0, timelines.at(-1)?.after ?? 0];
  return { unit, edges, byCategory, byVerification, before, after };
}

function unitOf(lengthMs: number): BarUnit {
  if (lengthMs <= MOST_HOURS_MS) return 'hour';
  if (lengthMs <= MOST_DAYS_MS) return 'day';
  if (lengthMs <= MOST_WEEKS_MS) return 'week';
  return lengthMs <= MOST_MONTHS_MS ? 'month' : 'year';
}

function edgesOf({ from, to }: TimeSpan, unit: BarUnit): number[] {
  const edges = [from];
  for (let at = next(from, unit); at < to; at = next(at, unit)) edges.push(at);
  return [...edges, to];
}

/** @returns the next instant at which an hour, a day, a week (on Monday), a month or a year begins. */
function next(instant: number, unit: BarUnit): number {
  if (unit !== 'year') return nextCentral(unit, instant);
  let month = nextCentral('month', instant);
  while (centralWall(month).getUTCMonth() !== 0) month = nextCentral('month', month);
  return startOfCentral('month', month);
}

function stretchesOf(edges: readonly number[]): Stretch[] {
  const stretches: { span: { from: number; to: number }; bins: number }[] = [];
  for (let place = 1; place < edges.length; place++) {
    const [from = 0, to = 0] = edges.slice(place - 1, place + 1);
    const last = stretches.at(-1);
    const binMs = last ? (last.span.to - last.span.from) / last.bins : 0;
    if (last && binMs === to - from && last.bins < MOST_BINS) {
      last.span.to = to;
      last.bins++;
    } else {
      stretches.push({ span: { from, to }, bins: 1 });
    }
  }
  return stretches;
}
