const DAY_MS = 24 * 3_600_000;
/** Before the span is known. */
const UNKNOWN_SPAN = 120;
const MOST_DAYS = 370;
const MOST_BINS = 600;

/**
 * Into how many bars a span is cut: days for up to a year, then weeks, so that a handle stands
 * where a day begins and a bar is something that has a name.
 */
export function binsFor(span: { readonly from: string; readonly to: string } | null): number {
  if (span === null) return UNKNOWN_SPAN;
  const days = Math.max(1, Math.round((Date.parse(span.to) - Date.parse(span.from)) / DAY_MS));
  return days <= MOST_DAYS ? days : Math.min(MOST_BINS, Math.round(days / 7));
}
