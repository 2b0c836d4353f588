import type { Bbox } from '../../data/geo/bbox.ts';
import { writeFilter } from '../../data/query/filter.ts';
import { formatCentralExact } from '../../data/time/central.ts';
import type { Filter, Viewport } from '../state/state.ts';
import type { Question } from '../view-source/source.ts';

const ITEMS = '/api/collections/incidents/items';
export const PAGE_SIZE = 50;
/** A point is asked for by a box of this size about it, in degrees: 20 cm. */
const SAME_POINT_DEGREES = 0.000002;

export function viewPath({ filter, viewport, bins, span }: Question): string {
  return path('/api/view', filter, viewport?.bbox ?? null, [
    ...(viewport ? [['zoom', String(viewport.zoom)] as const] : []),
    ['bins', String(bins)],
    ...(span ? [['span', [span.from, span.to].map(formatCentralExact).join('/')] as const] : []),
  ]);
}

export function listPath(filter: Filter, viewport: Viewport | null): string {
  return path(ITEMS, filter, viewport?.bbox ?? null, [['placed', 'true'], ...newestFirst]);
}

export function unplacedPath(filter: Filter): string {
  return path(ITEMS, filter, null, [['placed', 'false'], ...newestFirst]);
}

/** What shares one point of the map. */
export function placePath(filter: Filter, longitude: number, latitude: number): string {
  return path(ITEMS, filter, pointBox(longitude, latitude), newestFirst);
}

export function pointBox(longitude: number, latitude: number): Bbox {
  const d = SAME_POINT_DEGREES;
  return [longitude - d, latitude - d, longitude + d, latitude + d];
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

const newestFirst = [
  ['limit', String(PAGE_SIZE)],
  ['sortby', '-occurredAt'],
] as const;

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
