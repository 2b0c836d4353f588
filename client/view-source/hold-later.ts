import type { Loader } from '../api/load.ts';
import type { Store } from '../state/store.ts';
import { savesData, whenSettled } from '../state/when-settled.ts';

/** Once the map is there and the page has nothing else to do, holds the rows: see `hold`. */
export function holdLater(store: Store, loader: Loader): void {
  whenSettled(store, () => void begin());

  async function begin(): Promise<void> {
    // The server goes on answering.
    if (savesData()) return;
    // Without a connection neither: what is shown stays.
    const part = await import('./hold.ts').catch(() => null);
    await part?.hold(store, loader);
  }
}
