import type { Loader } from '../api/load.ts';
import { Chips } from '../filters/Chips.tsx';
import { Search } from '../filters/Search.tsx';
import { Counts } from '../list/Counts.tsx';
import { Downloads } from '../list/Downloads.tsx';
import { OwnReports } from '../report/OwnReports.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Histogram } from '../time/Histogram.tsx';
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
  return (
    <>
      <div class="top-bar">
        <Search state={state} store={store} />
        <FilterButton state={state} store={store} />
      </div>
      <Sheet
        height={state.sheet}
        onHeight={(sheet) => store.dispatch({ type: 'sheetMoved', sheet })}
        head={
          <div class={listed || state.sheet === 'peek' ? 'sheet-head' : 'visually-hidden'}>
            <h1>Minneapolis Incident Map</h1>
            <Counts state={state} />
            {(listed || state.sheet === 'peek') && (
              <Histogram state={state} store={store} height={40} axis={false} />
            )}
          </div>
        }
      >
        <Notices state={state} store={store} loader={loader} />
        {listed && (
          <div class="sheet-tools">
            <Chips state={state} store={store} />
            <Downloads state={state} />
            <ThemeButton state={state} store={store} />
            <AboutButton store={store} />
          </div>
        )}
        {listed && <OwnReports state={state} store={store} />}
        <Screen state={state} store={store} loader={loader} />
      </Sheet>
      {state.filtersOpen && <FilterDialog state={state} store={store} />}
    </>
  );
}
