import type { IncidentDraft, IncidentFeature } from '../../data/incident/schema.ts';
import { request } from './request.ts';

/** A published incident as an editor changes it: `GET /api/moderation/incidents/{id}`. */
export interface EditedIncident {
  /** What its authors wrote, without what the store derives; null once it is withdrawn. */
  readonly feature: IncidentDraft | null;
  readonly revision: number;
  readonly revisions: readonly IncidentRevision[];
}

export interface IncidentRevision {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly redacted: boolean;
}

export interface IncidentChange {
  readonly revision: number;
  readonly feature: unknown;
  readonly why: string;
  /** What the change took out is no longer shown in earlier revisions either. */
  readonly redactsEarlier: boolean;
  /** Pointers of warnings that were looked at. */
  readonly allow: readonly string[];
}

const BASE = '/api/moderation/incidents';

function at(id: string): string {
  return `${BASE}/${encodeURIComponent(id)}`;
}

export async function fetchIncident(id: string): Promise<EditedIncident> {
  return (await request<EditedIncident>(at(id))).body;
}

/** @throws ApiError 412 where another has changed it, 422 with a pointer for each wrong field. */
export async function changeIncident(id: string, change: IncidentChange): Promise<void> {
  await request(at(id), { method: 'PUT', body: change });
}

/** Restores the revision before. */
export async function undoIncident(id: string, revision: number): Promise<void> {
  await request(`${at(id)}/undo`, { method: 'POST', body: { revision } });
}

/** Takes it off the public map. */
export async function withdrawIncident(
  id: string,
  reason: Pick<IncidentChange, 'revision' | 'why' | 'allow'>,
): Promise<void> {
  await request(at(id), { method: 'DELETE', body: reason });
}

/** @returns an incident as everyone sees it. */
export async function fetchPublished(id: string): Promise<IncidentFeature> {
  const path = `/api/collections/incidents/items/${encodeURIComponent(id)}`;
  return (await request<IncidentFeature>(path)).body;
}

export async function findPublished(words: string): Promise<readonly IncidentFeature[]> {
  const path = `/api/collections/incidents/items?limit=20&q=${encodeURIComponent(words)}`;
  return (await request<{ features: IncidentFeature[] }>(path)).body.features;
}
