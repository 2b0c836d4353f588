import { wordsOf } from '../../data/query/words.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';

const MOST_SEARCHES = 32;

/** Remembers what the latest searches found, since panning the map asks for the same words again. */
export class TextKeys {
  private found = new Map<string, Promise<ReadonlySet<number>>>();
  private revision = -1;
  constructor(private readonly store: IncidentStore) {}

  /**
   * @returns keys of the versions whose words match the text, as of `revision` or after; null where
   *   the text has no words, so that it filters nothing.
   */
  async of(text: string, revision: number): Promise<ReadonlySet<number> | null> {
    const words = [...new Set(wordsOf(text))].sort().join(' ');
    return words === '' ? null : this.find(words, revision);
  }

  private find(words: string, revision: number): Promise<ReadonlySet<number>> {
    if (revision !== this.revision) {
      this.found = new Map();
      this.revision = revision;
    }
    const { found } = this;
    const known = found.get(words);
    if (known) {
      // Moved to the end: the first is the one that nobody asked for the longest.
      found.delete(words);
      found.set(words, known);
      return known;
    }
    const keys = this.store.textKeys(words);
    found.set(words, keys);
    keys.catch(() => found.delete(words));
    const [oldest] = found.keys();
    if (found.size > MOST_SEARCHES && oldest !== undefined) found.delete(oldest);
    return keys;
  }
}
