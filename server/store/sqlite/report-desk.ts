import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { Neighbor, Neighborhood } from '../../domain/duplicates/duplicates.ts';
import type { IndexChange } from '../../domain/ports/incident-store.ts';
import type {
  Actor,
  DeskReport,
  Done,
  Merging,
  Outcome,
  Publishing,
  ReportDesk,
  Seen,
} from '../../domain/ports/report-desk.ts';
import type { Report } from '../../domain/ports/report-store.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Connection } from './connection.ts';
import type { Pool } from './pool.ts';
import { audit, decide, outcomeOf, pendingAsSeen } from './report-desk-decision.ts';
import { mergeIntoReport, mergeReport } from './report-desk-merge.ts';
import { nearbyIncidents, nearbyReports } from './report-desk-neighbors.ts';
import { dueReports, publishDue, publishReport, scheduleReport } from './report-desk-publish.ts';
import { DESK_COLUMNS, type DeskRow, deskReportOf, WAITING } from './report-desk-rows.ts';
import {
  askReporter,
  claimReport,
  editReport,
  noteReport,
  releaseReport,
} from './report-desk-talk.ts';
import { undoDecision } from './report-desk-undo.ts';
import { REPORT_COLUMNS, type ReportRow, reportOf } from './report-rows.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
  readonly changes: ChangeFeed;
}

/** One transaction an act; what each does stands in report-desk-*.ts. */
export class SqliteReportDesk implements ReportDesk {
  constructor(private readonly parts: Parts) {}

  async byId(id: string): Promise<Report | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<ReportRow>(`SELECT ${REPORT_COLUMNS} FROM reports WHERE id = $id`, {
        $id: id,
      }),
    );
    return row ? reportOf(row) : null;
  }

  async waiting(id: string, now: number): Promise<DeskReport | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<DeskRow>(`SELECT ${DESK_COLUMNS} FROM reports WHERE id = $id AND ${WAITING}`, {
        $id: id,
      }),
    );
    return row ? deskReportOf(row, now) : null;
  }

  async queue(limit: number, now: number, after = 0): Promise<readonly DeskReport[]> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<DeskRow>(
        `SELECT ${DESK_COLUMNS} FROM reports WHERE ${WAITING} AND arrival > $after
         ORDER BY arrival LIMIT $limit`,
        { $after: after, $limit: limit },
      ),
    );
    return rows.flatMap((row) => deskReportOf(row, now) ?? []);
  }

  async queueLength(after: number): Promise<{ total: number; before: number }> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<{ total: number; before: number }>(
        `SELECT count(*) AS total, count(*) FILTER (WHERE arrival <= $after) AS before
         FROM reports WHERE ${WAITING}`,
        { $after: after },
      ),
    );
    return row ?? { total: 0, before: 0 };
  }

  neighbors(id: string, neighborhood: Neighborhood): Promise<readonly Neighbor[]> {
    return this.parts.readers.use(async (connection) => [
      ...(await nearbyIncidents(connection, neighborhood)),
      ...(await nearbyReports(connection, id, neighborhood)),
    ]);
  }

  async isTaken(incidentId: string): Promise<boolean> {
    const row = await this.parts.readers.use((connection) =>
      connection.get(
        `SELECT 1 FROM incidents WHERE id = $id UNION ALL
         SELECT 1 FROM reports
         WHERE status = 'scheduled' AND scheduled_draft ->> '$.incident.id' = $id`,
        { $id: incidentId },
      ),
    );
    return row !== undefined;
  }

  claim(seen: Seen, until: number, by: Actor): Promise<Outcome> {
    return this.#act((connection) => claimReport(connection, seen, until, by));
  }

  release(id: string, by: Actor): Promise<Outcome> {
    return this.#act((connection) => releaseReport(connection, id, by));
  }

  note(id: string, text: string, by: Actor): Promise<Outcome> {
    return this.#act((connection) => noteReport(connection, id, text, by));
  }

  ask(seen: Seen, text: string, by: Actor): Promise<Outcome> {
    return this.#act((connection) => askReporter(connection, seen, text, by));
  }

  edit(
    seen: Seen,
    feature: ReportFeature,
    allowed: readonly string[],
    by: Actor,
  ): Promise<Outcome> {
    return this.#act((connection) => editReport(connection, seen, feature, allowed, by));
  }

  publish(
    seen: Seen,
    publishing: Publishing,
    allowed: readonly string[],
    by: Actor,
  ): Promise<Outcome> {
    return this.#change((connection) => publishReport(connection, seen, publishing, allowed, by));
  }

  schedule(
    seen: Seen,
    publishing: Publishing,
    allowed: readonly string[],
    publishesAt: number,
    by: Actor,
  ): Promise<Outcome> {
    return this.#act((connection) =>
      scheduleReport(connection, seen, publishing, allowed, publishesAt, by),
    );
  }

  async releaseDue(by: Actor): Promise<number> {
    const due = await this.parts.readers.use((connection) => dueReports(connection, by.at));
    let released = 0;
    const failures: unknown[] = [];
    for (const id of due) {
      try {
        const published = await this.parts.writer.transaction(
          (connection) => publishDue(connection, id, by),
          (changed) => {
            if (changed) this.parts.changes.tell(changed.change);
          },
        );
        if (published) released++;
      } catch (error) {
        // It keeps none of the others back.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
    return released;
  }

  reject(seen: Seen, message: string | null, by: Actor): Promise<Outcome> {
    return this.#act(async (connection) => {
      await pendingAsSeen(connection, seen, by);
      const decision = { status: 'rejected', act: 'reject', message } as const;
      const done = await decide(connection, seen.id, decision, by);
      await audit(connection, 'report.reject', seen.id, { revision: done.revision }, by);
      return done;
    });
  }

  merge(seen: Seen, merging: Merging, by: Actor): Promise<Outcome> {
    return this.#change((connection) => mergeReport(connection, seen, merging, by));
  }

  mergeInto(seen: Seen, other: Seen, by: Actor): Promise<Outcome> {
    return this.#act((connection) => mergeIntoReport(connection, seen, other, by));
  }

  undo(seen: Seen, by: Actor): Promise<Outcome> {
    return this.#change((connection) => undoDecision(connection, seen, by));
  }

  /** An act that changes nothing public. */
  #act(work: (connection: Connection) => Promise<Done>): Promise<Outcome> {
    return outcomeOf(() => this.parts.writer.transaction(work));
  }

  /** An act that changes incidents: the index is told once it is committed. */
  #change(
    work: (connection: Connection) => Promise<{ done: Done; change: IndexChange | null }>,
  ): Promise<Outcome> {
    return outcomeOf(async () => {
      const { done } = await this.parts.writer.transaction(work, ({ change }) => {
        if (change) this.parts.changes.tell(change);
      });
      return done;
    });
  }
}
