/**
 * RFC 3339 times, read strictly: four-digit years, a real calendar day, an offset. `Date.parse`
 * takes 30 February, local times and years of six digits, so it is asked only after these checks.
 */

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** @returns true for a full-date (RFC 3339 §5.6) that is in the calendar. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const isLeapDay = month === 2 && day === 29 && isLeapYear(year);
  return day >= 1 && (day <= (DAYS_OF_MONTHS[month - 1] ?? 0) || isLeapDay);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * @returns the instant in milliseconds since 1970, or null where the text is not a date-time of
 *   RFC 3339 §5.6, or lies outside the years 0000 to 9999 of UTC and could not be written again. A
 *   leap second (`:60`) counts as the second after it, as POSIX time has it.
 */
export function parseDateTime(text: string): number | null {
  const match = DATE_TIME.exec(text);
  if (!match || !isDate(match[1] as string)) return null;
  const leap = match[4] === '60';
  const seconds = leap ? '59' : match[4];
  const fraction = leap ? '' : (match[5] ?? '').slice(0, 4);
  const offset = (match[6] as string).toUpperCase();
  const instant = Date.parse(`${match[1]}T${match[2]}:${match[3]}:${seconds}${fraction}${offset}`);
  if (Number.isNaN(instant) || instant < FIRST || instant > LAST) return null;
  return leap ? instant + 1000 : instant;
}
