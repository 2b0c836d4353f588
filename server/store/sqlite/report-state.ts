import type { ReportStatus } from '../../domain/ports/report-store.ts';
import type { Connection } from './connection.ts';

/** A report by its reporter's token, with the state that holds for it: a copy has its first's. */
export interface ReportState {
  readonly id: string;
  readonly revision: number;
  readonly status: ReportStatus;
}

export async function stateOf(
  connection: Connection,
  tokenHash: string,
): Promise<ReportState | null> {
  const row = await connection.get<ReportState>(
    `SELECT own.id, own.revision, coalesce(first.status, own.status) AS status
     FROM reports AS own LEFT JOIN reports AS first ON first.id = own.same_as
     WHERE own.token_hash = $tokenHash`,
    { $tokenHash: tokenHash },
  );
  return row ?? null;
}

/** @returns the pending report of a token; else why there is none. */
export async function pendingOf(
  connection: Connection,
  tokenHash: string,
): Promise<ReportState | 'unknown' | 'decided'> {
  const state = await stateOf(connection, tokenHash);
  if (!state || state.status === 'withdrawn') return 'unknown';
  return state.status === 'pending' ? state : 'decided';
}

/** Whoever decides on it must have seen the change. */
export async function raiseRevision(connection: Connection, id: string): Promise<void> {
  await connection.run('UPDATE reports SET revision = revision + 1 WHERE id = $id', { $id: id });
}
