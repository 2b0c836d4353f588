import { wordsOf } from '../../data/query/words.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';

const MOST_SEARCHES = 32;
/** Of all searches that are remembered; a set of a million keys takes some 40 MB. */
const MOST_KEYS = 2_000_000;

interface Search {
  readonly keys: Promise<ReadonlySet<number>>;
  /** 0 until they are known. */
  count: number;
}

/** Remembers what the latest searches found, since panning the map asks for the same words again. */
export class TextKeys {
  private found = new Map<string, Search>();
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
      return known.keys;
    }
    const search: Search = { keys: this.store.textKeys(words), count: 0 };
    found.set(words, search);
    search.keys.then(
      ({ size }) => {
        search.count = size;
        forgetOldest(found);
      },
      () => found.delete(words),
    );
    forgetOldest(found);
    return search.keys;
  }
}

/** Until what is left is few enough; the latest is kept whatever it holds. */
function forgetOldest(found: Map<string, Search>): void {
  let keys = 0;
  for (const { count } of found.values()) keys += count;
  for (const [words, { count }] of found) {
    if (found.size === 1 || (found.size <= MOST_SEARCHES && keys <= MOST_KEYS)) return;
    found.delete(words);
    keys -= count;
  }
}
