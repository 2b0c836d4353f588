import { useEffect, useRef, useState } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { AreaButton } from '../area/AreaButton.tsx';
import { LazyAreaTool } from '../area/LazyAreaTool.tsx';
import { say, sayParts } from '../language/say.ts';
import { lazy } from '../layout/lazy.tsx';
import { isWithoutMap, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { AnyOverMarks } from './AnyOverMarks.tsx';
import { followState, type MapHandle } from './follow-state.ts';
import type { IncidentMap, Insets } from './incident-map.ts';
import { MapButton } from './MapButton.tsx';
import type { SeeingProps } from './WaysOfSeeing.tsx';

const MoreButtons = lazy<SeeingProps>(async () => (await import('./MoreButtons.tsx')).MoreButtons);

interface MapViewProps {
  readonly store: Store;
  readonly loader: Loader;
  readonly state: State;
  /** What always covers the map. */
  readonly covered: Insets;
  /** What covers it now. */
  readonly coveredNow: Insets;
  readonly onReport: () => void;
}

/** The map with what lies on it: marks for the keyboard, zoom, report, credit. */
export function MapView({ store, loader, state, covered, coveredNow, onReport }: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<MapHandle | null>(null);

  useEffect(() => {
    let removed = false;
    let made: MapHandle | null = null;
    if (container.current) {
      void followState(store, loader, container.current, covered).then((next) => {
        made = next;
        if (removed) next?.remove();
        else setHandle(next);
      });
    }
    return () => {
      removed = true;
      made?.remove();
    };
  }, [store, loader]);

  useEffect(() => handle?.setCovered(covered), [handle, covered.top, covered.bottom]);
  useEffect(() => {
    handle?.setCoveredNow(coveredNow);
    const placing = state.screen.kind === 'report' && state.placing !== null;
    handle?.map.setInsets(placing ? coveredNow : covered);
  }, [
    handle,
    coveredNow.top,
    coveredNow.bottom,
    covered.top,
    covered.bottom,
    state.placing === null,
  ]);

  const placing = state.placing !== null;
  return (
    <section class="map-view" aria-label={say('map.region')}>
      <div class="map" data-testid="map" ref={container} />
      {isWithoutMap(state) && (
        <p class="map-missing">
          {state.map === 'missing' ? say('map.missing') : say('page.partMissing')}
        </p>
      )}
      {handle && (
        <AnyOverMarks
          state={state}
          store={store}
          map={handle.map}
          covered={covered}
          hasKeys={!placing && !state.isDrawing}
        />
      )}
      {placing && <Pin covered={coveredNow} />}
      {handle && state.isDrawing && (
        <LazyAreaTool state={state} store={store} map={handle.map} covered={covered} />
      )}
      {(handle || isWithoutMap(state)) && state.screen.kind !== 'report' && !state.isDrawing && (
        <button type="button" class="report-button" data-opens="report" onClick={onReport}>
          <PlusIcon />
          <span>
            {sayParts('map.report', { wide: (words) => <span class="wide-only">{words}</span> })}
          </span>
        </button>
      )}
      {handle && (
        <div class="map-corner">
          <MapButtons map={handle.map} />
          {!placing && <AreaButton state={state} store={store} />}
          {state.map === 'ready' && !placing && !state.isDrawing && (
            <MoreButtons {...{ state, store, loader, coveredNow }} map={handle.map} />
          )}
        </div>
      )}
      {handle && <Attribution words={handle.map.attribution} />}
    </section>
  );
}

function MapButtons({ map }: { map: IncidentMap }) {
  return (
    <div class="map-buttons">
      <MapButton label={say('map.zoomIn')} icon="M10 4v12M4 10h12" onPress={() => map.zoomBy(1)} />
      <MapButton label={say('map.zoomOut')} icon="M4 10h12" onPress={() => map.zoomBy(-1)} />
      <MapButton
        label={say('map.wholeCity')}
        icon="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4"
        onPress={() => map.fit(CITY)}
      />
    </div>
  );
}

/** The report's place is whatever lies under its tip: the map moves, the pin does not. */
function Pin({ covered }: { covered: Insets }) {
  return (
    <div
      class="pin"
      style={{ top: `calc(${covered.top}px + (100% - ${covered.top + covered.bottom}px) / 2)` }}
    >
      <svg width="36" height="46" viewBox="0 0 36 46" aria-hidden="true">
        <path d="M18 45C11 34 3 26 3 17a15 15 0 0 1 30 0c0 9-8 17-15 28z" />
        <circle cx="18" cy="17" r="5" />
      </svg>
    </div>
  );
}

/** In full where there is room, else behind its first words. */
function Attribution({ words }: { words: string }) {
  return (
    <>
      <p class="attribution wide-only">{words}</p>
      <details class="attribution narrow-only">
        <summary>{say('map.data')}</summary>
        {words}
      </details>
    </>
  );
}

function PlusIcon() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d="M10 4v12M4 10h12" />
    </svg>
  );
}

/** The city's limits, rounded out. */
const CITY = [-93.33, 44.89, -93.194, 45.052] as const;
