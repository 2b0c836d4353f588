import type { Change } from '../../data/incident/changes.ts';
import { writeFilter } from '../../data/query/filter.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { Filter } from '../state/state.ts';
import { request } from './request.ts';

export interface ListedChange {
  /** Null where the incident was withdrawn: then nothing more is told of it. */
  readonly incidentId: string | null;
  readonly title: string | null;
  readonly category: CategoryId | null;
  readonly verification: VerificationId | null;
  readonly revision: number;
  readonly at: string;
  readonly kind: 'added' | 'updated' | 'learned' | 'withdrawn';
  readonly why: string | null;
  readonly what: readonly string[];
}

export interface DayOfChanges {
  readonly day: string;
  readonly changes: readonly ListedChange[];
}

export interface ChangesPage {
  readonly days: readonly DayOfChanges[];
  /** Path of the next page; null at the end. */
  readonly next: string | null;
}

export interface HistoryRevision {
  readonly revision: number;
  readonly at: string;
  readonly by: string;
  readonly why: string | null;
  readonly changes: readonly Change[];
  readonly redacted: boolean;
}

interface Linked {
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

export function changesPath(filter: Filter): string {
  return withQuery('/api/changes', filter);
}

export function feedPath(filter: Filter): string {
  return withQuery('/api/incidents.atom', filter);
}

export async function fetchChanges(path: string): Promise<ChangesPage> {
  const { body } = await request<Linked & { days: DayOfChanges[] }>(path);
  const next = body.links.find(({ rel }) => rel === 'next');
  // The server knows itself by PUBLIC_URL; we ask where the page came from.
  const search = next && new URL(next.href, 'http://localhost').search;
  return { days: body.days, next: search ? `/api/changes${search}` : null };
}

export async function fetchHistory(id: string): Promise<readonly HistoryRevision[]> {
  const path = `/api/collections/incidents/items/${encodeURIComponent(id)}/history`;
  return (await request<{ revisions: HistoryRevision[] }>(path)).body.revisions;
}

function withQuery(path: string, filter: Filter): string {
  const query = new URLSearchParams(writeFilter(filter)).toString();
  return query === '' ? path : `${path}?${query}`;
}
