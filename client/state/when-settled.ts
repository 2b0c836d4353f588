import type { State } from './state.ts';
import type { Store } from './store.ts';

/** Longest that is waited for a quiet moment. */
const LATEST_MS = 3000;

/** Acts once the map is drawn, or cannot be, and the page has nothing else to do. */
export function whenSettled(store: Store, act: () => void): void {
  const isSettled = ({ answer, failure, map }: State): boolean =>
    (answer !== null || failure !== null) && map !== 'loading';
  if (isSettled(store.state)) {
    whenIdle(act);
    return;
  }
  const stop = store.onChange((state) => {
    if (!isSettled(state)) return;
    stop();
    whenIdle(act);
  });
}

/** A person who saves data is sent nothing ahead. Network Information API: not in every browser. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: LATEST_MS });
  else setTimeout(act, LATEST_MS / 10);
}
