import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ViewResponse } from '../api/answer.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** The state, drawn anew with each change of it. */
export function useStoreState(store: Store): State {
  const [state, setState] = useState(store.state);
  useLayoutEffect(() => {
    setState(store.state);
    return store.onChange(setState);
  }, [store]);
  return state;
}

/** Nobody reads faster, and words cost more to draw than marks. */
const READ_EVERY_MS = 500;
/** What a play changes with every frame. */
const PLAYED: ReadonlySet<string> = new Set<keyof State>([
  'filter',
  'answer',
  'answerFilter',
  'lists',
]);

/** @returns the state; while time is played, for what is read, one that follows twice a second. */
export function useReadable(state: State): State {
  const shown = useRef({ state, at: 0 });
  const before = shown.current;
  const now = performance.now();
  const isNew =
    !state.play.isPlaying ||
    now - before.at >= READ_EVERY_MS ||
    (Object.keys(state) as (keyof State)[]).some(
      (key) => !PLAYED.has(key) && state[key] !== before.state[key],
    );
  if (isNew && state !== before.state) shown.current = { state, at: now };
  return shown.current.state;
}

/** True from 900 px on, where panel and map stand side by side. */
export function useWide(): boolean {
  const query = '(min-width: 900px)';
  const [wide, setWide] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const tell = (): void => setWide(media.matches);
    media.addEventListener('change', tell);
    return () => media.removeEventListener('change', tell);
  }, []);
  return wide;
}

/** Pixels across of an element, as the window and the panels change; 0 before it is laid out. */
export function useWidth(element: { readonly current: Element | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver((entries) => {
      setWidth(Math.floor(entries[0]?.contentRect.width ?? 0));
    });
    observer.observe(element.current);
    setWidth(Math.floor(element.current.clientWidth));
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** When each answer was first drawn, kept beyond a change of layout. */
const firstDrawn = new WeakMap<ViewResponse, number>();

/** @returns when this answer came, or null where there is none. */
export function useLoadedAt(view: ViewResponse | null): number | null {
  if (view === null) return null;
  const at = firstDrawn.get(view) ?? Date.now();
  firstDrawn.set(view, at);
  return at;
}
