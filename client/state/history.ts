import { ownLanguage } from '../language/own-language.ts';
import { readAddress, writeAddress } from './address.ts';
import { INITIAL_STATE, type State } from './state.ts';
import type { Store } from './store.ts';

/** Changes of one kind within this time are one step back. */
const SAME_STEP_MS = 1500;
/** Each is a step of its own, however soon it comes: a drawn area is work that Back brings again. */
const OWN_STEPS: readonly Kind[] = ['screen', 'cluster', 'area'];

type Kind = 'screen' | 'area' | 'text' | 'filter' | 'language' | 'cluster' | 'camera';

/**
 * Keeps address bar and state the same. Opening something or changing a filter is a step that Back
 * undoes, and so is opening a cluster; moving the map, or going on typing or dragging, is none.
 */
export function followAddress(store: Store): void {
  let last: { kind: Kind; at: number } = { kind: 'camera', at: 0 };
  let ownNavigation = false;

  window.addEventListener('popstate', () => {
    ownNavigation = true;
    store.dispatch({ type: 'navigated', address: readAddress(location.search, location.hash) });
    ownNavigation = false;
    last = { kind: 'camera', at: 0 };
  });

  let written: State = store.state;
  store.onChange((state) => {
    if (state.adjusting) return;
    const kind = changeOf(state, written);
    if (kind === null) return;
    const fromList = written.screen.kind === 'list';
    written = state;
    const href = writeAddress(state);
    if (ownNavigation || href === location.pathname + location.search + location.hash) return;
    const now = Date.now();
    const sameStep =
      !OWN_STEPS.includes(kind) && kind === last.kind && now - last.at < SAME_STEP_MS;
    if (kind === 'camera' || sameStep) history.replaceState(history.state, '', href);
    else history.pushState({ fromList: kind === 'screen' && fromList }, '', href);
    if (kind !== 'camera') last = { kind, at: now };
  });
}

/** @returns the state that the address asks for when the page opens. */
export function stateFromAddress(): State {
  const address = readAddress(location.search, location.hash);
  const { filter, rolling, camera, screen, drawnAs, dropped } = address;
  const language = address.language ?? ownLanguage();
  return {
    ...INITIAL_STATE,
    filter,
    rolling,
    camera,
    screen,
    drawnAs,
    dropped,
    language,
    opened: screen.kind === 'incident' ? { id: screen.id, feature: null, failure: null } : null,
    sheet: screen.kind === 'list' ? 'peek' : 'half',
  };
}

/** Goes back to the list: the step before, where that was the list, so that Back doesn't reopen. */
export function backToList(store: Store): void {
  const entry: unknown = history.state;
  const fromList =
    typeof entry === 'object' && entry !== null && 'fromList' in entry && entry.fromList === true;
  if (fromList) history.back();
  else store.dispatch({ type: 'screenOpened', screen: { kind: 'list' } });
}

/** @returns what changed that the address tells, null for nothing. */
export function changeOf(state: State, before: State): Kind | null {
  if (state.screen !== before.screen) return 'screen';
  if (state.filter !== before.filter) {
    if (state.filter.within !== before.filter.within) return 'area';
    return state.filter.text !== before.filter.text ? 'text' : 'filter';
  }
  if (state.rolling !== before.rolling) return 'filter';
  if (state.drawnAs !== before.drawnAs) return 'filter';
  if (state.language !== before.language) return 'language';
  if (state.camera === before.camera) return null;
  return state.clustersOpened === before.clustersOpened ? 'camera' : 'cluster';
}
