import type { AuditActId } from '../../../data/vocabulary/audit-acts.ts';

/** What somebody did. */
export interface AuditAct {
  /** When, in ms. */
  readonly at: number;
  /** The name of who did it, or what of the map did. */
  readonly by: string;
  readonly act: AuditActId;
  /** What it was done to: `report 3f…`, `person Ada`. */
  readonly subject: string;
  /** JSON by nature. Never a reporter's words, and no address of anyone's. */
  readonly detail: unknown;
}

export interface AuditEntry extends Omit<AuditAct, 'act'> {
  /** An `AuditActId`, or an act of an earlier version. */
  readonly act: string;
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  /** SHA-256 (hex) over the hash before and this entry. */
  readonly hash: string;
}

/** What a check of the whole chain found. `brokenAt` is the number of the first entry that does not hold. */
export interface ChainFinding {
  readonly count: number;
  readonly last: string;
  readonly brokenAt: number | null;
}

/**
 * What was done behind the map, only ever added to. Stores add an entry in the transaction of the
 * act that it tells of; this port reads them, and records what changes nothing else.
 */
export interface AuditLog {
  record(act: AuditAct): Promise<void>;
  /** Newest first. @param before entries of a lower number alone; null: from the newest. */
  page(limit: number, before: number | null): Promise<readonly AuditEntry[]>;
  /** Entries in order. @param after those of a higher number alone; null: all. */
  entries(after: number | null): AsyncIterable<AuditEntry>;
}
