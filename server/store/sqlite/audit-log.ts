import type { AuditAct, AuditEntry, AuditLog } from '../../domain/ports/audit-log.ts';
import { appendAudit } from './audit-append.ts';
import type { Pool } from './pool.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

interface Row {
  readonly number: number;
  readonly at: number;
  readonly acted_by: string;
  readonly act: string;
  readonly subject: string;
  readonly detail: string;
  readonly hash: string;
}

/** Few enough that nobody waits while they are turned into objects. */
const PAGE_ROWS = 200;

export class SqliteAuditLog implements AuditLog {
  constructor(private readonly parts: Parts) {}

  async record(act: AuditAct): Promise<void> {
    await this.parts.writer.transaction((connection) => appendAudit(connection, act));
  }

  async page(limit: number, before: number | null): Promise<readonly AuditEntry[]> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<Row>(
        `SELECT * FROM audit_log WHERE $before IS NULL OR number < $before
         ORDER BY number DESC LIMIT $limit`,
        { $limit: limit, $before: before },
      ),
    );
    return rows.map(entryOf);
  }

  async *entries(first: number | null): AsyncIterable<AuditEntry> {
    let after = first ?? Number.MIN_SAFE_INTEGER;
    while (true) {
      const rows = await this.parts.readers.use((connection) =>
        connection.all<Row>(
          'SELECT * FROM audit_log WHERE number > $after ORDER BY number LIMIT $limit',
          { $after: after, $limit: PAGE_ROWS },
        ),
      );
      yield* rows.map(entryOf);
      const last = rows.at(-1);
      if (!last) return;
      after = last.number;
    }
  }
}

function entryOf({ acted_by: by, detail, ...row }: Row): AuditEntry {
  return { ...row, by, detail: parsed(detail) };
}

/** What is no JSON any more was tampered with: its hash will say so. */
function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch {
    return detail;
  }
}
