import { createHash } from 'node:crypto';
import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { Connection } from './connection.ts';

/** @returns what is the same for the same report, whoever sends it; hexadecimal. */
export function bodyHash(feature: ReportFeature): string {
  return createHash('sha256').update(JSON.stringify(feature)).digest('hex');
}

/** @returns the report of the same words that came first since that day, or null. */
export async function firstOfSame(
  connection: Connection,
  hash: string,
  since: string,
): Promise<string | null> {
  const row = await connection.get<{ id: string }>(
    `SELECT id FROM reports
     WHERE body_hash = $hash AND same_as IS NULL AND received_on >= $since
     ORDER BY arrival LIMIT 1`,
    { $hash: hash, $since: since },
  );
  return row?.id ?? null;
}

/**
 * Lets a report stand alone, before it changes or goes: where it is a copy it is one no longer;
 * where it has copies, the first of them takes its place, pending, or rejected as it was.
 */
export async function standAlone(connection: Connection, id: string): Promise<void> {
  await connection.run('UPDATE reports SET same_as = NULL WHERE id = $id', { $id: id });
  const heir = await connection.get<{ id: string }>(
    'SELECT id FROM reports WHERE same_as = $id ORDER BY arrival LIMIT 1',
    { $id: id },
  );
  if (!heir) return;
  await connection.run(
    `UPDATE reports SET same_as = NULL, (status, message, decided_by, decided_at) = (
       SELECT CASE first.status WHEN 'rejected' THEN 'rejected' ELSE 'pending' END,
         first.message, first.decided_by, first.decided_at
       FROM reports AS first WHERE first.id = $id
     ) WHERE id = $heir`,
    { $id: id, $heir: heir.id },
  );
  await connection.run('UPDATE reports SET same_as = $heir WHERE same_as = $id', {
    $id: id,
    $heir: heir.id,
  });
}
