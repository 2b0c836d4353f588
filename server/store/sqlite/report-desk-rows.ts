import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { DeskReport } from '../../domain/ports/report-desk.ts';
import { REPORT_COLUMNS, type ReportRow, reportOf } from './report-rows.ts';

/** What waits for a decision or for its hour; of those that say the same, the first. */
export const WAITING = "status IN ('pending', 'scheduled') AND same_as IS NULL";

export interface DeskRow extends ReportRow {
  readonly arrival: number;
  readonly original: string | null;
  readonly copies: number;
  readonly claimed_by: number | null;
  readonly claimed_until: number | null;
  readonly claimant: string | null;
  /** JSON lists. */
  readonly merged: string;
  readonly photos: string;
  readonly thread: string;
  readonly notes: string;
}

/** All of a report that the queue shows, one row a report. */
export const DESK_COLUMNS = `${REPORT_COLUMNS}, arrival, original, claimed_by, claimed_until,
  (SELECT name FROM moderators WHERE moderators.id = claimed_by) AS claimant,
  (SELECT count(*) FROM reports AS copy WHERE copy.same_as = reports.id
     AND NOT EXISTS (${mergeOf('copy')})) AS copies,
  (SELECT json_group_array(json_object('id', id, 'receivedOn', received_on, 'feature', json(feature)))
   FROM (SELECT * FROM reports AS copy WHERE copy.same_as = reports.id AND feature IS NOT NULL
     AND EXISTS (${mergeOf('copy')}) ORDER BY arrival)) AS merged,
  (SELECT json_group_array(json_object('id', id, 'width', width, 'height', height))
   FROM (SELECT * FROM report_photos WHERE report_id = reports.id ORDER BY position)) AS photos,
  (SELECT json_group_array(json_object('from', sender, 'text', text, 'on', on_day))
   FROM (SELECT * FROM report_messages WHERE report_id = reports.id ORDER BY position)) AS thread,
  (SELECT json_group_array(json_object('by', written_by, 'on', on_day, 'text', text))
   FROM (SELECT * FROM report_notes WHERE report_id = reports.id ORDER BY number)) AS notes`;

export function deskReportOf(row: DeskRow, now: number): DeskReport | null {
  const report = reportOf(row);
  if (report.feature === null) return null;
  const original: ReportFeature | null = JSON.parse(row.original ?? 'null');
  return {
    ...report,
    feature: report.feature,
    arrival: row.arrival,
    original,
    copies: row.copies,
    merged: JSON.parse(row.merged),
    photos: JSON.parse(row.photos),
    thread: JSON.parse(row.thread),
    notes: JSON.parse(row.notes),
    claim: claimOf(row, now),
  };
}

function claimOf(row: DeskRow, now: number): DeskReport['claim'] {
  const { claimed_by: id, claimant: name, claimed_until: until } = row;
  if (id === null || name === null || until === null || until <= now) return null;
  return { id, name, until };
}

/** @returns a query with a row where that report was merged by a moderator, not sent twice. */
export function mergeOf(table: string): string {
  return `SELECT 1 FROM report_decisions WHERE report_id = ${table}.id AND act = 'merge_into'`;
}
