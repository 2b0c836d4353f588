import { startOfCentral } from '../../../data/time/central.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Connection } from './connection.ts';
import { nextRevision, retireVersions } from './incident-put.ts';

/**
 * Takes an incident away from every public read, within a transaction of the caller's; its record is
 * kept as it stood.
 * @param by who made the change; null for commands.
 * @param why in words that everyone may read.
 * @returns what the view index must learn; null where no such incident is public.
 */
export async function withdrawIncident(
  connection: Connection,
  id: string,
  now: number,
  by: string | null,
  why: string | null = null,
): Promise<IndexChange | null> {
  const found = await connection.run(
    'UPDATE incidents SET removed_at = $now WHERE id = $id AND removed_at IS NULL',
    { $id: id, $now: now },
  );
  if (found === 0) return null;
  const removed = await retireVersions(connection, JSON.stringify([id]));
  const { revision } = await nextRevision(connection, { now, by, kind: 'withdraw', why });
  await connection.run(
    'UPDATE incidents SET updated_at = $now, revision = $revision WHERE id = $id',
    { $id: id, $now: now, $revision: revision },
  );
  await connection.run(
    `INSERT INTO incident_changes (incident_id, revision, kind, told_at)
     VALUES ($id, $revision, 'withdrawn', $at)`,
    { $id: id, $revision: revision, $at: startOfCentral('day', now) },
  );
  return { revision, removed, added: [] };
}
