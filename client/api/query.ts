import type { Bbox } from '../../data/geo/bbox.ts';
import { type IncidentFilter, writeFilter } from '../../data/query/filter.ts';
import { formatCentralExact } from '../../data/time/central.ts';
import { PAGE_SIZE } from '../list/paged-list.ts';
import type { ListQuestion, Question } from '../view-source/source.ts';

const ITEMS = '/api/collections/incidents/items';

export function viewPath({ filter, viewport, bins, span }: Question): string {
  return path('/api/view', filter, viewport?.bbox ?? null, [
    ...(viewport ? [['zoom', String(viewport.zoom)] as const] : []),
    ['bins', String(bins)],
    ...(span ? [['span', [span.from, span.to].map(formatCentralExact).join('/')] as const] : []),
  ]);
}

/**
 * @param limit how many at most.
 * @param properties of each incident, separated by commas; null: all.
 */
export function listPath(
  { filter, bbox, placed }: ListQuestion,
  limit = PAGE_SIZE,
  properties: string | null = null,
): string {
  return path(ITEMS, filter, bbox, [
    ...(placed === null ? [] : [['placed', String(placed)] as const]),
    ['limit', String(limit)],
    ['sortby', '-occurredAt'],
    ...(properties === null ? [] : [['properties', properties] as const]),
  ]);
}

export function incidentPath(id: string, asOf: number): string {
  return path(`${ITEMS}/${encodeURIComponent(id)}`, { asOf }, null, []);
}

/** Gives exactly the incidents of a list. */
export function downloadPath({ filter, bbox, placed }: ListQuestion): string {
  return path('/api/incidents.geojson', { ...filter, placed }, bbox, []);
}

/**
 * @param href a `next` link of the server, which knows itself by PUBLIC_URL; we ask where the page
 *   came from.
 */
export function nextPath(href: string): string {
  return `${ITEMS}${new URL(href, 'http://localhost').search}`;
}

function path(
  base: string,
  filter: Partial<IncidentFilter>,
  bbox: Bbox | null,
  more: readonly (readonly [string, string])[],
): string {
  const pairs = [...writeFilter({ ...filter, bbox }), ...more];
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return query ? `${base}?${query}` : base;
}
