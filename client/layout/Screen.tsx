import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { LazyChanges } from '../changes/LazyChanges.tsx';
import { LazyCharts } from '../charts/LazyCharts.tsx';
import { LazyCompare } from '../compare/LazyCompare.tsx';
import { LazyFollowerPage } from '../following/Lazy.tsx';
import { say } from '../language/say.ts';
import { IncidentList } from '../list/IncidentList.tsx';
import { useNewQuestion } from '../list/new-question.ts';
import { LazyOpenReport, LazyReportForm, LazyStatus } from '../report/Lazy.tsx';
import { backToList } from '../state/history.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { LazyAbout, LazyAtPlace, LazyDetail } from './parts.tsx';

type ScreenKind = State['screen']['kind'];

interface ScreenProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What the panel or sheet holds now. Whatever is not the list has a way back to it. */
export function Screen({ state, store, loader }: ScreenProps) {
  const body = useRef<HTMLDivElement>(null);
  // Rises as parts come whose code was still on its way.
  const [parts, setParts] = useState(0);
  const onShown = (): void => setParts((count) => count + 1);
  useSamePlace(state, body);
  useFocusOnChange(state, body, parts);
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
      {screen.kind === 'incident' && (
        <LazyDetail key={screen.id} state={state} store={store} onShown={onShown} />
      )}
      {screen.kind === 'place' && (
        <LazyAtPlace state={state} store={store} loader={loader} onShown={onShown} />
      )}
      {screen.kind === 'report' && (
        <LazyReportForm
          state={state}
          store={store}
          correcting={screen.correcting}
          amending={screen.amending ?? null}
          onShown={onShown}
        />
      )}
      {screen.kind === 'status' && (
        <LazyStatus key={screen.token} token={screen.token} store={store} onShown={onShown} />
      )}
      {screen.kind === 'ownReport' && <LazyOpenReport store={store} onShown={onShown} />}
      {screen.kind === 'changes' && <LazyChanges state={state} store={store} onShown={onShown} />}
      {screen.kind === 'following' && (
        <LazyFollowerPage key={screen.token} token={screen.token} onShown={onShown} />
      )}
      {screen.kind === 'charts' && (
        <LazyCharts state={state} store={store} loader={loader} onShown={onShown} />
      )}
      {screen.kind === 'compare' && (
        <LazyCompare state={state} store={store} loader={loader} onShown={onShown} />
      )}
      {screen.kind === 'about' && <LazyAbout onShown={onShown} />}
    </div>
  );
}

/** Moves the focus with the person: into what opened, and back to the row or button that opened it. */
function useFocusOnChange(
  { screen, opened, lists: { place } }: State,
  body: { readonly current: HTMLElement | null },
  parts: number,
): void {
  const shown = useRef(screen);
  const left = useRef(screen);
  const due = useRef(false);
  const ready = screen.kind !== 'incident' || opened?.feature !== null || opened.failure !== null;
  useEffect(() => {
    if (shown.current !== screen) {
      left.current = shown.current;
      shown.current = screen;
      // Who compares other days stays where they choose them.
      due.current = screen.kind !== 'compare' || left.current.kind !== 'compare';
    }
    if (!due.current || !ready) return;
    const from = left.current;
    const row =
      screen.kind !== 'incident' && from.kind === 'incident'
        ? body.current?.querySelector<HTMLElement>(`[data-incident="${from.id}"]`)
        : null;
    const target =
      row ??
      (screen.kind === 'list'
        ? openerOf(from.kind)
        : body.current?.querySelector<HTMLElement>('h2[tabindex="-1"]'));
    // Its code is still on its way.
    if (!target && screen.kind !== 'list') return;
    due.current = false;
    if (screen.kind !== 'list') body.current?.parentElement?.scrollTo({ top: 0 });
    target?.focus({ preventScroll: !row || isInSight(row) });
  }, [screen, ready, place === null, parts]);
}

/** @returns the button that opens such a screen, where what had the focus is gone. */
function openerOf(kind: ScreenKind): HTMLElement | null {
  if (document.activeElement !== document.body) return null;
  // What compares days is opened from the figures.
  const opened = kind === 'compare' ? 'charts' : kind;
  return document.querySelector<HTMLElement>(`[data-opens="${opened}"]`);
}

/** The list is found scrolled to where it was left, and another one at its top. */
function useSamePlace(state: State, body: { readonly current: HTMLElement | null }): void {
  const { screen } = state;
  const left = useRef(0);
  useNewQuestion(state, () => {
    left.current = 0;
    if (screen.kind === 'list' || screen.kind === 'place')
      body.current?.parentElement?.scrollTo({ top: 0 });
  });
  const kind = useRef(screen.kind);
  useLayoutEffect(() => {
    const scroller = body.current?.parentElement;
    if (!scroller) return;
    if (screen.kind === 'list' && kind.current !== 'list') scroller.scrollTop = left.current;
    kind.current = screen.kind;
    const remember = (): void => {
      if (screen.kind === 'list' && kind.current === 'list') left.current = scroller.scrollTop;
    };
    scroller.addEventListener('scroll', remember, { passive: true });
    return () => scroller.removeEventListener('scroll', remember);
  }, [screen.kind]);
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const around = element.closest('.screen')?.parentElement?.getBoundingClientRect();
  return around !== undefined && top >= around.top && bottom <= around.bottom;
}
