import type { Loader } from '../api/load.ts';
import type { Store } from '../state/store.ts';

/** Loads the player when somebody first plays. */
export function playLater(store: Store, loader: Loader): void {
  const stop = store.onChange(({ play }) => {
    if (!play.isPlaying) return;
    stop();
    import('./player.ts').then(
      ({ followPlay }) => followPlay(store, loader),
      // Without a connection it may not be had.
      () => store.dispatch({ type: 'playChanged', play: { isPlaying: false } }),
    );
  });
}
