import type { IndexChange } from '../../domain/ports/incident-store.ts';

/** Tells listeners of each commit that changed incidents, in the order of the commits. */
export class ChangeFeed {
  readonly #listeners = new Set<(change: IndexChange) => void>();

  listen(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A listener's error does not reach the writer, whose commit holds, nor the other listeners; it
   * ends the process, since an index that missed a change would answer wrongly from then on.
   */
  tell(change: IndexChange): void {
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
