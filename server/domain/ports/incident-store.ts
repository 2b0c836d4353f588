import type { IncidentDraft } from '../../../data/incident/schema.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { KeyBits } from '../../../data/view/key-bits.ts';
import type { IncidentSummary } from '../../../data/view/response.ts';
import type { ViewRow } from '../../../data/view/types.ts';

/** Where a page ends: the last row's beginning (ms since 1970) and id. Order is (occurredAt, id). */
export interface PageEnd {
  readonly occurredAt: number;
  readonly id: string;
}

export interface PageRequest {
  readonly after: PageEnd | null;
  /** At least 1. */
  readonly limit: number;
  readonly newestFirst: boolean;
  /** Names of the properties that each Feature has; without it, all. */
  readonly properties?: readonly string[] | null;
}

/** Features are JSON texts as they are stored, so that nothing is parsed only to be written again. */
export interface Page {
  readonly features: readonly string[];
  /** How many match the filter in all. */
  readonly numberMatched: number;
  /** Null at the end. */
  readonly next: PageEnd | null;
  readonly revision: number;
}

/** Versions in lists of `HeldRow`, newest first, each list as JSON; null where there are too many. */
export interface HeldRows {
  readonly revision: number;
  /** How many incidents are known today. */
  readonly incidents: number;
  readonly versions: number;
  readonly lists: readonly string[] | null;
}

export type HourCount = readonly [hour: number, versions: number];

export interface AddedVersion extends ViewRow {
  /** What a search finds it by: see `recordWords`. */
  readonly words: string;
}

/** What changed at one revision: versions that went, versions that came. */
export interface IndexChange {
  readonly revision: number;
  readonly removed: readonly ViewRow[];
  readonly added: readonly AddedVersion[];
}

/** The versions that a search finds, as of a revision: its keys move on with the next change told. */
export interface FoundVersions {
  readonly revision: number;
  readonly keys: KeyBits;
}

/**
 * Keeps incidents and their versions (see `versionsOf`); one row a version. Two drivers implement
 * it and pass one contract suite (test/server/store/contract.ts).
 */
export interface IncidentStore {
  /** Highest revision committed; 0 in an empty store. */
  revision(): Promise<number>;
  count(): Promise<number>;

  /** @returns the Feature's JSON as known at `asOf` (ms; Infinity: today), or null. */
  item(id: string, asOf: number): Promise<string | null>;
  /**
   * Looks at every version if need be: at a million, a second and more.
   * @param signal ends that once nobody waits any more.
   */
  items(filter: IncidentFilter, page: PageRequest, signal?: AbortSignal): Promise<Page>;
  /**
   * The page, read of versions that an index found.
   * @param keys of all that stand on the page and of the first beyond it; of others as well, no matter.
   * @param matched how many match in all.
   * @returns null where one of these versions is gone; as long as all are there, the page is as it was
   *   at the revision that they were found at, since none is ever changed.
   */
  itemsAmong(keys: readonly number[], page: PageRequest, matched: number): Promise<Page | null>;
  /**
   * Streams the Features of a filter in order, each chunk a text of several Features joined by
   * `separator`, all from one consistent snapshot. Stops work when the consumer stops iterating.
   */
  stream(filter: IncidentFilter, separator: string): AsyncIterable<string>;
  /** @returns [west, south, east, north] of all positions and [earliest, latest] ms; null if empty. */
  extent(): Promise<{
    bbox: readonly [number, number, number, number] | null;
    time: readonly [number, number];
  } | null>;

  /** All versions, in batches, for filling an index; with the revision they are complete to. */
  viewRows(): AsyncIterable<{ readonly revision: number; readonly rows: readonly ViewRow[] }>;
  /**
   * The versions whose words match the text (see `wordsOf`); null where it has no words.
   * @param signal gives it up, once nobody else waits for the same.
   * @throws BusyError where too many other texts are looked for.
   */
  find(text: string, signal?: AbortSignal): Promise<FoundVersions | null>;
  summaries(keys: readonly number[]): Promise<ReadonlyMap<number, IncidentSummary>>;
  /** All versions as a page holds them, where there are at most so many: see `HeldRows`. */
  heldRows(most: number): Promise<HeldRows>;
  /** How many versions became known in each hour, by the hours since 1970 in order. */
  knownByHour(): Promise<{ readonly revision: number; readonly hours: readonly HourCount[] }>;
  /** Calls back after each commit that changed incidents, in order. @returns ends the calls. */
  onChange(listener: (change: IndexChange) => void): () => void;

  /**
   * Adds records, or replaces those with the same id, in one transaction; all get one new revision.
   * @returns that revision.
   */
  put(drafts: readonly IncidentDraft[], now: number): Promise<number>;
  /**
   * Puts many records, for commands: an empty store that nobody follows is filled in one transaction,
   * all or nothing, at several times the speed of `put`; else as many transactions as it takes.
   * @param drafts no two with the same id. Asked for one by one, so that few are in memory at a time.
   * @param onWritten told how many are in, now and then.
   */
  putAll(
    drafts: Iterable<IncidentDraft>,
    now: number,
    onWritten?: (count: number) => void,
  ): Promise<void>;
  /** Takes records away from every public read. @returns false where there is no such record. */
  remove(id: string, now: number): Promise<boolean>;
}
