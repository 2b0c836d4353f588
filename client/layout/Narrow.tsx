import type { Loader } from '../api/load.ts';
import { ChangesButton } from '../changes/ChangesButton.tsx';
import { Chips } from '../filters/Chips.tsx';
import { Search } from '../filters/Search.tsx';
import { LanguageControl, UnreadWords } from '../language/LanguageControl.tsx';
import { say } from '../language/say.ts';
import { Counts } from '../list/Counts.tsx';
import { Downloads } from '../list/Downloads.tsx';
import { OwnReports } from '../report/OwnReports.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Histogram } from '../time/Histogram.tsx';
import { PlayButton } from '../time/PlayControls.tsx';
import { FilterButton } from './FilterButton.tsx';
import { FilterDialog } from './FilterDialog.tsx';
import { AboutButton, ThemeButton } from './Masthead.tsx';
import { Notices } from './Notices.tsx';
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
  const listed = state.screen.kind === 'list';
  // On a phone the map under the pin needs the room.
  const isReporting = state.screen.kind === 'report';
  return (
    <>
      <div class="top-bar" hidden={isReporting}>
        <Search state={state} store={store} />
        <FilterButton state={state} store={store} />
      </div>
      <Sheet
        height={state.sheet}
        onHeight={(sheet) => store.dispatch({ type: 'sheetMoved', sheet })}
        head={
          <div class={listed || state.sheet === 'peek' ? 'sheet-head' : 'visually-hidden'}>
            <h1>{say('page.title')}</h1>
            <Counts state={state} />
            {(listed || state.sheet === 'peek') && (
              <div class="sheet-time">
                <PlayButton state={state} store={store} />
                <Histogram state={state} store={store} height={40} axis={false} />
              </div>
            )}
          </div>
        }
      >
        {listed && <UnreadWords state={state} store={store} />}
        <Notices state={state} store={store} loader={loader} />
        {listed && (
          <div class="sheet-tools">
            <Chips state={state} store={store} />
            <Downloads state={state} />
            <ChangesButton store={store} />
            <LanguageControl state={state} store={store} />
            <ThemeButton state={state} store={store} />
            <AboutButton store={store} />
          </div>
        )}
        {listed && <OwnReports state={state} store={store} />}
        <Screen state={state} store={store} loader={loader} />
      </Sheet>
      {state.filtersOpen && <FilterDialog state={state} store={store} loader={loader} />}
    </>
  );
}
