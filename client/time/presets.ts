import { endOfCentralDate, startOfCentralDate } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import { say } from '../language/say.ts';
import { isRolling, ROLLING, type RollingId, rangeOfRolling, rollingLabel } from './rolling.ts';
import { capitalised, rangeWords } from './words.ts';

/** A span of this data that people ask for by name. */
interface NamedSpan {
  readonly id: string;
  /** Null is all dates. */
  readonly range: TimeSpan | null;
}

const NAMED: readonly NamedSpan[] = [
  {
    id: 'since-7-january',
    range: { from: startOfCentralDate('2026-01-07'), to: Infinity },
  },
  {
    id: '14-january',
    range: { from: startOfCentralDate('2026-01-14'), to: endOfCentralDate('2026-01-14') - 999 },
  },
];

const ALL: NamedSpan = { id: 'all', range: null };

/** All dates, those that follow the clock, and those of this data. */
export const PRESETS: readonly string[] = [ALL, ...ROLLING, ...NAMED].map(({ id }) => id);

/** @returns `Last 24 hours`, or the range in words: `Since 7 January 2026`. */
export function presetLabel(id: string): string {
  if (isRolling(id)) return rollingLabel(id);
  const range = NAMED.find((span) => span.id === id)?.range;
  return range ? capitalised(rangeWords(range)) : say('range.all');
}

/** @returns what a preset chooses; null for an id that names none. */
export function presetRange(
  id: string,
  now: number,
): { datetime: TimeSpan | null; rolling?: RollingId } | null {
  const rolling = ROLLING.find((range) => range.id === id)?.id;
  if (rolling) return { datetime: rangeOfRolling(rolling, now), rolling };
  const named = [ALL, ...NAMED].find((span) => span.id === id);
  return named ? { datetime: named.range } : null;
}

/** @returns the id of the preset that a range is, null where it has no name. */
export function presetOf(range: TimeSpan | null, rolling: RollingId | null): string | null {
  if (rolling) return rolling;
  const named = [ALL, ...NAMED].find(({ range: its }) =>
    its === null || range === null ? its === range : isSame(its, range),
  );
  return named?.id ?? null;
}

/** A day ends with its last second, or with the last thousandth of that. */
function isSame(a: TimeSpan, b: TimeSpan): boolean {
  const second = (instant: number): number => Math.floor(instant / 1000);
  return second(a.from) === second(b.from) && second(a.to) === second(b.to);
}
