import type { AuditActId } from '../../../data/vocabulary/audit-acts.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type { Actor, Done, Outcome, Refusal, Seen } from '../../domain/ports/report-desk.ts';
import type { ReportStatus } from '../../domain/ports/report-store.ts';
import { appendAudit } from './audit-append.ts';
import type { Connection, Value } from './connection.ts';

/** Ends a transaction that must not go on: nothing of it is kept. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
  }
}

/** @returns what `work` resolves with, or why it refused. */
export async function outcomeOf(work: () => Promise<Done>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** What a decision came to, and what the view index must learn of it. */
export interface Changed {
  readonly done: Done;
  readonly change: IndexChange;
}

/** What a decision rests on and undo starts from. */
export interface Standing {
  readonly id: string;
  readonly status: ReportStatus;
  readonly revision: number;
  readonly incident_id: string | null;
  readonly same_as: string | null;
  readonly scheduled_draft: string | null;
  readonly claimed_by: number | null;
  readonly claimed_until: number | null;
  readonly claimant: string | null;
  readonly act: Act | null;
  readonly made: string | null;
  /** 0 once what it said was erased. */
  readonly has_words: 0 | 1;
}

export type Act = 'publish' | 'schedule' | 'reject' | 'merge' | 'merge_into';

/** What a decision made, for undo to take away. */
export interface Made {
  readonly accounts?: readonly string[];
  readonly sources?: readonly string[];
  readonly photos?: readonly { readonly id: string; readonly publicId: string }[];
  /** Copies that now stand under the other report. */
  readonly copies?: readonly string[];
}

export async function standingOf(connection: Connection, id: string): Promise<Standing> {
  const row = await connection.get<Standing>(
    `SELECT id, status, revision, incident_id, same_as, scheduled_draft, claimed_by, claimed_until,
       (SELECT name FROM moderators WHERE moderators.id = claimed_by) AS claimant, act, made,
       feature IS NOT NULL AS has_words
     FROM reports LEFT JOIN report_decisions ON report_id = id WHERE id = $id`,
    { $id: id },
  );
  if (!row) throw new Refused({ why: 'not_found' });
  return row;
}

/** @throws Refused unless the report waits, nobody else holds it, and it is as the moderator saw it. */
export async function pendingAsSeen(
  connection: Connection,
  seen: Seen,
  by: Actor,
): Promise<Standing> {
  const standing = await standingOf(connection, seen.id);
  if (standing.status !== 'pending' || standing.same_as !== null) {
    throw new Refused({ why: 'decided' });
  }
  heldByNobodyElse(standing, by);
  asSeen(standing, seen);
  return standing;
}

export function heldByNobodyElse(standing: Standing, by: Actor): void {
  const { claimed_by, claimed_until, claimant } = standing;
  const isHeld = claimed_by !== null && claimed_by !== by.id && (claimed_until ?? 0) > by.at;
  if (isHeld) throw new Refused({ why: 'claimed', by: claimant ?? 'Another moderator' });
}

export function asSeen(standing: Standing, { revision }: Seen): void {
  if (standing.revision !== revision) throw new Refused({ why: 'stale' });
}

interface Decision {
  readonly status: ReportStatus;
  readonly act: Act;
  readonly made?: Made;
  readonly incidentId?: string;
  readonly message?: string | null;
  readonly publishesAt?: number;
  readonly scheduledDraft?: string;
}

/** Writes a decision down. @returns the report as it stands with it. */
export async function decide(
  connection: Connection,
  id: string,
  decision: Decision,
  by: Actor,
): Promise<Done> {
  await connection.run(
    `INSERT INTO report_decisions VALUES ($id, $act, $made)
     ON CONFLICT (report_id) DO UPDATE SET act = excluded.act, made = excluded.made`,
    { $id: id, $act: decision.act, $made: JSON.stringify(decision.made ?? {}) },
  );
  return changeReport(connection, id, {
    status: decision.status,
    incident_id: decision.incidentId ?? null,
    message: decision.message ?? null,
    publishes_at: decision.publishesAt ?? null,
    scheduled_draft: decision.scheduledDraft ?? null,
    decided_by: by.name,
    decided_at: by.at,
    claimed_by: null,
    claimed_until: null,
  });
}

/** Changes columns of a report and raises its revision. */
export async function changeReport(
  connection: Connection,
  id: string,
  columns: Readonly<Record<string, Value>>,
): Promise<Done> {
  const values = Object.entries(columns).map(([name, value]) => [`$${name}`, value]);
  const changes = ['revision = revision + 1', ...Object.keys(columns).map((n) => `${n} = $${n}`)];
  const row = await connection.get<Pick<Standing, 'revision' | 'status' | 'incident_id'>>(
    `UPDATE reports SET ${changes.join(', ')} WHERE id = $id RETURNING revision, status, incident_id`,
    { ...Object.fromEntries(values), $id: id },
  );
  if (!row) throw new Refused({ why: 'not_found' });
  return doneWith(row);
}

export function doneWith(row: Pick<Standing, 'revision' | 'status' | 'incident_id'>): Done {
  return { why: null, revision: row.revision, status: row.status, incidentId: row.incident_id };
}

/** Tells the audit log of an act on a report, within the act's transaction. */
export async function audit(
  connection: Connection,
  act: AuditActId,
  id: string,
  detail: Readonly<Record<string, unknown>>,
  by: Actor,
): Promise<void> {
  await appendAudit(connection, { at: by.at, by: by.name, act, subject: `report ${id}`, detail });
}
