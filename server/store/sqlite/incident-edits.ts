import { draftOf } from '../../../data/incident/draft.ts';
import type { AuditActId } from '../../../data/vocabulary/audit-acts.ts';
import type {
  EditOutcome,
  IncidentEdit,
  PublicReason,
  SeenIncident,
} from '../../domain/ports/incident-history.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Actor } from '../../domain/ports/report-desk.ts';
import { appendAudit } from './audit-append.ts';
import type { Connection } from './connection.ts';
import { putDrafts } from './incident-put.ts';
import { withdrawIncident } from './incident-withdraw.ts';
import { madeByReport } from './made-by-report.ts';
import { undoDecision } from './report-desk-undo.ts';

/** What an act came to; `change` is null where nothing public changed. */
export interface Act {
  readonly outcome: EditOutcome;
  readonly change: IndexChange | null;
}

/** Puts an editor's draft in the place of the record that they saw. */
export async function editRecord(
  connection: Connection,
  seen: SeenIncident,
  { draft, why, redactsEarlier, allowed }: IncidentEdit,
  by: Actor,
): Promise<Act> {
  const refused = await refusal(connection, seen, { whilePublic: true });
  if (refused) return refused;
  const put = { drafts: [draft], now: by.at, by: by.name, kind: 'edit', why } as const;
  const change = await putDrafts(connection, put);
  if (redactsEarlier) {
    await connection.run('UPDATE incident_revisions SET redacted = 1 WHERE incident_id = $id', {
      $id: seen.id,
    });
  }
  return done(connection, 'incident.edit', seen, { redactsEarlier, allowed }, by, change);
}

export async function withdrawRecord(
  connection: Connection,
  seen: SeenIncident,
  { why, allowed }: PublicReason,
  by: Actor,
): Promise<Act> {
  const refused = await refusal(connection, seen, { whilePublic: true });
  if (refused) return refused;
  const change = await withdrawIncident(connection, seen.id, by.at, by.name, why);
  return change === null
    ? { outcome: { why: 'not_found' }, change }
    : done(connection, 'incident.withdraw', seen, { allowed }, by, change);
}

/**
 * Brings back what stood before the revision that stands: a record, or that there was none. What a
 * report made is taken back as the queue takes it back, so that none is left as published or merged
 * of which nothing is public.
 */
export async function undoRecord(
  connection: Connection,
  seen: SeenIncident,
  { why, allowed }: PublicReason,
  by: Actor,
): Promise<Act> {
  const refused = await refusal(connection, seen, { whilePublic: false });
  if (refused) return refused;
  const made = await madeByReport(connection, seen);
  if (made === 'taken_back') return { outcome: { why: 'taken_back' }, change: null };
  if (made) {
    const { change } = await undoDecision(connection, made, by, why);
    const undone = { undone: seen.revision, report: made.id, allowed };
    return change === null
      ? { outcome: { why: 'not_found' }, change }
      : done(connection, 'incident.undo', seen, undone, by, change);
  }
  const before = await connection.get<Before>(BEFORE_SQL, {
    $id: seen.id,
    $revision: seen.revision,
  });
  if (!before) return { outcome: { why: 'nothing_before' }, change: null };
  const undone = { undone: seen.revision, restored: before.revision, allowed };
  if (before.feature === null) {
    const change = await withdrawIncident(connection, seen.id, by.at, by.name, why);
    return change === null
      ? { outcome: { why: 'not_found' }, change }
      : done(connection, 'incident.undo', seen, undone, by, change);
  }
  const change = await putDrafts(connection, {
    drafts: [draftOf(JSON.parse(before.feature))],
    now: by.at,
    by: by.name,
    kind: 'undo',
    why,
    restores: before.revision,
  });
  await redactAgain(connection, seen);
  return done(connection, 'incident.undo', seen, undone, by, change);
}

/** What stands is gone from the public again; where it had been taken out before, so is its record. */
async function redactAgain(connection: Connection, { id, revision }: SeenIncident): Promise<void> {
  await connection.run(
    `UPDATE incident_revisions SET redacted = 1
     WHERE incident_id = $id AND revision = $revision AND EXISTS (
       SELECT 1 FROM incident_changes AS made
       JOIN incident_revisions AS source
         ON source.incident_id = made.incident_id AND source.revision = made.restores
       WHERE made.incident_id = $id AND made.revision = $revision AND source.redacted = 1
     )`,
    { $id: id, $revision: revision },
  );
}

interface Before {
  readonly revision: number;
  /** Null where the record was withdrawn. */
  readonly feature: string | null;
}

const BEFORE_SQL = `
  SELECT revision, feature FROM (
    SELECT revision, feature FROM incident_revisions WHERE incident_id = $id
    UNION ALL
    SELECT revision, NULL FROM incident_changes WHERE incident_id = $id AND kind = 'withdrawn'
  ) WHERE revision < $revision ORDER BY revision DESC LIMIT 1`;

/** @returns why the act cannot be done; null where it can. */
async function refusal(
  connection: Connection,
  { id, revision }: SeenIncident,
  { whilePublic }: { whilePublic: boolean },
): Promise<Act | null> {
  const row = await connection.get<{ revision: number; removed_at: number | null }>(
    'SELECT revision, removed_at FROM incidents WHERE id = $id',
    { $id: id },
  );
  if (!row) return { outcome: { why: 'not_found' }, change: null };
  if (row.revision !== revision) return { outcome: { why: 'stale' }, change: null };
  if (whilePublic && row.removed_at !== null) {
    return { outcome: { why: 'not_found' }, change: null };
  }
  return null;
}

async function done(
  connection: Connection,
  act: AuditActId,
  { id }: SeenIncident,
  detail: Readonly<Record<string, unknown>>,
  by: Actor,
  change: IndexChange,
): Promise<Act> {
  await appendAudit(connection, {
    at: by.at,
    by: by.name,
    act,
    subject: `incident ${id}`,
    detail: { ...detail, revision: change.revision },
  });
  const isPublic = change.added.length > 0;
  return { outcome: { why: null, revision: change.revision, isPublic }, change };
}
