import { useMemo } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { ChangesButton } from '../changes/ChangesButton.tsx';
import { FiguresButton } from '../charts/FiguresButton.tsx';
import { Chips } from '../filters/Chips.tsx';
import { Search } from '../filters/Search.tsx';
import { LanguageControl, UnreadWords } from '../language/LanguageControl.tsx';
import { say } from '../language/say.ts';
import { Counts } from '../list/Counts.tsx';
import { Downloads } from '../list/Downloads.tsx';
import { AnyOwnReports } from '../report/AnyOwnReports.tsx';
import { hasNothing, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Histogram } from '../time/Histogram.tsx';
import { PlayButton } from '../time/PlayControls.tsx';
import { FilterButton } from './FilterButton.tsx';
import { useReadable } from './hooks.ts';
import { AboutButton, ThemeButton } from './Masthead.tsx';
import { NoticeLine, Notices } from './Notices.tsx';
import { LazyFilterDialog } from './parts.tsx';
import { Screen } from './Screen.tsx';
import { Sheet } from './Sheet.tsx';

/** Pixels of the map under search and filter button. */
export const TOP_BAR_PX = 60;

interface NarrowProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** The narrow screen: search and filters above the map, everything else in the sheet. */
export function Narrow({ state, store, loader }: NarrowProps) {
  const readable = useReadable(state);
  const listed = state.screen.kind === 'list';
  // On a phone the map under the pin needs the room.
  const isReporting = state.screen.kind === 'report';
  // Under a lowered sheet nothing is read: the map is drawn first.
  const isUnseen = state.sheet === 'peek' && state.map === 'loading';
  const topBar = useMemo(
    () => (
      <div class="top-bar" hidden={isReporting}>
        <Search state={readable} store={store} />
        <FilterButton state={readable} store={store} />
      </div>
    ),
    [readable, store],
  );
  const inside = useMemo(
    () => (
      <>
        {listed && <UnreadWords state={readable} store={store} />}
        <Notices state={readable} store={store} loader={loader} />
        {listed && (
          <div class="sheet-tools">
            <Chips state={readable} store={store} />
            <Downloads state={readable} />
            <ChangesButton store={store} />
            <FiguresButton store={store} />
            <LanguageControl state={readable} store={store} />
            <ThemeButton state={readable} store={store} />
            <AboutButton store={store} />
          </div>
        )}
        {listed && <AnyOwnReports state={readable} store={store} />}
        {!isUnseen && <Screen state={readable} store={store} loader={loader} />}
      </>
    ),
    [readable, store, loader, isUnseen],
  );
  return (
    <>
      {topBar}
      <Sheet
        height={state.sheet}
        onHeight={(sheet) => store.dispatch({ type: 'sheetMoved', sheet })}
        head={
          <div class={listed || state.sheet === 'peek' ? 'sheet-head' : 'visually-hidden'}>
            <div class="sheet-words">
              {state.sheet === 'peek' && (
                <NoticeLine
                  state={readable}
                  store={store}
                  loader={loader}
                  onOpen={() => openNotices(store)}
                />
              )}
              <h1>{say('page.title')}</h1>
              <Counts state={readable} />
            </div>
            {(listed || state.sheet === 'peek') && !hasNothing(state) && (
              <div class="sheet-time">
                <PlayButton state={state} store={store} />
                <Histogram state={state} store={store} height={40} axis={false} />
              </div>
            )}
          </div>
        }
      >
        {inside}
      </Sheet>
      {state.filtersOpen && <LazyFilterDialog state={state} store={store} loader={loader} />}
    </>
  );
}

/** Raises the sheet, and goes on to what can be done. */
function openNotices(store: Store): void {
  store.dispatch({ type: 'sheetMoved', sheet: 'half' });
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.notice>button')?.focus());
}
