import type { IncidentDraft } from '../incident/schema.ts';
import { formatCentral, startOfCentral, startOfCentralDate } from '../time/central.ts';
import type { TimePrecision } from '../vocabulary/precisions.ts';
import type { Random } from './random.ts';

type Timed = Pick<IncidentDraft['properties'], 'occurredAt' | 'endedAt' | 'timePrecision'>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The decade that synthetic incidents fill; fixed, so that a seed gives the same ones any day. Nothing
 * comes after it: no end, no account, no decision.
 */
const FIRST_DAY = startOfCentralDate('2016-05-01');
const DAYS = 3652;
const END = FIRST_DAY + DAYS * DAY;
/** As `dateOf` counts them. */
export const LAST_DAY = DAYS - 1;

const HOW_EXACT: readonly (readonly [TimePrecision, number])[] = [
  ['exact', 62],
  ['hour', 18],
  ['day', 17],
  ['week', 2],
  ['month', 1],
];

/** More as the years go by and in the warm half of the year, most in the afternoon and evening. */
export function randomTime(random: Random): Timed & { readonly day: number } {
  const day = randomDay(random);
  const timePrecision = random.weigh(HOW_EXACT);
  const hour = (17 + 3.5 * random.bell() + 24) % 24;
  const moment = FIRST_DAY + day * DAY + Math.floor(hour * 60) * MINUTE;
  const occurredAt = timePrecision === 'exact' ? moment : startOfCentral(timePrecision, moment);
  const lasts = timePrecision === 'exact' && random.chance(0.5);
  const ended = lasts ? occurredAt + duration(random) : null;
  return {
    day,
    occurredAt: formatCentral(occurredAt),
    endedAt: ended !== null && ended < END ? formatCentral(ended) : null,
    timePrecision,
  };
}

const dates = new Map<number, string>();

/** @returns the date so many days after the decade's first, 2016-05-01. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(Date.UTC(2016, 4, 1 + day)).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

function randomDay(random: Random): number {
  for (;;) {
    const day = Math.floor(DAYS * random.unit() ** 0.8);
    const warmth = 0.5 - 0.5 * Math.cos((2 * Math.PI * (day + 106)) / 365.25);
    if (random.chance(0.4 + 0.6 * warmth)) return day;
  }
}

/** Mostly an hour or two, seldom days, now and then weeks: a camp, a strike, a closed street. */
function duration(random: Random): number {
  if (random.chance(0.01)) return random.whole(7, 60) * DAY;
  if (random.chance(0.03)) return random.whole(1, 6) * DAY;
  return random.whole(5, 240) * MINUTE;
}
