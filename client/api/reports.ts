import type { ReportFeature, ReportInput } from '../../data/incident/schema.ts';
import { ApiError } from './failure.ts';
import { request } from './request.ts';

export interface ReportState {
  readonly status: 'pending' | 'published' | 'rejected' | 'withdrawn';
  /** The day it arrived, 2026-01-14. */
  readonly receivedOn: string;
  /** What the moderators tell the reporter. */
  readonly message: string | null;
  readonly incidentId: string | null;
  readonly feature: ReportFeature | null;
}

/** A report of this device's owner, fetched by its token. */
export interface OwnReport {
  readonly token: string;
  readonly report: ReportState;
}

/**
 * @returns the token of the private link.
 * @throws ApiError with a JSON pointer for each wrong field (422).
 */
export async function sendReport(feature: ReportInput): Promise<string> {
  const { location } = await request('/api/collections/incidents/items', {
    method: 'POST',
    body: feature,
    contentType: 'application/geo+json',
  });
  const token = location?.split('/').at(-1);
  if (!token) {
    throw new ApiError({
      kind: 'unreadable',
      status: 202,
      message: 'The report was taken, but the server sent no link to follow it by.',
      errors: [],
    });
  }
  return token;
}

export async function fetchReport(token: string, signal?: AbortSignal): Promise<ReportState> {
  const path = `/api/reports/${encodeURIComponent(token)}`;
  return (await request<ReportState>(path, signal ? { signal } : {})).body;
}

export async function withdrawReport(token: string): Promise<void> {
  await request(`/api/reports/${encodeURIComponent(token)}`, { method: 'DELETE' });
}
