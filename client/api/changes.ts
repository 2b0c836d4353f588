import type { DayOfChanges, PublicRevision } from '../../data/incident/public-history.ts';
import { writeFilter } from '../../data/query/filter.ts';
import type { Filter } from '../state/state.ts';
import { request } from './request.ts';

export interface ChangesPage {
  readonly days: readonly DayOfChanges[];
  /** Path of the next page; null at the end. */
  readonly next: string | null;
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

/** @returns the first page from there on that has any, since the server looks at so many at a time. */
export async function fetchChanges(path: string): Promise<ChangesPage> {
  const page = await fetchPage(path);
  return page.days.length === 0 && page.next !== null ? fetchChanges(page.next) : page;
}

async function fetchPage(path: string): Promise<ChangesPage> {
  const { body } = await request<Linked & { days: DayOfChanges[] }>(path);
  const next = body.links.find(({ rel }) => rel === 'next');
  // The server knows itself by PUBLIC_URL; we ask where the page came from.
  const search = next && new URL(next.href, 'http://localhost').search;
  return { days: body.days, next: search ? `/api/changes${search}` : null };
}

export async function fetchHistory(id: string): Promise<readonly PublicRevision[]> {
  const path = `/api/collections/incidents/items/${encodeURIComponent(id)}/history`;
  return (await request<{ revisions: PublicRevision[] }>(path)).body.revisions;
}

function withQuery(path: string, filter: Filter): string {
  const query = new URLSearchParams(writeFilter(filter)).toString();
  return query === '' ? path : `${path}?${query}`;
}
