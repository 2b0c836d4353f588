import type { IncidentFeature, ReportFeature } from '../../data/incident/schema.ts';
import { request } from './request.ts';

export interface QueuedReport {
  readonly id: string;
  readonly receivedOn: string;
  /** Named with each decision; a newer one makes the server refuse it (412). */
  readonly revision: number;
  /** What the reporter wrote. */
  readonly feature: ReportFeature;
  /** What would be published: the same, coarsened to its stated precision. */
  readonly preview: IncidentFeature;
}

export interface Queue {
  readonly reports: readonly QueuedReport[];
  readonly total: number;
}

const SESSION = '/api/moderation/session';

/** @throws ApiError with status 404 for a link nobody gave out, 410 for one that is used or old. */
export async function signIn(token: string): Promise<void> {
  await request(SESSION, { method: 'POST', body: { token } });
}

/** @returns null where nobody is signed in. */
export async function fetchModerator(): Promise<string | null> {
  return (await request<{ name: string | null }>(SESSION)).body.name;
}

export async function signOut(): Promise<void> {
  await request(SESSION, { method: 'DELETE' });
}

export async function fetchQueue(): Promise<Queue> {
  return (await request<Queue>('/api/moderation/queue')).body;
}

/** @returns the id of the incident it became. */
export async function publish(report: QueuedReport): Promise<string> {
  const path = `/api/moderation/reports/${encodeURIComponent(report.id)}/publish`;
  const body = { revision: report.revision };
  return (await request<{ incidentId: string }>(path, { method: 'POST', body })).body.incidentId;
}

export async function reject(report: QueuedReport, message: string | null): Promise<void> {
  const path = `/api/moderation/reports/${encodeURIComponent(report.id)}/reject`;
  await request(path, { method: 'POST', body: { revision: report.revision, message } });
}
