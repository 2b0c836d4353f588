import { endOfCentralDate, startOfCentral, startOfCentralDate } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';

export interface Preset {
  readonly id: string;
  readonly label: string;
  /** @param now milliseconds since 1970. Null is all dates. */
  readonly range: (now: number) => TimeSpan | null;
}

const HOUR_MS = 3_600_000;

/** Spans that people ask for by name; the last two are of this data. */
export const PRESETS: readonly Preset[] = [
  { id: 'all', label: 'All dates', range: () => null },
  { id: 'day', label: 'Last 24 hours', range: (now) => lastHours(now, 24) },
  { id: 'week', label: 'Last 7 days', range: (now) => lastHours(now, 7 * 24) },
  {
    id: 'month',
    label: 'This month',
    range: (now) => ({ from: startOfCentral('month', now), to: Infinity }),
  },
  {
    id: 'since-7-january',
    label: 'Since 7 January 2026',
    range: () => ({ from: startOfCentralDate('2026-01-07'), to: Infinity }),
  },
  {
    id: '14-january',
    label: '14 January 2026',
    range: () => ({
      from: startOfCentralDate('2026-01-14'),
      to: endOfCentralDate('2026-01-14') - 999,
    }),
  },
];

/** From a whole minute on, so that the address and the inputs say the same. */
function lastHours(now: number, hours: number): TimeSpan {
  return { from: Math.floor((now - hours * HOUR_MS) / 60_000) * 60_000, to: Infinity };
}

/** @returns the preset that a range is, where it is one. */
export function presetOf(range: TimeSpan | null, now: number): Preset | null {
  return (
    PRESETS.find((preset) => {
      const its = preset.range(now);
      return its === null || range === null
        ? its === range
        : its.from === range.from && its.to === range.to;
    }) ?? null
  );
}
