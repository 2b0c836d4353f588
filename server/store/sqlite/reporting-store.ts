import type { Reporting, ReportingStore } from '../../domain/reporting.ts';
import { appendAudit } from './audit-append.ts';
import type { Pool } from './pool.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

export class SqliteReportingStore implements ReportingStore {
  constructor(private readonly parts: Parts) {}

  async get(): Promise<Reporting> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<{ open: 0 | 1; notice: string | null }>(
        'SELECT reporting_open AS open, reporting_notice AS notice FROM settings',
      ),
    );
    return { open: row?.open === 1, notice: row?.notice ?? null };
  }

  async set({ open, notice }: Reporting, by: string, now: number): Promise<void> {
    await this.parts.writer.transaction(async (connection) => {
      await connection.run(
        'UPDATE settings SET reporting_open = $open, reporting_notice = $notice',
        { $open: open ? 1 : 0, $notice: notice },
      );
      await appendAudit(connection, {
        at: now,
        by,
        act: open ? 'reporting.open' : 'reporting.pause',
        subject: 'reporting',
        detail: { notice },
      });
    });
  }
}
