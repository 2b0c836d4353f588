import { MOST_ZOOM } from '../../data/view/mercator.ts';
import type { ClusterFeature, ListedIncident, ViewFeature } from '../api/answer.ts';
import { isAbort } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { placeList } from '../view-source/source.ts';
import type { DrawnFeature } from './drawn-feature.ts';
import { MOST_SPREAD, ringOf } from './ring.ts';
import { SPREAD_FROM_ZOOM } from './spread.ts';

/** Points of one view that are asked about, where the server has to be. */
const MOST_POINTS = 12;

/**
 * Where the map stands close, draws few incidents of one point apart: asks who they are, and says so
 * once all are known. The counts of the view stay as they are.
 * @returns ends it.
 */
export function followSpread(store: Store, loader: Loader): () => void {
  let running = new AbortController();
  let asked: readonly ViewFeature[] | null = null;

  function follow({ answer, viewport, filter, play }: State): void {
    const features = answer?.view.features ?? null;
    if (features === asked || play.isPlaying) return;
    asked = features;
    running.abort();
    running = new AbortController();
    if (!features || !viewport || viewport.zoom < SPREAD_FROM_ZOOM) return;
    const clusters = features.filter(isSpread).slice(0, MOST_POINTS);
    if (clusters.length === 0) return;
    const { signal } = running;
    const members = clusters.map(async (cluster) => {
      const [longitude, latitude] = cluster.geometry.coordinates;
      const list = placeList(filter, longitude, latitude);
      const page = await loader.source.page(list, 0, null, signal);
      return [cluster.id, page.features] as const;
    });
    Promise.all(members).then(
      (found) => {
        if (signal.aborted) return;
        const drawn = spreadOut(features, new Map(found));
        store.dispatch({ type: 'spreadCame', spread: { of: features, drawn } });
      },
      (error: unknown) => {
        // The cluster stays, and gives its list when it is chosen.
        if (!isAbort(error)) console.info('What shares a point could not be asked for.', error);
      },
    );
  }

  const stop = store.onChange(follow);
  follow(store.state);
  return () => {
    running.abort();
    stop();
  };
}

function isSpread(feature: ViewFeature): feature is ClusterFeature {
  const { properties } = feature;
  return (
    properties.cluster &&
    // Over this, all share one point.
    properties.expansion_zoom > MOST_ZOOM &&
    properties.point_count <= MOST_SPREAD
  );
}

/** @param members of clusters by their id; one that is not known in full stays a cluster. */
export function spreadOut(
  features: readonly ViewFeature[],
  members: ReadonlyMap<string, readonly ListedIncident[]>,
): DrawnFeature[] {
  return features.flatMap((feature): DrawnFeature[] => {
    const incidents = feature.properties.cluster ? members.get(feature.id) : undefined;
    if (!feature.properties.cluster || incidents?.length !== feature.properties.point_count) {
      return [feature];
    }
    const ring = ringOf(incidents.length);
    return incidents.map(({ id, properties }, place) => ({
      type: 'Feature',
      id,
      geometry: feature.geometry,
      properties: { ...properties, cluster: false },
      apart: ring[place] ?? [0, 0],
      isFirst: place === 0,
    }));
  });
}
