import { centralDate, endOfCentralDate, startOfCentralDate } from '../../data/time/central.ts';
import type { ViewResponse } from '../api/answer.ts';
import { MOST_DAYS } from '../state/compared.ts';
import type { Compared, ComparedDay, Filter, State } from '../state/state.ts';
import type { Counted } from '../view-source/source.ts';

const DAY_MS = 24 * 3_600_000;

/** @param date 2026-01-14. @returns so many days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** @returns the page's own filter, narrowed to one side of a comparison. */
export function filterOf(filter: Filter, { date, knownOn }: ComparedDay, days: number): Filter {
  return {
    ...filter,
    datetime: {
      from: startOfCentralDate(date),
      to: endOfCentralDate(daysAfter(date, days - 1)),
    },
    asOf: knownOn === null ? filter.asOf : endOfCentralDate(knownOn),
  };
}

/** @returns what is compared at first: the range that is set, or the last day, and as long before it. */
export function suggested({ filter, answer }: State): Compared {
  const { datetime } = filter;
  const whole = answer?.view.timeline.whole;
  const last = whole ? centralDate(Date.parse(whole.to) - 1) : centralDate(Date.now());
  const hasEnds = datetime && Number.isFinite(datetime.from) && Number.isFinite(datetime.to);
  const days = hasEnds ? Math.round((datetime.to - datetime.from) / DAY_MS) : 1;
  if (!hasEnds || days > MOST_DAYS) {
    return { first: day(daysAfter(last, -1)), second: day(last), days: 1 };
  }
  const from = centralDate(datetime.from);
  const length = Math.max(1, days);
  return { first: day(daysAfter(from, -length)), second: day(from), days: length };
}

function day(date: string): ComparedDay {
  return { date, knownOn: null };
}

/** @returns how many a view counts, with and without a place. */
export function totalOf({ matched, unplaced }: ViewResponse): number {
  return matched + unplaced;
}

/** What of one side is known loosely, and what of it stands in the other as well. */
export interface Looseness {
  /** Known only to the week or the month. */
  readonly loose: number;
  /** Counted on the other side too. */
  readonly inBoth: number;
}

/** @param other the days of the other side. */
export function loosenessOf(side: readonly Counted[], { datetime }: Filter): Looseness {
  const { from, to } = datetime ?? { from: Infinity, to: -Infinity };
  return {
    loose: side.filter(({ timePrecision }) => timePrecision === 'week' || timePrecision === 'month')
      .length,
    inBoth: side.filter(({ occurredAt, latestAt }) => occurredAt <= to && latestAt >= from).length,
  };
}
