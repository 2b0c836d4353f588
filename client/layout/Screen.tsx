import { useEffect, useRef } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { LazyChanges } from '../changes/LazyChanges.tsx';
import { Detail } from '../detail/Detail.tsx';
import { say } from '../language/say.ts';
import { AtPlace } from '../list/AtPlace.tsx';
import { IncidentList } from '../list/IncidentList.tsx';
import { LazyOpenReport, LazyReportForm, LazyStatus } from '../report/Lazy.tsx';
import { backToList } from '../state/history.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { About } from './About.tsx';

interface ScreenProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What the panel or sheet holds now. Whatever is not the list has a way back to it. */
export function Screen({ state, store, loader }: ScreenProps) {
  const body = useRef<HTMLDivElement>(null);
  useFocusOnChange(state, body);
  const { screen } = state;
  return (
    <div class="screen" ref={body}>
      {screen.kind !== 'list' && (
        <button type="button" class="back" onClick={() => backToList(store)}>
          <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
            <path d="M12 4l-6 6 6 6" />
          </svg>
          {say('page.back')}
        </button>
      )}
      {screen.kind === 'list' && <IncidentList state={state} store={store} loader={loader} />}
      {screen.kind === 'incident' && <Detail key={screen.id} state={state} store={store} />}
      {screen.kind === 'place' && <AtPlace state={state} store={store} />}
      {screen.kind === 'report' && (
        <LazyReportForm
          state={state}
          store={store}
          correcting={screen.correcting}
          amending={screen.amending ?? null}
        />
      )}
      {screen.kind === 'status' && (
        <LazyStatus key={screen.token} token={screen.token} store={store} />
      )}
      {screen.kind === 'ownReport' && <LazyOpenReport store={store} />}
      {screen.kind === 'changes' && <LazyChanges state={state} store={store} />}
      {screen.kind === 'about' && <About />}
    </div>
  );
}

/** Moves the focus with the person: into what opened, and back to the row it was opened from. */
function useFocusOnChange(
  { screen, opened, atPlace }: State,
  body: { readonly current: HTMLElement | null },
): void {
  const before = useRef(screen);
  const due = useRef(false);
  const ready = screen.kind !== 'incident' || opened?.feature !== null || opened.failure !== null;
  useEffect(() => {
    if (before.current !== screen) due.current = true;
    if (!due.current || !ready) return;
    due.current = false;
    const from = before.current;
    before.current = screen;
    const row =
      screen.kind !== 'incident' && from.kind === 'incident'
        ? body.current?.querySelector<HTMLElement>(`[data-incident="${from.id}"]`)
        : null;
    const target = row ?? body.current?.querySelector<HTMLElement>('h2[tabindex="-1"]');
    if (!row) body.current?.parentElement?.scrollTo({ top: 0 });
    if (screen.kind !== 'list' || row) target?.focus({ preventScroll: !row });
  }, [screen, ready, atPlace]);
}
