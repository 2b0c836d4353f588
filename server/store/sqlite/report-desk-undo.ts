import { draftOf } from '../../../data/incident/draft.ts';
import { withoutAccounts } from '../../domain/desk-merge.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Actor, Done, Seen } from '../../domain/ports/report-desk.ts';
import type { Connection } from './connection.ts';
import { FOREVER } from './filter-sql.ts';
import { putDrafts } from './incident-put.ts';
import { withdrawIncident } from './incident-withdraw.ts';
import {
  asSeen,
  audit,
  changeReport,
  type Made,
  Refused,
  type Standing,
  standingOf,
} from './report-desk-decision.ts';
import { noteTakenBack, redactStates } from './taken-back.ts';

/** What undo came to; `change` is null where nothing public changed. */
export interface Undone {
  readonly done: Done;
  readonly change: IndexChange | null;
}

/**
 * Takes the decision that stands on a report back: it is pending again, and nothing of it public.
 * @param why in words that everyone may read; null for the usual ones.
 */
export async function undoDecision(
  connection: Connection,
  seen: Seen,
  by: Actor,
  why: string | null = null,
): Promise<Undone> {
  const standing = await standingOf(connection, seen.id);
  if (!isDecided(standing)) throw new Refused({ why: 'undecided' });
  if (!standing.has_words) throw new Refused({ why: 'erased' });
  asSeen(standing, seen);
  const made: Made = JSON.parse(standing.made ?? '{}');
  const change = await takeBack(connection, standing, made, by, why);
  await connection.run('DELETE FROM report_decisions WHERE report_id = $id', { $id: seen.id });
  const done = await changeReport(connection, seen.id, PENDING);
  const detail = { revision: done.revision, undone: standing.act, incident: standing.incident_id };
  await audit(connection, 'report.undo', seen.id, detail, by);
  return { done, change };
}

const UNPUBLISHED = 'The editors took it back to look at it again.';
const UNMERGED = 'What a report had added was taken out to be looked at again.';

const PENDING = {
  status: 'pending',
  incident_id: null,
  same_as: null,
  message: null,
  publishes_at: null,
  scheduled_draft: null,
  decided_by: null,
  decided_at: null,
};

/** A report merged into another is decided while it stands under it. */
function isDecided({ status, act, same_as }: Standing): boolean {
  if (act === null || status === 'withdrawn') return false;
  return act === 'merge_into' ? same_as !== null : status !== 'pending';
}

async function takeBack(
  connection: Connection,
  standing: Standing,
  made: Made,
  by: Actor,
  why: string | null,
): Promise<IndexChange | null> {
  switch (standing.act) {
    case 'publish':
      return unpublish(connection, standing, by, why ?? UNPUBLISHED);
    case 'merge':
      return unmerge(connection, standing, made, by, why ?? UNMERGED);
    case 'merge_into':
      await unmergeFromReport(connection, standing, made);
      return null;
    default:
      return null;
  }
}

/** Withdraws what was published from every public read, photos included. */
async function unpublish(
  connection: Connection,
  standing: Standing,
  by: Actor,
  why: string,
): Promise<IndexChange | null> {
  const { id, incident_id } = standing;
  const merged = await connection.get(
    "SELECT 1 FROM reports WHERE status = 'merged' AND incident_id = $incident",
    { $incident: incident_id },
  );
  if (merged) throw new Refused({ why: 'has_merged' });
  await connection.run('UPDATE report_photos SET published_as = NULL WHERE report_id = $id', {
    $id: id,
  });
  if (incident_id === null) return null;
  await noteTakenBack(connection, standing, null);
  // An editor may have withdrawn it already.
  return withdrawIncident(connection, incident_id, by.at, by.name, why);
}

/** Takes the report's accounts and sources out of the incident, whatever else changed since. */
async function unmerge(
  connection: Connection,
  standing: Standing,
  { accounts = [], sources = [] }: Made,
  by: Actor,
  why: string,
): Promise<IndexChange> {
  const row = await connection.get<{ feature: string }>(
    `SELECT feature FROM versions WHERE incident_id = $id AND known_until = ${FOREVER}`,
    { $id: standing.incident_id },
  );
  if (!row) throw new Refused({ why: 'merge_is_past' });
  const incident = withoutAccounts(draftOf(JSON.parse(row.feature)), { accounts, sources });
  const put = { drafts: [incident], now: by.at, by: by.name, kind: 'undo', why } as const;
  const change = await putDrafts(connection, put);
  await redactStates(connection, incident.id, { accounts, sources });
  await noteTakenBack(connection, standing, { accounts, sources });
  return change;
}

/** Lets the report and the copies that came with it stand by themselves again. */
async function unmergeFromReport(
  connection: Connection,
  { id, same_as }: Standing,
  { copies = [] }: Made,
): Promise<void> {
  const first = await connection.run(
    "UPDATE reports SET revision = revision + 1 WHERE id = $first AND status = 'pending'",
    { $first: same_as },
  );
  if (first === 0) throw new Refused({ why: 'merge_is_past' });
  await connection.run(
    `UPDATE reports SET same_as = $id
     WHERE same_as = $first AND id IN (SELECT value FROM json_each($copies))`,
    { $id: id, $first: same_as, $copies: JSON.stringify(copies) },
  );
}
