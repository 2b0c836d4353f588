import { setTimeout as delay } from 'node:timers/promises';
import { wordsOf } from '../../../data/query/words.ts';
import { BusyError } from '../../domain/busy-error.ts';
import type { AddedVersion } from '../../domain/ports/incident-store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Connection } from './connection.ts';
import { matchOf, TEXT_MATCHES } from './filter-sql.ts';
import type { Pool } from './pool.ts';
import { readKeys } from './read-keys.ts';
import { revisionOf } from './revision.ts';
import { Search } from './search.ts';

/** Of all searches that are kept. One of a million incidents takes 1.5 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_SEARCHES = 1000;
/** Of a million incidents the last of them waits 10 s. */
const MOST_UNDER_WAY = 100;
/** A commit is visible some milliseconds before its change is told. */
const TOLD_WITHIN_MS = 10;

/** How often what was found before is tried, while the data moves on. */
const ATTEMPTS = 3;

/** A search that is looked up for all who ask for it meanwhile. */
interface UnderWay {
  readonly found: Promise<Search>;
  /** Aborted once nobody waits any more. */
  readonly gone: AbortController;
  waiting: number;
}

/**
 * Remembers what searches found, and keeps it as the data changes: a reader turns page after page of
 * one, pans the map under it, and asks again once something has come.
 */
export class Searches {
  readonly #kept = new Map<string, Search>();
  readonly #underWay = new Map<string, UnderWay>();

  /** @param pool for long reads: each of its connections takes a thread from everyone else. */
  constructor(
    private readonly pool: Pool,
    private readonly changes: ChangeFeed,
  ) {}

  /**
   * @param signal aborted once the one who asks has gone away.
   * @returns what the text finds; of a revision later than that one where the data has moved on. Null
   *   where it has no words.
   * @throws BusyError where too many searches are under way.
   */
  async of(text: string | null, revision: number, signal?: AbortSignal): Promise<Search | null> {
    const words = [...new Set(wordsOf(text ?? ''))].sort();
    if (words.length === 0) return null;
    const name = words.join(' ');
    const kept = this.#kept.get(name);
    if (kept) {
      if (!this.#follow(kept, revision)) await delay(TOLD_WITHIN_MS);
      if (this.#follow(kept, revision)) {
        // Moved to the end: the first is the one that nobody asked for the longest.
        this.#kept.delete(name);
        this.#kept.set(name, kept);
        return kept;
      }
    }
    const search = await this.#find(name, words, signal);
    this.#follow(search, revision);
    return search;
  }

  /**
   * Reads with what the text finds, both of one revision.
   * @returns null where it has no words, and where the data moves on too fast for that.
   */
  async readWith<Read extends { readonly revision: number }>(
    text: string | null,
    readers: Pool,
    read: (connection: Connection, search: Search) => Promise<Read>,
    signal?: AbortSignal,
  ): Promise<Read | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const revision = await readers.use(revisionOf);
      const search = await this.of(text, revision, signal);
      if (search === null) return null;
      if (search.revision !== revision) continue;
      const made = await readers.use((connection) => read(connection, search));
      // Where it has moved on meanwhile, its keys were those of another revision.
      if (made.revision === revision && search.revision === revision) return made;
    }
    return null;
  }

  /** @returns true where the search is of that revision or a later one. */
  #follow(search: Search, revision: number): boolean {
    const changes = this.changes.since(search.revision);
    if (changes === null) return false;
    search.follow(changes);
    return search.revision >= revision;
  }

  /** Waits for what others have asked for too, if they have. */
  async #find(name: string, words: readonly string[], signal?: AbortSignal): Promise<Search> {
    signal?.throwIfAborted();
    const underWay = this.#underWay.get(name) ?? this.#begin(name, words);
    const { found, gone } = underWay;
    const leave = (): void => {
      underWay.waiting--;
      if (underWay.waiting === 0) gone.abort();
    };
    underWay.waiting++;
    signal?.addEventListener('abort', leave, { once: true });
    try {
      const search = await found;
      signal?.throwIfAborted();
      return search;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  #begin(name: string, words: readonly string[]): UnderWay {
    if (this.#underWay.size >= MOST_UNDER_WAY) {
      throw new BusyError(`searches: ${MOST_UNDER_WAY} are under way; try again in a moment.`);
    }
    const gone = new AbortController();
    const underWay = { found: this.#lookUp(words, gone.signal), gone, waiting: 0 };
    const forget = (): void => {
      if (this.#underWay.get(name) === underWay) this.#underWay.delete(name);
    };
    // Who asks from then on has it looked up anew.
    gone.signal.addEventListener('abort', forget);
    underWay.found
      .then(
        (search) => this.#keep(name, search),
        () => undefined,
      )
      .finally(forget);
    this.#underWay.set(name, underWay);
    return underWay;
  }

  async #lookUp(words: readonly string[], signal: AbortSignal): Promise<Search> {
    const match = matchOf(words.join(' '));
    const { revision, keys } = await readKeys(this.pool, TEXT_MATCHES, { $match: match }, signal);
    return new Search(revision, keys, (version) => hasWords(version, words));
  }

  #keep(name: string, search: Search): void {
    this.#kept.delete(name);
    this.#kept.set(name, search);
    let bytes = 0;
    for (const { byteLength } of this.#kept.values()) bytes += byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if ((bytes <= MOST_BYTES && this.#kept.size <= MOST_SEARCHES) || oldest === name) return;
      this.#kept.delete(oldest);
      bytes -= byteLength;
    }
  }
}

/** As FTS5 matches them: each begins some word of the version, and these stand apart by spaces. */
function hasWords({ words }: AddedVersion, asked: readonly string[]): boolean {
  const text = ` ${words}`;
  return asked.every((word) => text.includes(` ${word}`));
}
