import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Actor, Done, Merging, Seen } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';
import { putDrafts } from './incident-put.ts';
import {
  audit,
  type Changed,
  decide,
  heldByNobodyElse,
  pendingAsSeen,
  Refused,
  type Standing,
  standingOf,
} from './report-desk-decision.ts';

/** Puts the incident with the report's accounts in it, if it is still as the moderator saw it. */
export async function mergeReport(
  connection: Connection,
  seen: Seen,
  { incident, incidentRevision, accounts, sources, merged }: Merging,
  by: Actor,
): Promise<Changed> {
  await pendingAsSeen(connection, seen, by);
  await stillMerged(connection, seen.id, merged);
  const there = await connection.get<{ revision: number }>(
    'SELECT revision FROM incidents WHERE id = $id AND removed_at IS NULL',
    { $id: incident.id },
  );
  if (!there) throw new Refused({ why: 'incident_not_found' });
  if (there.revision !== incidentRevision) throw new Refused({ why: 'incident_stale' });
  const change: IndexChange = await putDrafts(connection, {
    drafts: [incident],
    now: by.at,
    by: by.name,
    kind: 'merge',
    why: 'What another report tells was added.',
  });
  const made = { accounts, sources };
  const decision = { status: 'merged', act: 'merge', made, incidentId: incident.id } as const;
  const done = await decide(connection, seen.id, decision, by);
  const detail = { revision: done.revision, incident: incident.id, ...made };
  await audit(connection, 'report.merge', seen.id, detail, by);
  return { done, change };
}

/**
 * Puts a report, and the copies of it, under another that waits: from then on that one's state holds
 * for it. It stays pending by itself, so that its reporter may still correct or withdraw it.
 */
export async function mergeIntoReport(
  connection: Connection,
  seen: Seen,
  other: Seen,
  by: Actor,
): Promise<Done> {
  await pendingAsSeen(connection, seen, by);
  await otherAsSeen(connection, seen, other, by);
  const copies = await connection.all<{ id: string }>(
    'UPDATE reports SET same_as = $other WHERE same_as = $id RETURNING id',
    { $id: seen.id, $other: other.id },
  );
  const made = { copies: copies.map(({ id }) => id) };
  const done = await decide(
    connection,
    seen.id,
    { status: 'pending', act: 'merge_into', made },
    by,
  );
  await connection.run('UPDATE reports SET same_as = $other WHERE id = $id', {
    $id: seen.id,
    $other: other.id,
  });
  // Whoever has read the other report has not seen what it stands for now.
  await connection.run('UPDATE reports SET revision = revision + 1 WHERE id = $id', {
    $id: other.id,
  });
  const detail = { revision: done.revision, into: other.id };
  await audit(connection, 'report.merge_into', seen.id, detail, by);
  return done;
}

async function otherAsSeen(
  connection: Connection,
  seen: Seen,
  other: Seen,
  by: Actor,
): Promise<void> {
  const standing: Standing | null = await standingOf(connection, other.id).catch((error) => {
    if (error instanceof Refused) return null;
    throw error;
  });
  if (!standing || other.id === seen.id) throw new Refused({ why: 'other_not_found' });
  if (standing.status !== 'pending' || standing.same_as !== null) {
    throw new Refused({ why: 'other_decided' });
  }
  heldByNobodyElse(standing, by);
  if (standing.revision !== other.revision) throw new Refused({ why: 'other_stale' });
}

/** @throws Refused where one of the merged reports is gone: their words must not be made public. */
export async function stillMerged(
  connection: Connection,
  id: string,
  merged: readonly string[],
): Promise<void> {
  const gone = await goneOf(connection, id, merged);
  if (gone.length > 0) throw new Refused({ why: 'stale' });
}

/** @returns those of the merged reports that stand under this one no longer: withdrawn, or changed. */
export async function goneOf(
  connection: Connection,
  id: string,
  merged: readonly string[],
): Promise<string[]> {
  const rows = await connection.all<{ id: string }>(
    'SELECT id FROM reports WHERE same_as = $id AND feature IS NOT NULL',
    { $id: id },
  );
  const standing = new Set(rows.map((row) => row.id));
  return merged.filter((report) => !standing.has(report));
}
