import { MOST_PHOTOS } from '../../../data/incident/photo-limits.ts';
import type { PhotoStore, ReportPhoto } from '../../domain/ports/photo-store.ts';
import type { ReporterOutcome } from '../../domain/ports/report-store.ts';
import type { Parameters as Values } from './connection.ts';
import { FOREVER } from './filter-sql.ts';
import type { Pool } from './pool.ts';
import { standAlone } from './report-copies.ts';
import { pendingOf, raiseRevision } from './report-state.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

/** Photos lie in the database, so that erasing a report erases them, page and log. */
export class SqlitePhotoStore implements PhotoStore {
  constructor(private readonly parts: Parts) {}

  add(
    tokenHash: string,
    { id, width, height, jpeg }: ReportPhoto & { readonly jpeg: Uint8Array },
  ): Promise<ReporterOutcome> {
    return this.parts.writer.transaction<ReporterOutcome>(async (connection) => {
      const report = await pendingOf(connection, tokenHash);
      if (typeof report === 'string') return report;
      const held = await connection.get<{ count: number; next: number }>(
        `SELECT count(*) AS count, coalesce(max(position), 0) + 1 AS next FROM report_photos
         WHERE report_id = $id`,
        { $id: report.id },
      );
      if (!held || held.count >= MOST_PHOTOS) return 'full';
      await standAlone(connection, report.id);
      await connection.run(
        `INSERT INTO report_photos (id, report_id, position, width, height, jpeg)
         VALUES ($photo, $id, $position, $width, $height, $jpeg)`,
        {
          $photo: id,
          $id: report.id,
          $position: held.next,
          $width: width,
          $height: height,
          $jpeg: jpeg,
        },
      );
      await raiseRevision(connection, report.id);
      return 'done';
    });
  }

  async remove(tokenHash: string, id: string): Promise<ReporterOutcome> {
    const { writer } = this.parts;
    const outcome = await writer.transaction<ReporterOutcome>(async (connection) => {
      const report = await pendingOf(connection, tokenHash);
      if (typeof report === 'string') return report;
      const removed = await connection.run(
        'DELETE FROM report_photos WHERE id = $photo AND report_id = $id',
        { $photo: id, $id: report.id },
      );
      if (removed === 0) return 'unknown';
      await raiseRevision(connection, report.id);
      return 'done';
    });
    if (outcome === 'done') await writer.flushLog();
    return outcome;
  }

  ofToken(tokenHash: string, id: string): Promise<Uint8Array | null> {
    return this.#jpeg(
      `report_photos.id = $photo AND report_id IN (
         SELECT id FROM reports WHERE token_hash = $tokenHash AND status <> 'withdrawn'
       )`,
      { $photo: id, $tokenHash: tokenHash },
    );
  }

  ofReport(reportId: string, id: string): Promise<Uint8Array | null> {
    return this.#jpeg('id = $photo AND report_id = $report', { $photo: id, $report: reportId });
  }

  async list(reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReportPhoto[]>> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<ReportPhoto & { readonly report: string }>(
        `SELECT report_id AS report, id, width, height FROM report_photos
         WHERE report_id IN (SELECT value FROM json_each($ids)) ORDER BY report_id, position`,
        { $ids: JSON.stringify(reportIds) },
      ),
    );
    const byReport = new Map<string, ReportPhoto[]>(reportIds.map((id) => [id, []]));
    for (const { report, ...photo } of rows) byReport.get(report)?.push(photo);
    return byReport;
  }

  published(publicId: string): Promise<Uint8Array | null> {
    return this.#jpeg(
      `published_as = $id AND EXISTS (
         SELECT 1 FROM reports
         JOIN versions ON versions.incident_id = reports.incident_id AND known_until = ${FOREVER}
         JOIN json_each(versions.feature, '$.properties.photos') AS shown
         WHERE reports.id = report_id AND shown.value ->> 'id' = $id
       )`,
      { $id: publicId },
    );
  }

  async #jpeg(condition: string, parameters: Values): Promise<Uint8Array | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<{ jpeg: Uint8Array }>(
        `SELECT jpeg FROM report_photos WHERE ${condition}`,
        parameters,
      ),
    );
    return row?.jpeg ?? null;
  }
}
