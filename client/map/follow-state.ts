import { ApiError, failureOf } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import { neededPart } from '../layout/lazy.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { themeOf } from '../theme/theme.ts';
import { askAhead } from './ask-ahead.ts';
import type { Basemap } from './basemap.ts';
import { contentSource } from './content.ts';
import { cameraOf, viewportOf } from './first-camera.ts';
import { firstPaint } from './first-paint.ts';
import { loadHeatPart } from './heat-part.ts';
import type { Hit, IncidentMap, Insets } from './incident-map.ts';
import { spreadLater } from './spread.ts';

export interface MapHandle {
  readonly map: IncidentMap;
  /** What always covers the map: the bar above it, the sheet at its lowest. */
  setCovered(covered: Insets): void;
  /** What covers it now, sheet included. */
  setCoveredNow(covered: Insets): void;
  remove(): void;
}

/**
 * Loads MapLibre beside the page and ties the map to the state, both ways. The map opens on all
 * incidents that match, where the address doesn't say otherwise.
 * @returns null where there is no WebGL, or MapLibre does not come: list and timeline carry on without it.
 */
export async function followState(
  store: Store,
  loader: Loader,
  container: HTMLElement,
  covered: Insets,
): Promise<MapHandle | null> {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { dataset } = document.documentElement;
  let map: IncidentMap;
  let idle = false;
  let coveredNow = covered;
  let isHeatAsked = false;
  const contentOf = contentSource();
  const tell = (): void => {
    const { viewport, answer, failure, drawnAs } = store.state;
    // Before the first answer an empty map rests, of which nothing is to be read.
    const isDrawn =
      failure !== null || (answer !== null && contentOf(store.state).drawnAs === drawnAs);
    const isIdle = idle && !loader.busy && viewport && isDrawn;
    dataset.map = isIdle ? 'idle' : 'busy';
    if (isIdle && store.state.map === 'loading') {
      store.dispatch({ type: 'mapChanged', map: 'ready' });
    }
  };
  try {
    await firstPaint();
    const [{ IncidentMap }, basemap] = await Promise.all([
      neededPart(import('./incident-map.ts')),
      hostedBasemap(),
      placed(store, loader, container, covered),
    ]);
    map = new IncidentMap({
      container,
      theme: themeOf(store.state.theme),
      basemap,
      insets: covered,
      camera: store.state.camera,
      still,
      onMoved: (to, viewport) => {
        store.dispatch({ type: 'mapMoved', camera: to, viewport });
        tell();
      },
      // Under the pin a tap is no wish to read something else.
      onHit: (hit) => {
        if (store.state.placing === null) act(store, map, hit);
      },
      onHover: (hit) => store.dispatch({ type: 'hovered', id: hit && idOf(hit) }),
      onBasemap: (basemap) => {
        if (basemap !== store.state.basemap) store.dispatch({ type: 'basemapChanged', basemap });
      },
      onMoving: () => {
        idle = false;
        tell();
      },
      onIdle: () => {
        idle = true;
        tell();
      },
    });
  } catch (error) {
    dataset.map = 'missing';
    const isUnloaded = error instanceof ApiError;
    store.dispatch({ type: 'mapChanged', map: isUnloaded ? 'unloaded' : 'missing' });
    console.warn('The map could not be drawn; list and timeline carry on.', error);
    return null;
  }

  const stopSpread = spreadLater(store, loader);

  const follow = (state: State, before: State | null): void => {
    map.setTheme(themeOf(state.theme));
    if (state.drawnAs === 'heat' && !isHeatAsked) askForHeat();
    if (map.show(contentOf(state))) idle = false;
    if (before && state.cameraRequest !== before.cameraRequest && state.camera) {
      map.goTo(state.camera);
    }
    if (before && state.basemapRequest !== before.basemapRequest) map.restyle();
    const radius = state.placing?.radiusMeters;
    if (radius && radius !== before?.placing?.radiusMeters) {
      bringIntoSight((part) => part.showCircle(map, radius, store.state.camera, coveredNow));
    }
    if (state.opened?.feature !== before?.opened?.feature) {
      // The sheet rises in the same round; its height is known a frame later.
      requestAnimationFrame(clearChosen);
    }
    tell();
  };
  /** @param move what brings something into sight, by code that comes when it is first needed. */
  const bringIntoSight = (move: (part: typeof import('./clear-spot.ts')) => void): void => {
    // Without a connection it may not be had: then the map stays where it is.
    import('./clear-spot.ts').then(move, () => undefined);
  };
  const clearChosen = (): void =>
    bringIntoSight((part) => {
      const { selected } = contentOf(store.state);
      if (selected) part.clearMark(map, selected, store.state.camera, coveredNow);
    });
  const askForHeat = (): void => {
    isHeatAsked = true;
    loadHeatPart().then(
      () => store.dispatch({ type: 'drawnAsChosen', drawnAs: store.state.drawnAs }),
      (error: unknown) => {
        isHeatAsked = false;
        store.dispatch({ type: 'drawnAsChosen', drawnAs: 'marks' });
        store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
      },
    );
  };
  follow(store.state, null);
  const stop = store.onChange(follow);
  return {
    map,
    setCovered: (to) => map.setCovered(to),
    setCoveredNow: (to) => {
      const rises = to.bottom > coveredNow.bottom;
      coveredNow = to;
      const chosen = contentOf(store.state).selected;
      // Whoever has looked away from it stays where they look.
      if (rises && chosen && map.isSeen(chosen.position)) clearChosen();
    },
    remove: () => {
      stop();
      stopSpread();
      map.remove();
    },
  };
}

function idOf(hit: Hit): string {
  return hit.kind === 'pending' ? hit.token : hit.id;
}

/** What a click or a key on a mark does. */
export function act(store: Store, map: IncidentMap, hit: Hit | null): void {
  if (hit === null) return;
  if (hit.kind === 'incident') {
    store.dispatch({ type: 'screenOpened', screen: { kind: 'incident', id: hit.id } });
  } else if (hit.kind === 'pending') {
    store.dispatch({ type: 'screenOpened', screen: { kind: 'status', token: hit.token } });
  } else {
    const cluster = store.state.answer?.view.features.find((feature) => feature.id === hit.id);
    if (!cluster?.properties.cluster) return;
    const [longitude, latitude] = cluster.geometry.coordinates;
    const { expansion_zoom: zoom } = cluster.properties;
    // All at one point: no zoom takes them apart, a list does.
    if (zoom > 20) {
      store.dispatch({ type: 'screenOpened', screen: { kind: 'place', longitude, latitude } });
    } else {
      store.dispatch({ type: 'clusterOpened' });
      map.expand([longitude, latitude], zoom);
    }
  }
}

/** @returns the one that whoever runs this server has chosen, as the page's head tells; else null. */
async function hostedBasemap(): Promise<Basemap | null> {
  if (document.querySelector('meta[name^="basemap-"]') === null) {
    askAhead();
    return null;
  }
  const part = await import('./hosted-basemap.ts').catch(() => null);
  // Without it the embedded one is drawn.
  return part ? part.chosenBasemap() : null;
}

/** Says where the map will be, so that what it shows is asked for before it is there. */
async function placed(
  store: Store,
  loader: Loader,
  { clientWidth: width, clientHeight: height }: HTMLElement,
  covered: Insets,
): Promise<void> {
  const survey = await loader.survey;
  const size = { width, height };
  const camera = store.state.camera ?? cameraOf(survey?.features ?? [], size, covered);
  store.dispatch({ type: 'mapMoved', camera, viewport: viewportOf(camera, size, covered) });
}
