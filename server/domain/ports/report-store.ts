import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { SealedAnswer } from '../idempotency.ts';

/** `scheduled`: accepted, and public after its delay; `merged`: its accounts stand in another incident. */
export type ReportStatus =
  | 'pending'
  | 'scheduled'
  | 'published'
  | 'merged'
  | 'rejected'
  | 'withdrawn';

/** A report as it is kept. Nothing about who sent it is. */
export interface Report {
  /** Names it among moderators; never the reporter's token. */
  readonly id: string;
  readonly status: ReportStatus;
  /** The day it arrived, 2026-01-14: no closer, so that it cannot be matched against a log. */
  readonly receivedOn: string;
  /** Null once it was withdrawn: what was reported is erased. */
  readonly feature: ReportFeature | null;
  /** Rises with every change; a decision must name the one it was made on. */
  readonly revision: number;
  /** Id of the incident, once published. */
  readonly incidentId: string | null;
  /** What the moderator tells the reporter, where they do. */
  readonly message: string | null;
  /** When a scheduled one becomes public (ms); null for any other. */
  readonly publishesAt: number | null;
}

/** That the incident which a report was published in, or merged into, was taken off the map. */
export interface TakenOff {
  /** The day in Minneapolis. */
  readonly on: string;
  /** As the incident's history gives it to everyone. */
  readonly why: string | null;
}

/** A report as its reporter follows it. */
export interface FollowedReport extends Report {
  readonly takenOff: TakenOff | null;
}

export interface NewReport {
  readonly id: string;
  readonly tokenHash: string;
  readonly receivedOn: string;
  readonly feature: ReportFeature;
  /** The same words that came on this day or later make it a copy of that report; null: never. */
  readonly sameSince?: string | null;
}

/** One message between moderators and the reporter, as the reporter sees it. */
export interface ThreadMessage {
  readonly from: 'moderator' | 'reporter';
  readonly text: string;
  /** A day, 2026-01-14. */
  readonly on: string;
}

/** `decided`: what was asked for is only possible while the report is pending. */
export type ReporterOutcome = 'done' | 'unknown' | 'decided' | 'stale' | 'full';

/** Keeps reports for those who send them. A token is known here by its SHA-256 alone (hex). */
export interface ReportStore {
  /**
   * Committed with `synchronous=FULL` before it resolves: an acknowledged report is not lost.
   * @param answer is kept in the same transaction, until the end of the day `expiresOn`.
   * @returns the id of the report that it is a copy of, or null.
   */
  add(
    report: NewReport,
    answer?: SealedAnswer & { readonly expiresOn: string },
  ): Promise<{ readonly sameAs: string | null }>;
  /** @param today 2026-01-14. @returns what was answered to this key, while it is kept. */
  answered(keyHash: string, today: string): Promise<SealedAnswer | null>;
  /** A copy has the state of the report that it is a copy of, and its reporter's own words. */
  byToken(tokenHash: string): Promise<FollowedReport | null>;
  thread(id: string): Promise<readonly ThreadMessage[]>;
  /** @param revision that was read; null: whichever it is. Pending ones only. */
  correct(
    tokenHash: string,
    feature: ReportFeature,
    revision: number | null,
  ): Promise<ReporterOutcome>;
  /** Adds to the thread of a pending report; `full` where the reporter has written enough. */
  answer(tokenHash: string, text: string, day: string): Promise<ReporterOutcome>;
  /**
   * Erases what was reported, its thread, notes and photos, from database and log, and keeps the
   * bare fact; of pending, scheduled and rejected reports.
   * @param day on which, as the instant of its beginning (ms).
   */
  withdraw(tokenHash: string, day: number): Promise<ReporterOutcome>;
  /**
   * Erases rejected, withdrawn and merged reports that were decided before an instant, and answers
   * kept for keys past their day. @returns how many reports went.
   */
  eraseExpired(decidedBefore: number, today: string): Promise<number>;
}
