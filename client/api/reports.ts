import type { ReportFeature, ReportInput } from '../../data/incident/schema.ts';
import type { Warning } from '../../data/screening/screen.ts';
import { ApiError } from './failure.ts';
import { request } from './request.ts';

/** What a form must know before somebody fills it in: `GET /api/reporting`. */
export interface Reporting {
  readonly open: boolean;
  /** What the host says of it; always there while reports are paused. */
  readonly notice: string | null;
  /** What is to be solved before a report is taken; null at rest. */
  readonly challenge: unknown;
  readonly photos: PhotoLimits;
  /** When the server said so, ms since 1970; NaN where it said no time. */
  readonly saidAt: number;
}

export interface PhotoLimits {
  readonly mostBytes: number;
  /** Photos a report. */
  readonly most: number;
}

export interface ReportPhoto {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** For its reporter alone. */
  readonly href: string;
}

export interface ReportState {
  readonly status: 'pending' | 'scheduled' | 'published' | 'merged' | 'rejected' | 'withdrawn';
  /** The day it arrived, 2026-01-14. */
  readonly receivedOn: string;
  readonly revision: number;
  /** What the moderators tell the reporter. */
  readonly message: string | null;
  readonly incidentId: string | null;
  /** The day on which a scheduled one becomes public. */
  readonly publishesOn: string | null;
  /** The day on which an editor took it off the map, and the reason that everyone may read. */
  readonly takenOff: { readonly on: string; readonly why: string | null } | null;
  readonly feature: ReportFeature | null;
  /** What seems to be a private detail, by JSON pointer. */
  readonly warnings: readonly Warning[];
  /** Oldest first. */
  readonly thread: readonly ThreadMessage[];
  readonly photos: readonly ReportPhoto[];
}

export interface ThreadMessage {
  readonly from: 'moderator' | 'reporter';
  readonly text: string;
  /** A day. */
  readonly on: string;
}

/** A report of this device's owner, fetched by its token. */
export interface OwnReport {
  readonly token: string;
  readonly report: ReportState;
}

const GEOJSON = 'application/geo+json';

export async function fetchReporting(signal?: AbortSignal): Promise<Reporting> {
  const { body, date } = await request<Reporting>('/api/reporting', signal ? { signal } : {});
  return { ...body, saidAt: Date.parse(date ?? '') };
}

/**
 * @param key the same for the same report: sent again, it makes no second one.
 * @param solution of the challenge, where one was asked for.
 * @returns the token of the private link.
 * @throws ApiError with a JSON pointer for each wrong field (422), with a challenge (429).
 */
export async function sendReport(
  feature: ReportInput,
  key: string,
  solution: string | null,
): Promise<string> {
  const { location } = await request('/api/collections/incidents/items', {
    method: 'POST',
    body: feature,
    contentType: GEOJSON,
    headers: {
      'Idempotency-Key': key,
      ...(solution === null ? {} : { 'Challenge-Solution': solution }),
    },
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
  return (await request<ReportState>(pathOf(token), signal ? { signal } : {})).body;
}

/** @throws ApiError: 412 where it has changed since `revision`, 409 where it was decided on. */
export async function correctReport(
  token: string,
  feature: ReportInput,
  revision: number,
): Promise<ReportState> {
  const headers = { 'If-Match': `"${revision}"` };
  return (
    await request<ReportState>(pathOf(token), {
      method: 'PUT',
      body: feature,
      contentType: GEOJSON,
      headers,
    })
  ).body;
}

/** Takes a pending or scheduled report back, or erases a rejected one, with photos and answers. */
export async function withdrawReport(token: string): Promise<void> {
  await request(pathOf(token), { method: 'DELETE' });
}

export async function answerQuestion(token: string, text: string): Promise<void> {
  await request(`${pathOf(token)}/answers`, { method: 'POST', body: { text } });
}

export async function sendPhoto(token: string, photo: Blob): Promise<ReportPhoto> {
  return (
    await request<ReportPhoto>(`${pathOf(token)}/photos`, {
      method: 'POST',
      body: photo,
      contentType: photo.type,
    })
  ).body;
}

export async function erasePhoto(token: string, id: string): Promise<void> {
  await request(`${pathOf(token)}/photos/${encodeURIComponent(id)}`, { method: 'DELETE' });
}

function pathOf(token: string): string {
  return `/api/reports/${encodeURIComponent(token)}`;
}
