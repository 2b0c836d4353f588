import type { Bbox } from '../../data/geo/bbox.ts';
import { writeFilter } from '../../data/query/filter.ts';
import type { Filter, Viewport } from '../state/state.ts';
import { binsFor } from '../time/bins-for.ts';
import type { Timeline } from './answer.ts';

const ITEMS = '/api/collections/incidents/items';
const PAGE_SIZE = 50;
/** A point is asked for by a box of this size about it, in degrees: 20 cm. */
const SAME_POINT_DEGREES = 0.000002;

/** @param timeline of the answer before: its span says into how many bars it is best cut. */
export function viewPath(
  filter: Filter,
  viewport: Viewport | null,
  timeline: Pick<Timeline, 'from' | 'to'> | null,
): string {
  return path('/api/view', filter, viewport?.bbox ?? null, [
    ...(viewport ? [['zoom', String(viewport.zoom)] as const] : []),
    ['bins', String(binsFor(timeline))],
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
  const d = SAME_POINT_DEGREES;
  const bbox: Bbox = [longitude - d, latitude - d, longitude + d, latitude + d];
  return path(ITEMS, filter, bbox, newestFirst);
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
