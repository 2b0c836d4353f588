import { withoutAccounts } from '../../domain/desk-merge.ts';
import type { Told } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';
import type { Standing } from './report-desk-decision.ts';

/**
 * Notes where earlier states of an incident hold what a report says, and those that stand under it,
 * once its publication or its merge is undone.
 * @param added what the merge had added; null where the report had made the incident.
 */
export async function noteTakenBack(
  connection: Connection,
  { id, incident_id }: Pick<Standing, 'id' | 'incident_id'>,
  added: Told | null,
): Promise<void> {
  await connection.run(
    `INSERT INTO taken_back
     SELECT id, $incident, $made FROM reports WHERE id = $id OR same_as = $id`,
    { $id: id, $incident: incident_id, $made: added && JSON.stringify(added) },
  );
}

/** Keeps the states that held what was taken out for editors alone: the public history tells none of it. */
export async function redactStates(
  connection: Connection,
  incidentId: string,
  added: Told,
): Promise<void> {
  await connection.run(`UPDATE incident_revisions SET redacted = 1 WHERE ${HOLDS_ADDED}`, {
    $id: incidentId,
    $added: JSON.stringify([...added.accounts, ...added.sources]),
  });
}

const HOLDS_ADDED = `incident_id = $id AND EXISTS (
  SELECT value ->> 'id' AS held FROM json_each(feature, '$.properties.accounts')
  WHERE held IN (SELECT value FROM json_each($added))
  UNION ALL
  SELECT value ->> 'id' AS held FROM json_each(feature, '$.properties.sources')
  WHERE held IN (SELECT value FROM json_each($added)))`;

/**
 * Erases from earlier states of incidents what reports said whose words are erased, or changed by
 * their reporter. Of an incident that such a report had made, only its revisions are left: which
 * they were, and when.
 * @param id of a report whose words were just changed; null: of erased ones alone.
 */
export async function eraseTakenBack(connection: Connection, id: string | null): Promise<void> {
  const rows = await connection.all<{ incident_id: string; made: string | null }>(
    `DELETE FROM taken_back WHERE report_id = $id OR NOT EXISTS (
       SELECT 1 FROM reports WHERE id = report_id AND feature IS NOT NULL
     ) RETURNING incident_id, made`,
    { $id: id },
  );
  for (const { incident_id, made } of rows) {
    if (made !== null) await eraseAdded(connection, incident_id, JSON.parse(made));
    else {
      await connection.run('DELETE FROM incident_revisions WHERE incident_id = $id', {
        $id: incident_id,
      });
    }
  }
}

async function eraseAdded(
  connection: Connection,
  incidentId: string,
  { accounts, sources }: Told,
): Promise<void> {
  const states = await connection.all<{ revision: number; feature: string }>(
    `SELECT revision, feature FROM incident_revisions WHERE redacted = 1 AND ${HOLDS_ADDED}`,
    { $id: incidentId, $added: JSON.stringify([...accounts, ...sources]) },
  );
  for (const { revision, feature } of states) {
    await connection.run(
      'UPDATE incident_revisions SET feature = $feature WHERE incident_id = $id AND revision = $revision',
      {
        $id: incidentId,
        $revision: revision,
        $feature: JSON.stringify(withoutAccounts(JSON.parse(feature), { accounts, sources })),
      },
    );
  }
}
