import { withoutReports } from '../../domain/desk-merge.ts';
import type { Connection } from './connection.ts';
import { eraseTakenBack } from './taken-back.ts';

/** Takes what a report says out of it, and out of all that hangs on it; the bare fact stays. */
export async function eraseWords(connection: Connection, id: string): Promise<void> {
  await eraseOwnWords(connection, id);
  await eraseTakenBack(connection, null);
}

/** The same, but for what earlier states of incidents hold of it. */
async function eraseOwnWords(connection: Connection, id: string): Promise<void> {
  const parameters = { $id: id };
  await connection.run(
    `UPDATE reports SET feature = NULL, original = NULL, scheduled_draft = NULL, message = NULL,
       body_hash = NULL
     WHERE id = $id`,
    parameters,
  );
  await connection.run('DELETE FROM report_messages WHERE report_id = $id', parameters);
  await connection.run('DELETE FROM report_notes WHERE report_id = $id', parameters);
  await connection.run(
    'DELETE FROM report_photos WHERE report_id = $id AND published_as IS NULL',
    parameters,
  );
  await eraseFromAccepted(connection, id);
}

/** Takes what a report says out of what another, that stands for it, becomes at its hour. */
async function eraseFromAccepted(connection: Connection, id: string): Promise<void> {
  const others = await connection.all<{ id: string; scheduled_draft: string }>(
    `SELECT id, scheduled_draft FROM reports WHERE status = 'scheduled' AND EXISTS (
       SELECT 1 FROM json_each(scheduled_draft, '$.merged') WHERE value ->> 'id' = $id
     )`,
    { $id: id },
  );
  for (const other of others) {
    const left = withoutReports(JSON.parse(other.scheduled_draft), [id]);
    await connection.run('UPDATE reports SET scheduled_draft = $draft WHERE id = $id', {
      $id: other.id,
      $draft: JSON.stringify(left),
    });
  }
}

/**
 * Erases reports that were rejected, withdrawn or merged before an instant. One of whose photos an
 * incident shows stays as the bare fact, since the photo hangs on it.
 * @returns how many were erased.
 */
export async function eraseDecided(connection: Connection, before: number): Promise<number> {
  const rows = await connection.all<{ id: string; shows: 0 | 1 }>(
    `SELECT id, EXISTS (
       SELECT 1 FROM report_photos WHERE report_id = id AND published_as IS NOT NULL
     ) AS shows
     FROM reports
     WHERE status IN ('rejected', 'withdrawn', 'merged')
       AND coalesce(decided_at, unixepoch(received_on) * 1000) < $before
       AND (feature IS NOT NULL OR NOT shows)`,
    { $before: before },
  );
  for (const { id, shows } of rows) {
    await connection.run('DELETE FROM reports WHERE same_as = $id', { $id: id });
    if (shows) await eraseOwnWords(connection, id);
    else await connection.run('DELETE FROM reports WHERE id = $id', { $id: id });
  }
  await eraseTakenBack(connection, null);
  return rows.length;
}
