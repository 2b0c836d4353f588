import { spokenCatalogue, spokenFormats, spokenLanguage } from './say.ts';

/** @returns a count, or a number of at most so many decimals, as the language writes it. */
export function numberWords(value: number, decimals = 0): string {
  return kept(
    `number ${decimals}`,
    () => new Intl.NumberFormat(spokenFormats(), { maximumFractionDigits: decimals }),
  ).format(value);
}

/** @returns `a, b and c`. */
export function listWords(items: readonly string[]): string {
  return new Intl.ListFormat(spokenFormats(), { type: 'conjunction' }).format(items);
}

/** @returns a label as it stands inside a sentence. */
export function inSentence(label: string): string {
  return label.toLocaleLowerCase(spokenFormats());
}

/** @param month 0 for January. @returns its name: Intl's, where the catalogue has none of its own. */
export function monthName(month: number, length: 'long' | 'short'): string {
  const { months, shortMonths = months } = spokenCatalogue();
  const own = (length === 'long' ? months : shortMonths)?.[month];
  return own ?? nameOf({ month: length }, Date.UTC(2026, month, 15));
}

/** @param weekday 0 for Sunday. */
export function weekdayName(weekday: number): string {
  // 4 January 2026 was a Sunday.
  const own = spokenCatalogue().weekdays?.[weekday];
  return own ?? nameOf({ weekday: 'long' }, Date.UTC(2026, 0, 4 + weekday));
}

function nameOf(part: Intl.DateTimeFormatOptions, at: number): string {
  return kept(
    JSON.stringify(part),
    () => new Intl.DateTimeFormat(spokenFormats(), { ...part, timeZone: 'UTC' }),
  ).format(at);
}

const formats = new Map<string, unknown>();

/** Intl's formats are dear to make, and a play asks for them with every frame. */
function kept<T>(name: string, make: () => T): T {
  const key = `${spokenLanguage()} ${name}`;
  const format = formats.has(key) ? (formats.get(key) as T) : make();
  formats.set(key, format);
  return format;
}
