import type { Report, ReportStatus } from '../../domain/ports/report-store.ts';

export interface ReportRow {
  readonly id: string;
  readonly status: ReportStatus;
  readonly received_on: string;
  /** Null once it was erased. */
  readonly feature: string | null;
  readonly revision: number;
  readonly incident_id: string | null;
  readonly message: string | null;
  readonly publishes_at: number | null;
}

export const REPORT_COLUMNS =
  'id, status, received_on, feature, revision, incident_id, message, publishes_at';

export function reportOf(row: ReportRow): Report {
  return {
    id: row.id,
    status: row.status,
    receivedOn: row.received_on,
    feature: JSON.parse(row.feature ?? 'null'),
    revision: row.revision,
    incidentId: row.incident_id,
    message: row.message,
    publishesAt: row.publishes_at,
  };
}
