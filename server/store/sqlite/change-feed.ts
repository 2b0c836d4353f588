import type { IndexChange } from '../../domain/ports/incident-store.ts';

/** Versions of the latest changes that are kept, for those who look now and then. */
const MOST_KEPT = 2000;

/** Tells listeners of each commit that changed incidents, in the order of the commits. */
export class ChangeFeed {
  /** The latest, without a gap between their revisions. */
  #latest: IndexChange[] = [];
  /** The revision after which nothing is missing from them. */
  #completeFrom = 0;
  readonly #listeners = new Set<(change: IndexChange) => void>();

  /** @returns what was told since that revision, in order; null where not all of it is kept. */
  since(revision: number): readonly IndexChange[] | null {
    if (revision < this.#completeFrom) return null;
    return this.#latest.filter((change) => change.revision > revision);
  }

  get isFollowed(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * A listener's error does not reach the writer, whose commit holds, nor the other listeners; it
   * ends the process, since an index that missed a change would answer wrongly from then on.
   */
  tell(change: IndexChange): void {
    this.#keep(change);
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

  #keep(change: IndexChange): void {
    // What another process wrote is told to nobody.
    if (change.revision - 1 !== this.#latest.at(-1)?.revision) {
      this.#latest = [];
      this.#completeFrom = change.revision - 1;
    }
    this.#latest.push(change);
    let versions = 0;
    for (const { removed, added } of this.#latest) versions += removed.length + added.length;
    while (versions > MOST_KEPT) {
      const oldest = this.#latest.shift();
      if (oldest === undefined) return;
      this.#completeFrom = oldest.revision;
      versions -= oldest.removed.length + oldest.added.length;
    }
  }
}
