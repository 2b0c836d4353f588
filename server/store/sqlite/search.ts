import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { rowTestOf } from '../../../data/view/row-test.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import type { AddedVersion, IndexChange } from '../../domain/ports/incident-store.ts';
import type { FoundKeys } from './found-keys.ts';

/** How many counts of one search are kept: of the filters that were asked beside it. */
const MOST_COUNTS = 200;

interface KeptCount {
  count: number;
  readonly has: (row: ViewRow) => boolean;
}

/**
 * What one search found, as of a revision: which versions have its words, and how many of them match
 * the filters asked beside it. It follows each change of the data in place, by the few versions that
 * came and went, so that nothing is looked up or counted anew.
 */
export class Search {
  readonly #counts = new Map<string, KeptCount>();

  /**
   * @param keys of the versions that are found; null where all are.
   * @param finds says of a version that came whether it is found.
   */
  constructor(
    public revision: number,
    readonly keys: FoundKeys | null,
    private readonly finds: (version: AddedVersion) => boolean,
  ) {}

  get byteLength(): number {
    return this.keys?.byteLength ?? 0;
  }

  /** @param changes all since its revision, in order. */
  follow(changes: readonly IndexChange[]): void {
    for (const { revision, removed, added } of changes) {
      for (const row of removed) {
        if (this.keys === null || this.keys.delete(row.key)) this.#count(row, -1);
      }
      for (const version of added) {
        if (!this.finds(version)) continue;
        this.keys?.add(version.key);
        this.#count(version, 1);
      }
      this.revision = revision;
    }
  }

  /** @returns how many are found and match; undefined where that is not known. */
  countOf(filter: IncidentFilter): number | undefined {
    const name = nameOf(filter);
    const kept = this.#counts.get(name);
    if (kept === undefined) return undefined;
    // Moved to the end: the first is the one that nobody asked for the longest.
    this.#counts.delete(name);
    this.#counts.set(name, kept);
    return kept.count;
  }

  /** @param count as of its revision. */
  keepCount({ text: _, ...filter }: IncidentFilter, count: number): void {
    this.#counts.set(nameOf({ text: null, ...filter }), { count, has: rowTestOf(filter) });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST_COUNTS && oldest !== undefined) this.#counts.delete(oldest);
  }

  #count(row: ViewRow, step: 1 | -1): void {
    for (const kept of this.#counts.values()) if (kept.has(row)) kept.count += step;
  }
}

/** All filters but the text; ends that are open become null, each in a place of its own. */
export function nameOf(filter: IncidentFilter): string {
  return JSON.stringify({ ...NO_FILTER, ...filter, text: null });
}
