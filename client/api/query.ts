import type { Bbox } from '../../data/geo/bbox.ts';
import { writeFilter } from '../../data/query/filter.ts';
import { formatCentralExact } from '../../data/time/central.ts';
import { PAGE_SIZE } from '../list/paged-list.ts';
import type { Filter, Viewport } from '../state/state.ts';
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

/** Gives exactly the incidents it counts: those of the box, or all that match. */
export function downloadPath(filter: Filter, viewport: Viewport | null): string {
  return path('/api/incidents.geojson', filter, viewport?.bbox ?? null, []);
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
  filter: Partial<Filter>,
  bbox: Bbox | null,
  more: readonly (readonly [string, string])[],
): string {
  const pairs = [...writeFilter({ ...filter, bbox }), ...more];
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  return query ? `${base}?${query}` : base;
}
