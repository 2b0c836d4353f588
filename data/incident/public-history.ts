import type { CategoryId } from '../vocabulary/categories.ts';
import type { VerificationId } from '../vocabulary/verifications.ts';
import type { ChangeLine } from './change-lines.ts';
import type { Change } from './changes.ts';

/** What made a revision. */
export type RevisionKind = 'first' | 'import' | 'report' | 'merge' | 'edit' | 'undo' | 'withdraw';

/** A revision as everyone may read it: `…/items/{id}/history`. */
export interface PublicRevision {
  readonly revision: number;
  /** The day in Minneapolis: no closer is told of what a person did. */
  readonly at: string;
  readonly kind: RevisionKind;
  /** The kind in English words: a role, and never a name. */
  readonly by: string;
  readonly why: string | null;
  readonly changes: readonly Change[];
  /** True where an editor took out what it said, or said before. */
  readonly redacted: boolean;
}

/** One thing that changed, in words that everyone may read: `/api/changes`. */
export interface PublicChange {
  /** Null where the record is withdrawn: one made by an earlier version of this map has an id of its title's words. */
  readonly incidentId: string | null;
  /** As the record is called today; null where it is withdrawn. */
  readonly title: string | null;
  readonly category: CategoryId | null;
  readonly verification: VerificationId | null;
  readonly revision: number;
  /** The day in Minneapolis, 2026-01-14. */
  readonly at: string;
  readonly kind: 'added' | 'updated' | 'learned' | 'withdrawn';
  readonly why: string | null;
  /** What changed, a line each, in English. */
  readonly what: readonly string[];
  /** The same for whoever says it in another language. */
  readonly lines: readonly ChangeLine[];
}

export interface DayOfChanges {
  readonly day: string;
  readonly changes: readonly PublicChange[];
}
