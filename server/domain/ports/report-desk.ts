import type { IncidentDraft, ReportFeature } from '../../../data/incident/schema.ts';
import type { Neighbor, Neighborhood } from '../duplicates/duplicates.ts';
import type { ReportPhoto } from './photo-store.ts';
import type { Report, ReportStatus, ThreadMessage } from './report-store.ts';

/** Who acts, and when (ms). Without an id it is the map itself: a clock, a setting. */
export interface Actor {
  readonly id: number | null;
  readonly name: string;
  readonly at: number;
}

/** A report as its id and the revision that the moderator saw. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** What moderators tell each other of a report; a day, as everything that stands with it. */
export interface Note {
  readonly by: string;
  readonly on: string;
  readonly text: string;
}

/** A report that a moderator found to tell of the same event as another that waits. */
export interface MergedReport {
  readonly id: string;
  readonly receivedOn: string;
  readonly feature: ReportFeature;
}

/** A report in the queue, with all that a moderator decides by. */
export interface DeskReport extends Report {
  readonly feature: ReportFeature;
  /** The reporter's own words where an editor has changed them, else null. */
  readonly original: ReportFeature | null;
  /** How many more reports say the same, word for word; the decision holds for them too. */
  readonly copies: number;
  /** Reports merged into this one; what they tell is published with it. */
  readonly merged: readonly MergedReport[];
  readonly photos: readonly ReportPhoto[];
  readonly thread: readonly ThreadMessage[];
  readonly notes: readonly Note[];
  /** Its place in the order in which reports came; no time. */
  readonly arrival: number;
  /** Who holds it now; null where nobody does. */
  readonly claim: { readonly id: number; readonly name: string; readonly until: number } | null;
}

/** Accounts and sources of an incident, by id. */
export interface Told {
  readonly accounts: readonly string[];
  readonly sources: readonly string[];
}

/** What becomes public. */
export interface Publishing {
  readonly incident: IncidentDraft;
  /** Which of the report's photos stand in it, and by which id. */
  readonly photos: readonly { readonly id: string; readonly publicId: string }[];
  /** What the reports merged into it tell there: it goes with them, should they be withdrawn. */
  readonly merged: readonly ({ readonly id: string } & Told)[];
}

/** What a merge adds to an incident, and the incident as it is with it. */
export interface Merging extends Told {
  readonly incident: IncidentDraft;
  /** The revision of the incident that the moderator saw. */
  readonly incidentRevision: number;
  /** Reports that were merged into this one, whose words are among what is added. */
  readonly merged: readonly string[];
}

/** Why an act was not done. */
export type Refusal =
  | { readonly why: 'claimed'; readonly by: string }
  | {
      readonly why:
        | 'not_found'
        /** Decided by another, or withdrawn. */
        | 'decided'
        /** The report has changed since it was read. */
        | 'stale'
        | 'incident_not_found'
        /** The incident has changed since it was read. */
        | 'incident_stale'
        /** The other report is not there, or is the report itself. */
        | 'other_not_found'
        /** The other report is decided, or merged into a third. */
        | 'other_decided'
        | 'other_stale'
        /** There is no decision to take back. */
        | 'undecided'
        /** What it said was erased since. */
        | 'erased'
        /** Other reports were merged into what it published. */
        | 'has_merged'
        /** What it was merged into is decided, or withdrawn from the map. */
        | 'merge_is_past';
    };

export interface Done {
  readonly why: null;
  readonly revision: number;
  readonly status: ReportStatus;
  readonly incidentId: string | null;
}

export type Outcome = Done | Refusal;

/**
 * The moderators' side of the reports. Whatever changes something names the revision that it was
 * decided on, is done whole or not at all, and is told to the audit log in the same transaction:
 * who, when, which report, but never a word of a reporter's.
 */
export interface ReportDesk {
  byId(id: string): Promise<Report | null>;
  /** A pending report with all that stands with it; null where there is none, or it was merged. */
  waiting(id: string, now: number): Promise<DeskReport | null>;
  /**
   * Pending and scheduled ones, oldest first; of those that say the same, the first alone.
   * @param after the arrival after which to go on.
   */
  queue(limit: number, now: number, after?: number): Promise<readonly DeskReport[]>;
  /** How many there are, and how many of them came up to an arrival. */
  queueLength(after: number): Promise<{ readonly total: number; readonly before: number }>;
  /** What lies near: incidents on the map and other waiting reports, at most some hundreds of each. */
  neighbors(id: string, neighborhood: Neighborhood): Promise<readonly Neighbor[]>;
  /** Whether an incident has, had or will have this id. */
  isTaken(incidentId: string): Promise<boolean>;

  /** Holds a pending report until then (ms). The revision stays: nothing that is decided on changes. */
  claim(seen: Seen, until: number, by: Actor): Promise<Outcome>;
  release(id: string, by: Actor): Promise<Outcome>;
  /** Writes a note for the other moderators. */
  note(id: string, text: string, by: Actor): Promise<Outcome>;
  /** Asks the reporter. */
  ask(seen: Seen, text: string, by: Actor): Promise<Outcome>;
  /**
   * Changes what will be published; the reporter's own words are kept beside it.
   * @param allowed pointers of warnings that the editor looked at.
   */
  edit(seen: Seen, feature: ReportFeature, allowed: readonly string[], by: Actor): Promise<Outcome>;

  /** @param allowed pointers of warnings that the moderator looked at. */
  publish(
    seen: Seen,
    publishing: Publishing,
    allowed: readonly string[],
    by: Actor,
  ): Promise<Outcome>;
  /** Accepts a report that becomes public at that time (ms). */
  schedule(
    seen: Seen,
    publishing: Publishing,
    allowed: readonly string[],
    publishesAt: number,
    by: Actor,
  ): Promise<Outcome>;
  /**
   * Publishes what was scheduled until `now`. @returns how many.
   * @throws what the first failed of that could not be, after all others have been.
   */
  releaseDue(by: Actor): Promise<number>;
  reject(seen: Seen, message: string | null, by: Actor): Promise<Outcome>;
  merge(seen: Seen, merging: Merging, by: Actor): Promise<Outcome>;
  /** Lets another pending report stand for this one. */
  mergeInto(seen: Seen, other: Seen, by: Actor): Promise<Outcome>;
  /** Takes the decision on a report back, and what it made public with it. */
  undo(seen: Seen, by: Actor): Promise<Outcome>;
}
