import { centralWall, nextCentral, startOfCentral } from '../../data/time/central.ts';
import { clockWords, dayWords, monthWords } from './words.ts';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

const DAY_MS = 24 * 3_600_000;

/** Marks of the time axis: hours, days, months or years, whichever leaves room for its labels. */
export function ticksOf(from: number, to: number, most: number): Tick[] {
  const days = (to - from) / DAY_MS;
  if (days <= 2) return every('hour', from, to, most, (at) => clockWords(at));
  if (days <= 45) return every('day', from, to, most, (at) => dayWords(at, 'short').slice(0, -5));
  if (days <= 1000) return every('month', from, to, most, monthLabel);
  return years(from, to, most);
}

function every(
  unit: 'hour' | 'day' | 'month',
  from: number,
  to: number,
  most: number,
  label: (at: number) => string,
): Tick[] {
  const all: number[] = [];
  let at = startOfCentral(unit, from);
  while (at < to) {
    if (at >= from) all.push(at);
    at = nextCentral(unit, at);
  }
  const step = Math.max(1, Math.ceil(all.length / most));
  const ticks = all.filter((_, i) => i % step === 0).map((at) => ({ at, label: label(at) }));
  const room = (to - from) / most;
  const first = ticks[0]?.at ?? to;
  return first - from > room ? [{ at: from, label: dayWords(from, 'short') }, ...ticks] : ticks;
}

function years(from: number, to: number, most: number): Tick[] {
  const januaries: number[] = [];
  for (let at = startOfCentral('month', from); at < to; at = nextCentral('month', at)) {
    if (at >= from && centralWall(at).getUTCMonth() === 0) januaries.push(at);
  }
  const step = Math.max(1, Math.ceil(januaries.length / most));
  return januaries
    .filter((_, index) => index % step === 0)
    .map((at) => ({ at, label: String(centralWall(at).getUTCFullYear()) }));
}

/** The year stands beside January, and beside nothing else that it can be read from. */
function monthLabel(at: number): string {
  const wall = centralWall(at);
  const month = monthWords(at, 'short');
  return wall.getUTCMonth() === 0 ? `${month} ${wall.getUTCFullYear()}` : month;
}
