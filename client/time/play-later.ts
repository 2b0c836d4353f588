import { failureOf } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import { neededPart } from '../layout/lazy.tsx';
import type { Store } from '../state/store.ts';

/** Loads the player when somebody first plays. */
export function playLater(store: Store, loader: Loader): void {
  const stop = store.onChange(({ play }) => {
    if (!play.isPlaying) return;
    stop();
    neededPart(import('./player.ts')).then(
      ({ followPlay }) => followPlay(store, loader),
      (error: unknown) => {
        store.dispatch({ type: 'playChanged', play: { isPlaying: false } });
        store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
        playLater(store, loader);
      },
    );
  });
}
