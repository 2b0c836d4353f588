import { formatCentral } from '../time/central.ts';
import type { ViewAnswer, ViewCluster, ViewSingle } from './types.ts';

/** What the map and its tooltips need of one incident. */
export interface IncidentSummary {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly verification: string;
  readonly occurredAt: string;
  readonly latestAt: string;
  readonly timePrecision: string;
  readonly place: string;
  readonly locationPrecision: string;
  readonly uncertaintyMeters: number | null;
  readonly synthetic: boolean;
}

/** Summaries by the key of their version. */
export interface Summaries {
  get(key: number): IncidentSummary | undefined;
}

/**
 * A view as `GET /api/view` answers it, whoever has counted it.
 * @param revision of the data that it was counted over.
 * @throws Error where the summary of a single incident is missing.
 */
export function viewResponse(answer: ViewAnswer, summaries: Summaries, revision: number) {
  const { timeline } = answer;
  return {
    type: 'FeatureCollection' as const,
    features: [
      ...answer.clusters.map(clusterFeature),
      ...answer.singles.map((single) => singleFeature(single, summaries)),
    ],
    matched: answer.matched,
    unplaced: answer.unplaced,
    matchedAnywhere: answer.matchedAnywhere,
    total: answer.total,
    zoom: answer.zoom,
    timeline: {
      from: formatCentral(timeline.from),
      to: formatCentral(timeline.to),
      binSeconds: timeline.binMs / 1000,
      byCategory: timeline.byCategory,
      byVerification: timeline.byVerification,
      before: timeline.before,
      after: timeline.after,
      whole: {
        from: formatCentral(timeline.whole.from),
        to: formatCentral(timeline.whole.to),
      },
    },
    facets: answer.facets,
    revision,
  };
}

/** A cluster as a Feature, with the members that supercluster's have and the counts beside them. */
function clusterFeature(cluster: ViewCluster) {
  return {
    type: 'Feature' as const,
    id: cluster.id,
    geometry: point(cluster.position),
    properties: {
      cluster: true as const,
      point_count: cluster.count,
      point_count_abbreviated: abbreviate(cluster.count),
      categories: cluster.byCategory,
      verifications: cluster.byVerification,
      imprecise: cluster.imprecise,
      expansion_zoom: cluster.expansionZoom,
    },
  };
}

function singleFeature(single: ViewSingle, summaries: Summaries) {
  const summary = summaries.get(single.key);
  if (!summary) throw new Error(`no summary of version ${single.key}`);
  const { id, ...properties } = summary;
  return {
    type: 'Feature' as const,
    id,
    geometry: point(single.position),
    properties: { cluster: false as const, ...properties },
  };
}

/** @returns 999, 1.2k, 34k, 1.1M: at most four characters up to 999 million. */
export function abbreviate(count: number): string {
  if (count < 1000) return String(count);
  // 999,500 and more would round to 1000k.
  const [size, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  const text = size < 9.95 ? size.toFixed(1).replace('.0', '') : size.toFixed(0);
  return `${text}${unit}`;
}

/** At most 7 decimals (RFC 7946 §11.2): a centimetre. */
function point(position: readonly [number, number]) {
  const [longitude, latitude] = position;
  return {
    type: 'Point' as const,
    coordinates: [round(longitude), round(latitude)] as [longitude: number, latitude: number],
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
