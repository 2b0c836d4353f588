import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { withoutReports } from '../../domain/desk-merge.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Actor, Done, Publishing, Seen } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';
import { putDrafts } from './incident-put.ts';
import {
  audit,
  type Changed,
  changeReport,
  decide,
  pendingAsSeen,
  Refused,
} from './report-desk-decision.ts';
import { goneOf, stillMerged } from './report-desk-merge.ts';

export async function publishReport(
  connection: Connection,
  seen: Seen,
  { incident, photos, merged }: Publishing,
  allowed: readonly string[],
  by: Actor,
): Promise<Changed> {
  await pendingAsSeen(connection, seen, by);
  await stillMerged(connection, seen.id, ids(merged));
  const change = await putReport(connection, incident, by.at, by.name);
  await showPhotos(connection, seen.id, photos);
  const done = await decide(
    connection,
    seen.id,
    { status: 'published', act: 'publish', made: { photos }, incidentId: incident.id },
    by,
  );
  const detail = { revision: done.revision, incident: incident.id, allowed };
  await audit(connection, 'report.publish', seen.id, detail, by);
  return { done, change };
}

/** Keeps what will be public until its hour; nothing of it is among the incidents before. */
export async function scheduleReport(
  connection: Connection,
  seen: Seen,
  publishing: Publishing,
  allowed: readonly string[],
  publishesAt: number,
  by: Actor,
): Promise<Done> {
  await pendingAsSeen(connection, seen, by);
  await stillMerged(connection, seen.id, ids(publishing.merged));
  const done = await decide(
    connection,
    seen.id,
    {
      status: 'scheduled',
      act: 'schedule',
      publishesAt,
      scheduledDraft: JSON.stringify(publishing),
    },
    by,
  );
  const detail = {
    revision: done.revision,
    incident: publishing.incident.id,
    allowed,
    publishesAt,
  };
  await audit(connection, 'report.schedule', seen.id, detail, by);
  return done;
}

/** @returns ids of the reports whose hour has come, the earliest first. */
export async function dueReports(connection: Connection, now: number): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    `SELECT id FROM reports WHERE status = 'scheduled' AND publishes_at <= $now
     ORDER BY publishes_at`,
    { $now: now },
  );
  return rows.map(({ id }) => id);
}

/**
 * Publishes a report whose hour has come, as it was accepted, in the name of who accepted it.
 * @returns null where it is no longer due.
 */
export async function publishDue(
  connection: Connection,
  id: string,
  by: Actor,
): Promise<Changed | null> {
  const due = await connection.get<{ decided_by: string; scheduled_draft: string }>(
    `SELECT decided_by, scheduled_draft FROM reports
     WHERE id = $id AND status = 'scheduled' AND publishes_at <= $now`,
    { $id: id, $now: by.at },
  );
  if (!due) return null;
  const { decided_by: editor } = due;
  const accepted: Publishing = JSON.parse(due.scheduled_draft);
  const gone = await goneOf(connection, id, ids(accepted.merged));
  const { incident, photos } = withoutReports(accepted, gone);
  const change = await putReport(connection, incident, by.at, editor);
  await showPhotos(connection, id, photos);
  await connection.run(
    "UPDATE report_decisions SET act = 'publish', made = $made WHERE report_id = $id",
    { $id: id, $made: JSON.stringify({ photos }) },
  );
  const done = await changeReport(connection, id, {
    status: 'published',
    incident_id: incident.id,
    publishes_at: null,
    scheduled_draft: null,
  });
  const detail = { revision: done.revision, incident: incident.id };
  await audit(connection, 'report.publish_scheduled', id, detail, by);
  return { done, change };
}

function putReport(
  connection: Connection,
  incident: IncidentDraft,
  now: number,
  by: string,
): Promise<IndexChange> {
  const why = 'Published from a report to this map.';
  return putDrafts(connection, { drafts: [incident], now, by, kind: 'report', why });
}

/** Gives photos the ids by which everyone may see them. */
async function showPhotos(
  connection: Connection,
  id: string,
  photos: Publishing['photos'],
): Promise<void> {
  for (const photo of photos) {
    const shown = await connection.run(
      'UPDATE report_photos SET published_as = $public WHERE id = $photo AND report_id = $id',
      { $public: photo.publicId, $photo: photo.id, $id: id },
    );
    if (shown === 0) throw new Refused({ why: 'stale' });
  }
}

function ids(merged: Publishing['merged']): string[] {
  return merged.map(({ id }) => id);
}
