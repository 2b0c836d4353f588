import type { Loader } from '../api/load.ts';
import { ChangesButton } from '../changes/ChangesButton.tsx';
import { FiguresButton } from '../charts/FiguresButton.tsx';
import { Chips } from '../filters/Chips.tsx';
import { Search } from '../filters/Search.tsx';
import { UnreadWords } from '../language/LanguageControl.tsx';
import { say } from '../language/say.ts';
import { Counts } from '../list/Counts.tsx';
import { Downloads } from '../list/Downloads.tsx';
import { AnyOwnReports } from '../report/AnyOwnReports.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { FilterButton } from './FilterButton.tsx';
import { Masthead } from './Masthead.tsx';
import { Notices } from './Notices.tsx';
import { LazyFilters } from './parts.tsx';
import { Screen } from './Screen.tsx';

interface PanelProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** The wide screen's left side: title, search, filters, how many, and the list or what is open. */
export function Panel({ state, store, loader }: PanelProps) {
  const listed = state.screen.kind === 'list';
  return (
    <aside class="panel" aria-label={say('page.incidents')}>
      <Masthead state={state} store={store} />
      <UnreadWords state={state} store={store} />
      {listed && (
        <div class="panel-tools">
          <Search state={state} store={store} />
          <FilterButton state={state} store={store} />
          <FiguresButton store={store} />
        </div>
      )}
      {listed && <Chips state={state} store={store} />}
      <div class="panel-counts">
        <Counts state={state} />
        {listed && <Downloads state={state} />}
        {listed && <ChangesButton store={store} />}
      </div>
      <Notices state={state} store={store} loader={loader} />
      <div class="panel-body">
        {listed && state.filtersOpen && <LazyFilters state={state} store={store} />}
        {listed && <AnyOwnReports state={state} store={store} />}
        <Screen state={state} store={store} loader={loader} />
      </div>
    </aside>
  );
}
