import { setTimeout as delay } from 'node:timers/promises';
import { wordsOf } from '../../../data/query/words.ts';
import type { AddedVersion } from '../../domain/ports/incident-store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Connection } from './connection.ts';
import { FOREVER, matchOf, TEXT_MATCHES } from './filter-sql.ts';
import type { FoundKeys } from './found-keys.ts';
import type { Pool } from './pool.ts';
import { readKeys } from './read-keys.ts';
import { revisionOf } from './revision.ts';
import { Search } from './search.ts';

/** Of all searches that are kept. One of a million incidents takes 1.5 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_SEARCHES = 1000;
/** A commit is visible some milliseconds before its change is told. */
const TOLD_WITHIN_MS = 10;

/** How often what was found before is tried, while the data moves on. */
const ATTEMPTS = 3;

/** No search can have these names, since words are joined by single spaces. */
const EVERYTHING = '';
const TODAY = '  today';

/**
 * Remembers what searches found, and keeps it as the data changes: a reader turns page after page of
 * one, pans the map under it, and asks again once something has come.
 */
export class Searches {
  readonly #kept = new Map<string, Search>();
  readonly #underWay = new Map<string, Promise<Search>>();

  constructor(
    private readonly pool: Pool,
    private readonly changes: ChangeFeed,
  ) {}

  /** @returns what the text finds; of a revision later than that one where the data has moved on. */
  of(text: string | null, revision: number): Promise<Search> {
    const words = [...new Set(wordsOf(text ?? ''))].sort();
    if (words.length === 0) return this.#at(revision, EVERYTHING, () => this.#everything(revision));
    return this.#at(revision, words.join(' '), () => this.#find(words));
  }

  /**
   * Reads with what the text finds, both of one revision.
   * @returns null where the data moves on too fast for that.
   */
  async readWith<Read extends { readonly revision: number }>(
    text: string | null,
    readers: Pool,
    read: (connection: Connection, search: Search) => Promise<Read>,
  ): Promise<Read | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const revision = await readers.use(revisionOf);
      const search = await this.of(text, revision);
      if (search.revision !== revision) continue;
      const made = await readers.use((connection) => read(connection, search));
      // Where it has moved on meanwhile, its keys were those of another revision.
      if (made.revision === revision && search.revision === revision) return made;
    }
    return null;
  }

  /** @returns the versions known today. */
  today(revision: number): Promise<Search> {
    return this.#at(revision, TODAY, () => this.#findToday());
  }

  async #at(revision: number, name: string, find: () => Promise<Search>): Promise<Search> {
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
    const running = this.#underWay.get(name) ?? find();
    this.#underWay.set(name, running);
    try {
      const search = await running;
      this.#follow(search, revision);
      this.#keep(name, search);
      return search;
    } finally {
      this.#underWay.delete(name);
    }
  }

  /** @returns true where the search is of that revision or a later one. */
  #follow(search: Search, revision: number): boolean {
    const changes = this.changes.since(search.revision);
    if (changes === null) return false;
    search.follow(changes);
    return search.revision >= revision;
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

  async #everything(revision: number): Promise<Search> {
    return new Search(revision, null, () => true);
  }

  async #find(words: readonly string[]): Promise<Search> {
    const found = await readKeys(this.pool, TEXT_MATCHES, { $match: matchOf(words.join(' ')) });
    return searchOf(found, (version) => hasWords(version, words));
  }

  async #findToday(): Promise<Search> {
    const known =
      'SELECT key FROM versions INDEXED BY versions_by_time WHERE known_until = $forever';
    const found = await readKeys(this.pool, known, { $forever: FOREVER });
    return searchOf(found, ({ knownUntil }) => knownUntil === Infinity);
  }
}

function searchOf(
  { revision, keys }: { readonly revision: number; readonly keys: FoundKeys },
  finds: (version: AddedVersion) => boolean,
): Search {
  return new Search(revision, keys, finds);
}

/** As FTS5 matches them: each begins some word of the version, and these stand apart by spaces. */
function hasWords({ words }: AddedVersion, asked: readonly string[]): boolean {
  const text = ` ${words}`;
  return asked.every((word) => text.includes(` ${word}`));
}
