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

/** Where keep-waiting.ts writes them. */
export const KEY = 'waiting';
const listeners = new Set<() => void>();
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

/**
 * Tells that what waits has changed.
 * @param reports where the device keeps nothing: they wait for as long as the page is open.
 */
export function standIn(reports: readonly WaitingReport[] | null): void {
  unkept = reports;
  for (const listener of listeners) listener();
}

/** @returns a function that stops telling. */
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
