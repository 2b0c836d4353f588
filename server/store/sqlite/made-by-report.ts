import type { RevisionKind } from '../../../data/incident/public-history.ts';
import type { SeenIncident } from '../../domain/ports/incident-history.ts';
import type { Seen } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';

/**
 * Whose decision made the revision that stands of an incident.
 * @returns the report that published it or was merged into it; `taken_back` where such a decision was
 *   taken back; null where an editor or an import made it, or the report is erased.
 */
export async function madeByReport(
  connection: Connection,
  { id, revision }: SeenIncident,
): Promise<Seen | 'taken_back' | null> {
  const made = await connection.get<{ kind: RevisionKind; at: number; restores: number | null }>(
    `SELECT revisions.kind, at, restores FROM revisions
     LEFT JOIN incident_changes AS made
       ON made.revision = revisions.revision AND incident_id = $id
     WHERE revisions.revision = $revision`,
    { $id: id, $revision: revision },
  );
  switch (made?.kind) {
    case 'report':
    case 'merge': {
      const parameters = { $id: id, $kind: made.kind, $at: made.at };
      return (await connection.get<Seen>(DECIDED_SQL, parameters)) ?? null;
    }
    case 'undo':
      // An editor's undo names the revision that it restores; the queue takes a merge out of any.
      return made.restores === null ? 'taken_back' : null;
    case 'withdraw':
      return (await connection.get(TAKEN_BACK_SQL, { $id: id })) ? 'taken_back' : null;
    default:
      return null;
  }
}

/** Several reports may be merged into an incident; the one of this revision was decided with it. */
const DECIDED_SQL = `
  SELECT id, revision FROM reports JOIN report_decisions ON report_id = id
  WHERE incident_id = $id AND feature IS NOT NULL AND CASE $kind
    WHEN 'report' THEN status = 'published' AND act = 'publish'
    ELSE status = 'merged' AND act = 'merge' AND decided_at = $at END`;

/** A report made the record, and none stands as published in it: it waits again, or was decided anew. */
const TAKEN_BACK_SQL = `
  SELECT 1 FROM (
    SELECT kind FROM incident_revisions JOIN revisions USING (revision)
    WHERE incident_id = $id ORDER BY revision LIMIT 1
  )
  WHERE kind = 'report'
    AND NOT EXISTS (SELECT 1 FROM reports WHERE incident_id = $id AND status = 'published')`;
