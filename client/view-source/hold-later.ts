import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** Longest that the page waits for a quiet moment. */
const LATEST_MS = 3000;

/** Once the map is there and the page has nothing else to do, holds the rows: see `hold`. */
export function holdLater(store: Store, loader: Loader): void {
  const isSettled = ({ answer, viewport, map }: State): boolean =>
    answer !== null && (viewport !== null || map === 'missing');
  const stop = store.onChange((state) => {
    if (!isSettled(state)) return;
    stop();
    whenIdle(() => void begin());
  });
  async function begin(): Promise<void> {
    // A person who saves data is asked nothing extra: the server goes on answering.
    if (savesData()) return;
    const { hold } = await import('./hold.ts');
    await hold(store, loader);
  }
}

function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: LATEST_MS });
  else setTimeout(act, LATEST_MS / 10);
}

/** Network Information API: not in every browser. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
