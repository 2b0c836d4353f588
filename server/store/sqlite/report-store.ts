import type { IncidentDraft } from '../../../data/incident/schema.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type {
  DecideOutcome,
  PendingReport,
  Report,
  ReportStatus,
  ReportStore,
} from '../../domain/ports/report-store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Connection, Parameters as Values } from './connection.ts';
import { putDrafts } from './incident-put.ts';
import type { Pool } from './pool.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
  readonly changes: ChangeFeed;
}

interface Row {
  readonly id: string;
  readonly status: ReportStatus;
  readonly received_on: string;
  /** Null once it was withdrawn. */
  readonly feature: string | null;
  readonly revision: number;
  readonly incident_id: string | null;
  readonly message: string | null;
}

const COLUMNS = 'id, status, received_on, feature, revision, incident_id, message';

export class SqliteReportStore implements ReportStore {
  constructor(private readonly parts: Parts) {}

  async add(report: Parameters<ReportStore['add']>[0]): Promise<void> {
    await this.parts.writer.transaction((connection) =>
      connection.run(
        `INSERT INTO reports (id, token_hash, status, received_on, feature, revision)
         VALUES ($id, $tokenHash, 'pending', $receivedOn, $feature, 1)`,
        {
          $id: report.id,
          $tokenHash: report.tokenHash,
          $receivedOn: report.receivedOn,
          $feature: JSON.stringify(report.feature),
        },
      ),
    );
  }

  byToken(tokenHash: string): Promise<Report | null> {
    return this.#one('token_hash = $tokenHash', { $tokenHash: tokenHash });
  }

  byId(id: string): Promise<Report | null> {
    return this.#one('id = $id', { $id: id });
  }

  async pending(limit: number): Promise<readonly PendingReport[]> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<Row>(
        `SELECT ${COLUMNS} FROM reports WHERE status = 'pending' ORDER BY arrival LIMIT $limit`,
        { $limit: limit },
      ),
    );
    return rows.map(reportOf).filter(isPending);
  }

  async pendingCount(): Promise<number> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<{ count: number }>(
        "SELECT count(*) AS count FROM reports WHERE status = 'pending'",
      ),
    );
    return row?.count ?? 0;
  }

  async withdraw(tokenHash: string): Promise<boolean> {
    const { writer } = this.parts;
    const changed = await writer.transaction((connection) =>
      connection.run(
        `UPDATE reports SET status = 'withdrawn', feature = NULL, revision = revision + 1
         WHERE token_hash = $tokenHash AND status = 'pending'`,
        { $tokenHash: tokenHash },
      ),
    );
    if (changed === 0) return false;
    await writer.flushLog();
    return true;
  }

  async publish(
    id: string,
    revision: number,
    incident: IncidentDraft,
    by: string,
    now: number,
  ): Promise<DecideOutcome> {
    const { writer, changes } = this.parts;
    const result = await writer.transaction<DecideOutcome | IndexChange>(
      async (connection) => {
        const refused = await whyNot(connection, id, revision);
        if (refused) return refused;
        const change = await putDrafts(connection, { drafts: [incident], now, by });
        await connection.run(
          `UPDATE reports SET status = 'published', incident_id = $incidentId, ${DECIDED}`,
          { $id: id, $by: by, $now: now, $incidentId: incident.id },
        );
        return change;
      },
      (committed) => {
        if (typeof committed !== 'string') changes.tell(committed);
      },
    );
    return typeof result === 'string' ? result : 'done';
  }

  reject(
    id: string,
    revision: number,
    message: string | null,
    by: string,
    now: number,
  ): Promise<DecideOutcome> {
    return this.parts.writer.transaction(async (connection) => {
      const refused = await whyNot(connection, id, revision);
      if (refused) return refused;
      await connection.run(
        `UPDATE reports SET status = 'rejected', message = $message, ${DECIDED}`,
        { $id: id, $by: by, $now: now, $message: message },
      );
      return 'done';
    });
  }

  async #one(condition: string, parameters: Values): Promise<Report | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<Row>(`SELECT ${COLUMNS} FROM reports WHERE ${condition}`, parameters),
    );
    return row ? reportOf(row) : null;
  }
}

const DECIDED = `revision = revision + 1, decided_by = $by, decided_at = $now WHERE id = $id`;

/** @returns why a decision cannot be taken; null where it can. */
async function whyNot(
  connection: Connection,
  id: string,
  revision: number,
): Promise<Exclude<DecideOutcome, 'done'> | null> {
  const report = await connection.get<{ status: ReportStatus; revision: number }>(
    'SELECT status, revision FROM reports WHERE id = $id',
    { $id: id },
  );
  if (!report) return 'not_found';
  if (report.status !== 'pending') return 'not_pending';
  return report.revision === revision ? null : 'stale';
}

function isPending(report: Report): report is PendingReport {
  return report.status === 'pending' && report.feature !== null;
}

function reportOf(row: Row): Report {
  return {
    id: row.id,
    status: row.status,
    receivedOn: row.received_on,
    feature: JSON.parse(row.feature ?? 'null'),
    revision: row.revision,
    incidentId: row.incident_id,
    message: row.message,
  };
}
