import type { Loader } from '../api/load.ts';
import type { Store } from '../state/store.ts';
import { savesData, whenSettled } from '../state/when-settled.ts';
import { LazyAtPlace, LazyDetail, LazyFilterDialog, LazyFilters } from './parts.tsx';

/** Loads what a reader is likely to open next, once the map is there: so that it opens at once. */
export function loadParts(store: Store, loader: Loader): void {
  whenSettled(store, () => {
    if (savesData()) return;
    // A browser does not wait for code before it prints: without it, paper has what is on the screen.
    import('../paper/paper.tsx').then(
      ({ followPrint }) => followPrint(store, loader),
      () => undefined,
    );
    // Without a connection they are asked for again when they are opened.
    for (const part of [LazyDetail, LazyFilters, LazyFilterDialog, LazyAtPlace])
      part.load().catch(() => undefined);
    // Were it loaded at the press, that request would tell that somebody asked where they are.
    import('../near/near.ts').catch(() => undefined);
  });
}
