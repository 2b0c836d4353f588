import type { Bbox } from '../../../data/geo/bbox.ts';
import type { IncidentFeature, ReportFeature } from '../../../data/incident/schema.ts';
import type { TimeSpan } from '../../../data/time/span.ts';
import { likenessOf, type Reason } from './likeness.ts';
import { nearbyBox } from './place.ts';
import { type Telling, tellingOf } from './telling.ts';
import { nearbySpan } from './time.ts';

/** Where and when a duplicate may lie; what has no position is looked at wherever it was. */
export interface Neighborhood {
  readonly bbox: Bbox | null;
  readonly span: TimeSpan;
}

/** What was found there: an incident on the map, or another report that waits. */
export type Neighbor =
  | { readonly kind: 'incident'; readonly id: string; readonly feature: IncidentFeature }
  | { readonly kind: 'report'; readonly id: string; readonly feature: ReportFeature };

export interface Duplicate {
  readonly kind: Neighbor['kind'];
  readonly id: string;
  readonly title: string;
  readonly occurredAt: string;
  readonly place: string;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** From this score on two tellings are likely of one event; set on a made set (see its test). */
export const LIKELY = 0.6;
const MOST = 10;

/** @returns where to look for duplicates of a telling. */
export function neighborhoodOf(telling: Telling): Neighborhood {
  return { bbox: nearbyBox(telling), span: nearbySpan(telling.span) };
}

/** @returns those neighbours that likely tell of the same event, best first, at most ten. */
export function likelyDuplicates(telling: Telling, neighbors: readonly Neighbor[]): Duplicate[] {
  const found = neighbors.flatMap(({ kind, id, feature }) => {
    const likeness = likenessOf(telling, tellingOf(feature));
    if (likeness === null || likeness.score < LIKELY) return [];
    const { title, occurredAt, place } = feature.properties;
    return [{ kind, id, title, occurredAt, place, ...likeness }];
  });
  return found.sort((a, b) => b.score - a.score).slice(0, MOST);
}
