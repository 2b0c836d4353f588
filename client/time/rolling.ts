import { centralWall, fromCentralWall, startOfCentral } from '../../data/time/central.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import { say } from '../language/say.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Ranges move on in such steps, so that a crowd asks for the same. */
const STEP_MS = 5 * MINUTE_MS;
/** A night is from 6 pm to 6 am. */
const EVENING_MS = 18 * HOUR_MS;
const MORNING_MS = 6 * HOUR_MS;

/** Ranges that follow the clock: a link to one stays what it says, whenever it is opened. */
export const ROLLING = [
  { id: 'last-24-hours' },
  { id: 'last-7-days' },
  { id: 'this-month' },
  { id: 'last-night' },
] as const;

export type RollingId = (typeof ROLLING)[number]['id'];

export function isRolling(text: string | null): text is RollingId {
  return ROLLING.some(({ id }) => id === text);
}

/** @param now milliseconds since 1970. @returns what the range is now; open where it goes on. */
export function rangeOfRolling(id: RollingId, now: number): TimeSpan {
  switch (id) {
    case 'last-24-hours':
      return { from: stepped(now - DAY_MS), to: Infinity };
    case 'last-7-days':
      return { from: stepped(now - 7 * DAY_MS), to: Infinity };
    case 'this-month':
      return { from: startOfCentral('month', now), to: Infinity };
    case 'last-night':
      return lastNight(now);
  }
}

export function rollingLabel(id: RollingId): string {
  return say(`range.${id}`);
}

/** The night that began yesterday: before the morning it still lasts. */
function lastNight(now: number): TimeSpan {
  const today = centralWall(startOfCentral('day', now)).getTime();
  return {
    from: fromCentralWall(today - DAY_MS + EVENING_MS),
    to: fromCentralWall(today + MORNING_MS) - 1000,
  };
}

function stepped(instant: number): number {
  return Math.floor(instant / STEP_MS) * STEP_MS;
}
