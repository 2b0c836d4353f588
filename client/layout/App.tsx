import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { Announcement } from '../list/Counts.tsx';
import type { Insets } from '../map/incident-map.ts';
import { MapView } from '../map/MapView.tsx';
import { backToList } from '../state/history.ts';
import { hasNothing, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { KnownAsOfBand } from '../time/KnownAsOfBand.tsx';
import { Timeline } from '../time/Timeline.tsx';
import { useReadable, useStoreState, useWide } from './hooks.ts';
import { Narrow, TOP_BAR_PX } from './Narrow.tsx';
import { Panel } from './Panel.tsx';
import { PEEK_PX, sheetPixels } from './sheet-height.ts';

interface AppProps {
  readonly store: Store;
  readonly loader: Loader;
}

const NOTHING: Insets = { top: 0, bottom: 0 };

/** One linked view of one query. From 900 px on panel, map and timeline; below, map under a sheet. */
export function App({ store, loader }: AppProps) {
  const state = useStoreState(store);
  const readable = useReadable(state);
  const wide = useWide();
  useEscape(store);
  const [covered, coveredNow] = useCovered(state, wide);
  // The map draws its marks by itself; what lies on it is read.
  const map = useMemo(
    () => (
      <MapView
        key="map"
        store={store}
        loader={loader}
        state={readable}
        covered={covered}
        coveredNow={coveredNow}
        onReport={() =>
          store.dispatch({ type: 'screenOpened', screen: { kind: 'report', correcting: null } })
        }
      />
    ),
    [store, loader, readable, covered.top, covered.bottom, coveredNow.top, coveredNow.bottom],
  );
  const panel = useMemo(
    () => <Panel key="panel" state={readable} store={store} loader={loader} />,
    [store, loader, readable],
  );
  return (
    <div class={wide ? 'app is-wide' : 'app is-narrow'}>
      {wide && panel}
      <main class="stage" key="stage">
        <KnownAsOfBand key="band" state={readable} store={store} />
        {map}
        {wide && !hasNothing(state) && (
          <Timeline key="timeline" state={state} store={store} loader={loader} />
        )}
      </main>
      {!wide && <Narrow key="narrow" state={state} store={store} loader={loader} />}
      <Announcement state={readable} />
    </div>
  );
}

/** What always covers the map, and what covers it now. */
function useCovered(state: State, wide: boolean): [Insets, Insets] {
  const [height, setHeight] = useState(window.innerHeight);
  useEffect(() => {
    const tell = (): void => setHeight(window.innerHeight);
    window.addEventListener('resize', tell);
    return () => window.removeEventListener('resize', tell);
  }, []);
  if (wide) return [NOTHING, NOTHING];
  const now = state.sheet === 'full' ? 'half' : state.sheet;
  return [
    { top: TOP_BAR_PX, bottom: PEEK_PX },
    { top: TOP_BAR_PX, bottom: sheetPixels(now, height) },
  ];
}

/** Escape leaves what is open, unless something nearer (a dialog, a date picker) takes it first. */
function useEscape(store: Store): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const { screen, filtersOpen } = store.state;
      if (filtersOpen) store.dispatch({ type: 'filtersToggled', open: false });
      // A half-written report is not thrown away by a stray key.
      else if (screen.kind !== 'list' && screen.kind !== 'report') backToList(store);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}
