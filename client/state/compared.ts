import { isDate } from '../../data/time/rfc3339.ts';
import type { Compared, ComparedDay } from './state.ts';

export const MOST_DAYS = 31;

/** @returns `/2026-01-07/2026-01-08`, with `/7` after it for seven days each. */
export function writeCompared(compared: Compared | null): string {
  if (!compared) return '';
  const { first, second, days } = compared;
  return `/${writeDay(first)}/${writeDay(second)}${days === 1 ? '' : `/${days}`}`;
}

/** @returns null for what names no two days. */
export function readCompared(parts: readonly string[]): Compared | null {
  const [first, second, days = '1'] = parts;
  const [a, b] = [readDay(first), readDay(second)];
  const count = /^\d{1,2}$/.test(days) ? Number(days) : 0;
  return a && b && count >= 1 && count <= MOST_DAYS ? { first: a, second: b, days: count } : null;
}

function writeDay({ date, knownOn }: ComparedDay): string {
  return knownOn === null ? date : `${date}@${knownOn}`;
}

function readDay(text: string | undefined): ComparedDay | null {
  const [date = '', knownOn = null] = text?.split('@') ?? [];
  return isDate(date) && (knownOn === null || isDate(knownOn)) ? { date, knownOn } : null;
}
