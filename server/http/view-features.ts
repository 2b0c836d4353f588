import type { ViewCluster, ViewSingle } from '../../data/view/types.ts';
import type { IncidentSummary } from '../domain/ports/incident-store.ts';

/** A cluster as a Feature, with the members that supercluster's have and the counts beside them. */
export function clusterFeature(cluster: ViewCluster) {
  return {
    type: 'Feature',
    id: cluster.id,
    geometry: point(cluster.position),
    properties: {
      cluster: true,
      point_count: cluster.count,
      point_count_abbreviated: abbreviate(cluster.count),
      categories: cluster.byCategory,
      verifications: cluster.byVerification,
      imprecise: cluster.imprecise,
      expansion_zoom: cluster.expansionZoom,
    },
  };
}

/** @throws Error where its summary is missing: look before. */
export function singleFeature(single: ViewSingle, summaries: ReadonlyMap<number, IncidentSummary>) {
  const summary = summaries.get(single.key);
  if (!summary) throw new Error(`no summary of version ${single.key}`);
  const { id, ...properties } = summary;
  return {
    type: 'Feature',
    id,
    geometry: point(single.position),
    properties: { cluster: false, ...properties },
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
  return { type: 'Point', coordinates: [round(longitude), round(latitude)] };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
