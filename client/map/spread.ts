import type { SingleFeature, ViewFeature } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** Pixels to the right and down from where an incident is to where its mark is drawn. */
export type Apart = readonly [right: number, down: number];

/** A feature as it is drawn: what shares a point with few others stands apart from it. */
export type DrawnFeature =
  | ViewFeature
  | (SingleFeature & {
      readonly apart: Apart;
      /** True for one of them, which draws for all what lies on the ground. */
      readonly isFirst: boolean;
    });

/** What is drawn in place of an answer's features. */
export interface Spread {
  readonly of: readonly ViewFeature[];
  readonly drawn: readonly DrawnFeature[];
}

/** From this zoom on, there is room around a point. */
export const SPREAD_FROM_ZOOM = 18;
const NOTHING: readonly ViewFeature[] = [];

/** @returns the features as the map draws them: apart where they share a point, unless time is played. */
export function drawnFeatures({ answer, spread, play }: State): readonly DrawnFeature[] {
  const features = answer?.view.features ?? NOTHING;
  return spread?.of === features && !play.isPlaying ? spread.drawn : features;
}

export function apartOf(feature: DrawnFeature): Apart {
  return 'apart' in feature ? feature.apart : [0, 0];
}

/** Once the map first stands close, follows what shares a point. @returns ends it. */
export function spreadLater(store: Store, loader: Loader): () => void {
  let isEnded = false;
  let stop = (): void => undefined;
  const stopWaiting = store.onChange(async ({ viewport }) => {
    if (!viewport || viewport.zoom < SPREAD_FROM_ZOOM) return;
    stopWaiting();
    const { followSpread } = await import('./follow-spread.ts');
    if (!isEnded) stop = followSpread(store, loader);
  });
  return () => {
    isEnded = true;
    stopWaiting();
    stop();
  };
}
