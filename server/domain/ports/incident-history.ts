import type { PublicChange, RevisionKind } from '../../../data/incident/public-history.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { CategoryId } from '../../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../../data/vocabulary/verifications.ts';
import type { Actor } from './report-desk.ts';

/** A record as one revision left it. */
export interface RecordRevision {
  readonly revision: number;
  readonly at: number;
  readonly kind: RevisionKind;
  readonly why: string | null;
  /** True where what it said is kept for editors alone. */
  readonly redacted: boolean;
  /** Null where the revision withdrew the record. */
  readonly draft: IncidentDraft | null;
}

/** Where a page of changes ends; `rank` is a revision, or the key of a version. */
export interface ChangesEnd {
  readonly at: number;
  /** 1: what happened on this map; 0: what became known. */
  readonly source: 0 | 1;
  readonly rank: number;
  readonly id: string;
}

/** One thing that changed, with the record after it and before it. */
export interface RecordChange {
  readonly end: ChangesEnd;
  readonly kind: PublicChange['kind'];
  readonly revision: number;
  readonly why: string | null;
  readonly title: string | null;
  readonly category: CategoryId | null;
  readonly verification: VerificationId | null;
  /** Null for a withdrawn record, and where what it said is kept for editors alone. */
  readonly after: IncidentDraft | null;
  /** Null where there was none, or where what it said is kept for editors alone. */
  readonly before: IncidentDraft | null;
}

export interface ChangesRequest {
  /** At least 1. */
  readonly limit: number;
  readonly after: ChangesEnd | null;
  /** Nothing before it is looked at (ms); without it, all. */
  readonly since?: number | undefined;
  /** Aborted once nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface ChangesPage {
  readonly revision: number;
  readonly changes: readonly RecordChange[];
  readonly next: ChangesEnd | null;
}

export interface SeenIncident {
  readonly id: string;
  readonly revision: number;
}

export interface IncidentEdit {
  readonly draft: IncidentDraft;
  readonly why: string;
  /** What earlier revisions said is kept for editors alone from now on. */
  readonly redactsEarlier: boolean;
  /** Pointers of warnings that the editor looked at. */
  readonly allowed: readonly string[];
}

/** Why an act is done, in words that everyone may read. */
export interface PublicReason {
  readonly why: string | null;
  /** Pointers of warnings that the editor looked at. */
  readonly allowed: readonly string[];
}

export type EditOutcome =
  | { readonly why: null; readonly revision: number; readonly isPublic: boolean }
  /**
   * `nothing_before`: it has had one revision only; `taken_back`: a decision on a report was taken
   * back, and only that report's next decision brings its words back.
   */
  | { readonly why: 'not_found' | 'stale' | 'nothing_before' | 'taken_back' };

/**
 * What became of the records: their revisions, what changed and what became known, and the acts of
 * editors on what is public. Each act is told to the audit log in its own transaction.
 */
export interface IncidentHistory {
  /** @returns every revision of a record, newest first; null where there never was one. */
  revisions(id: string): Promise<readonly RecordRevision[] | null>;
  /**
   * What changed, newest first, in bounded time whatever the filter: once much was looked at and little
   * found there are fewer than asked for, or none, and the page says where to go on.
   */
  changes(filter: IncidentFilter, request: ChangesRequest): Promise<ChangesPage>;
  edit(seen: SeenIncident, edit: IncidentEdit, by: Actor): Promise<EditOutcome>;
  /**
   * Brings the revision before back, whole; an undo too can be undone. Where a report made what
   * stands, the decision on it is taken back: it is pending again.
   */
  undo(seen: SeenIncident, reason: PublicReason, by: Actor): Promise<EditOutcome>;
  /** Takes it away from every public read. */
  withdraw(seen: SeenIncident, reason: PublicReason, by: Actor): Promise<EditOutcome>;
}
