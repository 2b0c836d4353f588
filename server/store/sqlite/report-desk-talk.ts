import type { ReportFeature } from '../../../data/incident/schema.ts';
import { centralDate } from '../../../data/time/central.ts';
import type { Actor, Done, Seen } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';
import {
  audit,
  changeReport,
  doneWith,
  heldByNobodyElse,
  pendingAsSeen,
  Refused,
  standingOf,
} from './report-desk-decision.ts';

/** Acts that decide nothing: holding a report, noting, asking, editing. Each within a transaction. */

export async function claimReport(
  connection: Connection,
  seen: Seen,
  until: number,
  by: Actor,
): Promise<Done> {
  const standing = await pendingAsSeen(connection, seen, by);
  await hold(connection, seen.id, by.id, until);
  await audit(connection, 'report.claim', seen.id, { revision: standing.revision }, by);
  return doneWith(standing);
}

export async function releaseReport(connection: Connection, id: string, by: Actor): Promise<Done> {
  const standing = await standingOf(connection, id);
  heldByNobodyElse(standing, by);
  await hold(connection, id, null, null);
  await audit(connection, 'report.release', id, { revision: standing.revision }, by);
  return doneWith(standing);
}

async function hold(
  connection: Connection,
  id: string,
  moderator: number | null,
  until: number | null,
): Promise<void> {
  await connection.run(
    'UPDATE reports SET claimed_by = $moderator, claimed_until = $until WHERE id = $id',
    { $id: id, $moderator: moderator, $until: until },
  );
}

export async function noteReport(
  connection: Connection,
  id: string,
  text: string,
  by: Actor,
): Promise<Done> {
  const standing = await standingOf(connection, id);
  if (standing.status === 'withdrawn') throw new Refused({ why: 'decided' });
  await connection.run(
    `INSERT INTO report_notes (report_id, written_by, on_day, text)
     VALUES ($id, $by, $day, $text)`,
    { $id: id, $by: by.name, $day: centralDate(by.at), $text: text },
  );
  await audit(connection, 'report.note', id, { revision: standing.revision }, by);
  return doneWith(standing);
}

export async function askReporter(
  connection: Connection,
  seen: Seen,
  text: string,
  by: Actor,
): Promise<Done> {
  await pendingAsSeen(connection, seen, by);
  await connection.run(
    `INSERT INTO report_messages
     SELECT $id, 1 + ifnull(max(position), 0), 'moderator', $text, $day
     FROM report_messages WHERE report_id = $id`,
    { $id: seen.id, $text: text, $day: centralDate(by.at) },
  );
  const done = await changeReport(connection, seen.id, {});
  await audit(connection, 'report.ask', seen.id, { revision: done.revision }, by);
  return done;
}

/** The first edit keeps what the reporter wrote; later ones leave that as it is. */
export async function editReport(
  connection: Connection,
  seen: Seen,
  feature: ReportFeature,
  allowed: readonly string[],
  by: Actor,
): Promise<Done> {
  await pendingAsSeen(connection, seen, by);
  await connection.run('UPDATE reports SET original = ifnull(original, feature) WHERE id = $id', {
    $id: seen.id,
  });
  const done = await changeReport(connection, seen.id, { feature: JSON.stringify(feature) });
  await audit(connection, 'report.edit', seen.id, { revision: done.revision, allowed }, by);
  return done;
}
