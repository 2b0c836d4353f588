import type { IncidentDraft, ReportFeature } from '../../../data/incident/schema.ts';

export type ReportStatus = 'pending' | 'published' | 'rejected' | 'withdrawn';

/** A report as the moderators see it. Nothing about who sent it is kept. */
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
}

export interface PendingReport extends Report {
  readonly status: 'pending';
  readonly feature: ReportFeature;
}

export type DecideOutcome = 'done' | 'not_found' | 'stale' | 'not_pending';

/** Keeps reports. A token is known here by its SHA-256 alone (hex). */
export interface ReportStore {
  /** Committed with `synchronous=FULL` before it resolves: an acknowledged report is not lost. */
  add(report: {
    id: string;
    tokenHash: string;
    receivedOn: string;
    feature: ReportFeature;
  }): Promise<void>;
  byToken(tokenHash: string): Promise<Report | null>;
  byId(id: string): Promise<Report | null>;
  /** Pending ones, oldest first. */
  pending(limit: number): Promise<readonly PendingReport[]>;
  pendingCount(): Promise<number>;
  /** Erases what was reported and keeps the bare fact. @returns false where there is none pending. */
  withdraw(tokenHash: string): Promise<boolean>;
  /** Publishes in one transaction: the incident is put and the report points to it, or neither. */
  publish(
    id: string,
    revision: number,
    incident: IncidentDraft,
    by: string,
    now: number,
  ): Promise<DecideOutcome>;
  reject(
    id: string,
    revision: number,
    message: string | null,
    by: string,
    now: number,
  ): Promise<DecideOutcome>;
}
