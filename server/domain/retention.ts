import { centralDate, fromCentralWall } from '../../data/time/central.ts';
import type { ReportStore } from './ports/report-store.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * Erases what has been kept long enough: rejected, withdrawn and merged reports with their photos,
 * threads and notes, and what was answered to Idempotency-Keys. Nothing of it stays in the log.
 * @param retentionDays counted from the decision; whole days in Minneapolis.
 * @param now milliseconds since 1970.
 * @returns how many reports were erased.
 */
export function eraseExpired(
  reports: Pick<ReportStore, 'eraseExpired'>,
  retentionDays: number,
  now: number,
): Promise<number> {
  const today = centralDate(now);
  // By the wall clock, since a day on which it changes has 23 hours, or 25.
  const before = fromCentralWall(Date.parse(`${today}T00:00:00Z`) - retentionDays * DAY_MS);
  return reports.eraseExpired(before, today);
}
