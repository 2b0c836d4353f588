import type { IncidentFeature, ReportFeature } from '../../data/incident/schema.ts';
import type { Warning } from '../../data/screening/screen.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { ReportPhoto, ThreadMessage } from './reports.ts';
import { request } from './request.ts';

/** A report that waits, with all that a moderator decides by: `GET /api/moderation/queue`. */
export interface QueuedReport {
  readonly id: string;
  /** Named with each act; a newer one makes the server refuse it (412). */
  readonly revision: number;
  /** Scheduled: accepted, and waits for its publication delay. */
  readonly status: 'pending' | 'scheduled';
  /** A day. */
  readonly receivedOn: string;
  /** What will be published of it. */
  readonly feature: ReportFeature;
  /** The reporter's own words where an editor has changed them, else null. */
  readonly original: ReportFeature | null;
  /** How many more reports say the same, word for word; the decision holds for them too. */
  readonly copies: number;
  /** Reports that this one stands for; what they tell is published with it. */
  readonly merged: readonly MergedReport[];
  /** As it will look: at its stated precision, with ids. */
  readonly preview: IncidentFeature;
  readonly warnings: readonly Warning[];
  readonly photos: readonly ReportPhoto[];
  readonly thread: readonly ThreadMessage[];
  readonly notes: readonly Note[];
  readonly claimedBy: string | null;
  readonly claimedByYou: boolean;
  /** RFC 3339: until when it is held; null where nobody holds it. */
  readonly claimedUntil: string | null;
  /** RFC 3339: when it would be, or will be, public; null where it is at once. */
  readonly publishesAt: string | null;
}

export interface MergedReport {
  readonly id: string;
  readonly receivedOn: string;
  readonly feature: ReportFeature;
}

export interface Note {
  readonly by: string;
  /** A day. */
  readonly on: string;
  readonly text: string;
}

export interface Queue {
  readonly reports: readonly QueuedReport[];
  /** How many wait in all. */
  readonly total: number;
  /** How many of them came before the first of these. */
  readonly before: number;
  /** Where the next page begins; null where none is left. */
  readonly next: number | null;
}

export interface Candidate {
  readonly kind: 'report' | 'incident';
  readonly id: string;
  readonly title: string;
  readonly occurredAt: string;
  readonly place: string;
  /** 0 to 1. */
  readonly score: number;
  /** Shares add up to the score. */
  readonly reasons: readonly { what: string; words: string; share: number }[];
}

/** What came of an act. */
export interface Decided {
  readonly revision: number;
  readonly status: 'pending' | 'scheduled' | 'published' | 'merged' | 'rejected' | 'withdrawn';
  readonly incidentId?: string | null;
}

export interface ChosenPhoto {
  readonly id: string;
  /** What is to be seen, in words. */
  readonly alt: string;
}

export interface Publication {
  readonly verification: VerificationId;
  readonly photos: readonly ChosenPhoto[];
  /** Pointers whose warning was looked at. */
  readonly allow: readonly string[];
}

export interface Merge {
  readonly incidentId: string;
  readonly incidentRevision: number;
  readonly relation: 'agrees' | 'disputes';
  /** Accounts that it contradicts. */
  readonly disputes: readonly string[];
  readonly allow: readonly string[];
}

/** A report as its id and the revision that was read. */
export type Seen = Pick<QueuedReport, 'id' | 'revision'>;

const REPORTS = '/api/moderation/reports';

/** @param cursor `next` of the page before; null: the oldest. */
export async function fetchQueue(cursor: number | null): Promise<Queue> {
  const path = `/api/moderation/queue${cursor === null ? '' : `?cursor=${cursor}`}`;
  return (await request<Queue>(path)).body;
}

/** @throws ApiError 404 where it waits no longer. */
export async function fetchQueued(id: string): Promise<QueuedReport> {
  return (await request<QueuedReport>(`${REPORTS}/${encodeURIComponent(id)}`)).body;
}

export async function fetchCandidates(
  id: string,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const path = `${REPORTS}/${encodeURIComponent(id)}/duplicates`;
  return (await request<{ candidates: Candidate[] }>(path, { signal })).body.candidates;
}

/** What each of these throws: ApiError 409 for another's claim or decision, 412 for a stale revision. */
export function publish(report: Seen, publication: Publication): Promise<Decided> {
  return act(report.id, 'publish', { revision: report.revision, ...publication });
}

/** @param message for the reporter; null for none. */
export function reject(report: Seen, message: string | null): Promise<Decided> {
  return act(report.id, 'reject', { revision: report.revision, message });
}

/** @returns what was rejected, with its new revisions, and of each other why it was not. */
export async function rejectMany(
  reports: readonly Seen[],
  message: string | null,
): Promise<{ done: readonly Seen[]; refused: readonly { id: string; why: string }[] }> {
  const body = { reports: reports.map(({ id, revision }) => ({ id, revision })), message };
  return (
    await request<{ done: Seen[]; refused: { id: string; why: string }[] }>(
      '/api/moderation/reject',
      { method: 'POST', body },
    )
  ).body;
}

export function ask(report: Seen, text: string): Promise<Decided> {
  return act(report.id, 'ask', { revision: report.revision, text });
}

export function addNote(report: Seen, text: string): Promise<Decided> {
  return act(report.id, 'notes', { text });
}

export function claim(report: Seen): Promise<Decided> {
  return act(report.id, 'claim', { revision: report.revision });
}

/** Sent also while the page is being left. */
export async function release(id: string): Promise<void> {
  await fetch(`${REPORTS}/${encodeURIComponent(id)}/release`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    keepalive: true,
  });
}

export function merge(report: Seen, into: Merge): Promise<Decided> {
  return act(report.id, 'merge', { revision: report.revision, ...into });
}

export function mergeReport(report: Seen, into: Seen): Promise<Decided> {
  const body = { revision: report.revision, into: into.id, intoRevision: into.revision };
  return act(report.id, 'merge-report', body);
}

/** Takes back the last decision on a report. */
export function undo(report: Seen): Promise<Decided> {
  return act(report.id, 'undo', { revision: report.revision });
}

/** Changes what will be published. @param allow pointers of warnings that were looked at. */
export async function editReport(
  report: Seen,
  feature: unknown,
  allow: readonly string[],
): Promise<Decided> {
  const path = `${REPORTS}/${encodeURIComponent(report.id)}`;
  const body = { revision: report.revision, feature, allow };
  return (await request<Decided>(path, { method: 'PUT', body })).body;
}

async function act(id: string, name: string, body: unknown): Promise<Decided> {
  const path = `${REPORTS}/${encodeURIComponent(id)}/${name}`;
  return (await request<Decided>(path, { method: 'POST', body })).body;
}
