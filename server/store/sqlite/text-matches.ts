import { wordsOf } from '../../../data/query/words.ts';
import { streamKeys } from './incident-streams.ts';
import { KeptAtRevision } from './kept-at-revision.ts';
import type { Pool } from './pool.ts';

/** Of all searches that are kept. A search of a million incidents takes 1.3 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Looked up by key and put in order of time, so many take as long as to walk the order of time. */
const FEW_KEYS = 2500;

/** Which versions match the words of a search, as of a revision. */
export interface TextMatches {
  readonly revision: number;
  /** A byte for each key from 1 on, 1 where it matches: SQLite tells one in a fraction of a µs. */
  readonly flags: Uint8Array;
  /** The keys themselves, where they are few. */
  readonly few: readonly number[] | null;
}

/** Remembers what searches found: a reader turns page after page of one. */
export class TextMatchesOf {
  readonly #found = new KeptAtRevision<TextMatches>(MOST_BYTES);
  readonly #underWay = new Map<string, Promise<TextMatches>>();

  /** @param pool for reads of many pages, each from one snapshot. */
  constructor(private readonly pool: Pool) {}

  /** @returns what matches at that revision or a later one; null where the text has no words. */
  async at(revision: number, text: string | null): Promise<TextMatches | null> {
    const words = [...new Set(wordsOf(text ?? ''))].sort().join(' ');
    if (words === '') return null;
    const found = this.#found.get(revision, words);
    if (found) return found;
    const name = `${revision} ${words}`;
    const running = this.#underWay.get(name) ?? this.#find(words);
    this.#underWay.set(name, running);
    try {
      return await running;
    } finally {
      this.#underWay.delete(name);
    }
  }

  async #find(words: string): Promise<TextMatches> {
    let flags = new Uint8Array(1024);
    let few: number[] | null = [];
    let revision = 0;
    for await (const page of streamKeys(this.pool, words)) {
      revision = page.revision;
      // Keys come in order.
      const last = page.keys.at(-1) ?? 0;
      if (last > flags.length) flags = grown(flags, last);
      for (const key of page.keys) flags[key - 1] = 1;
      few =
        few !== null && few.length + page.keys.length <= FEW_KEYS ? [...few, ...page.keys] : null;
    }
    const value = { revision, flags, few };
    this.#found.set(revision, words, { value, cost: flags.length });
    return value;
  }
}

function grown(flags: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, 2 * flags.length));
  larger.set(flags);
  return larger;
}
