import type { ViewFeature } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { DrawnFeature } from './drawn-feature.ts';

/** From this zoom on, there is room around a point. */
export const SPREAD_FROM_ZOOM = 18;
const NOTHING: readonly ViewFeature[] = [];

/** @returns the features as the map draws them: apart where they share a point, unless time is played. */
export function drawnFeatures({ answer, spread, play }: State): readonly DrawnFeature[] {
  const features = answer?.view.features ?? NOTHING;
  return spread?.of === features && !play.isPlaying ? spread.drawn : features;
}

/** Once the map first stands close, follows what shares a point. @returns ends it. */
export function spreadLater(store: Store, loader: Loader): () => void {
  let isEnded = false;
  let isAsked = false;
  let failedAt: State['viewport'] = null;
  let stop = (): void => undefined;
  const stopWaiting = store.onChange(async ({ viewport }) => {
    if (isAsked || !viewport || viewport.zoom < SPREAD_FROM_ZOOM || viewport === failedAt) return;
    isAsked = true;
    const part = await import('./follow-spread.ts').catch(() => null);
    if (part === null) {
      // A cluster then gives its list when it is chosen; where the map goes next, it is tried again.
      isAsked = false;
      failedAt = viewport;
      return;
    }
    stopWaiting();
    if (!isEnded) stop = part.followSpread(store, loader);
  });
  return () => {
    isEnded = true;
    stopWaiting();
    stop();
  };
}
