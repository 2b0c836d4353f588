import type { ReportInput } from '../../data/incident/schema.ts';

/** A report that could not be sent yet. It waits on this device, in words as it will be sent. */
export interface WaitingReport {
  /** Idempotency-Key: tried again under the same, it makes no second report. */
  readonly key: string;
  readonly feature: ReportInput;
  /** Once it was taken in, while its photos are not all there. */
  readonly token: string | null;
  /** Why the server would not have it; null while it is only the connection that is missing. */
  readonly refusal: string | null;
}

const KEY = 'waiting';
const sent = new Map<string, string>();
const listeners = new Set<() => void>();
/** Where the device keeps nothing, they wait for as long as the page is open. */
let unkept: readonly WaitingReport[] | null = null;

/** @returns oldest first; nothing where storage is blocked or was written by something else. */
export function waitingReports(): readonly WaitingReport[] {
  if (unkept) return unkept;
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/** Adds a report, or puts it in the place of one of the same key. @returns false where it waits on this page alone. */
export function putWaiting(report: WaitingReport): boolean {
  const others = waitingReports().filter(({ key }) => key !== report.key);
  return write([...others, report]);
}

/** Changes a report that still waits; one that was discarded meanwhile stays so. */
export function changeWaiting(report: WaitingReport): void {
  if (waitingReports().some(({ key }) => key === report.key)) putWaiting(report);
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

/** @returns a function that stops telling. */
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function write(reports: readonly WaitingReport[]): boolean {
  try {
    if (reports.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(reports));
    unkept = null;
    return true;
  } catch {
    unkept = reports;
    return false;
  } finally {
    for (const listener of listeners) listener();
  }
}

function isWaiting(entry: unknown): entry is WaitingReport {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'key' in entry &&
    typeof entry.key === 'string' &&
    'feature' in entry &&
    typeof entry.feature === 'object'
  );
}
