import { KEY, standIn, type WaitingReport, waitingReports } from './waiting.ts';

const sent = new Map<string, string>();

/** Adds a report, or puts it in the place of one of the same key. @returns false where it waits on this page alone. */
export function putWaiting(report: WaitingReport): boolean {
  const others = waitingReports().filter(({ key }) => key !== report.key);
  return write([...others, report]);
}

/** @returns false where it was discarded meanwhile. */
export function stillWaits({ key }: WaitingReport): boolean {
  return waitingReports().some((report) => report.key === key);
}

/** Changes a report that still waits; one that was discarded meanwhile stays so. */
export function changeWaiting(report: WaitingReport): void {
  if (stillWaits(report)) putWaiting(report);
}

/** @param token of its private link, where it was sent. */
export function dropWaiting(key: string, token: string | null): void {
  if (token !== null) sent.set(key, token);
  write(waitingReports().filter((report) => report.key !== key));
}

/** @returns the token of a report that waited and was sent from this page, or null. */
export function tokenOfSent(key: string): string | null {
  return sent.get(key) ?? null;
}

function write(reports: readonly WaitingReport[]): boolean {
  try {
    if (reports.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(reports));
    standIn(null);
    return true;
  } catch {
    standIn(reports);
    return false;
  }
}
