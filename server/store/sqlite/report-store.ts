import type { ReportFeature } from '../../../data/incident/schema.ts';
import { centralDate } from '../../../data/time/central.ts';
import type { SealedAnswer } from '../../domain/idempotency.ts';
import type {
  FollowedReport,
  ReporterOutcome,
  ReportStore,
  ThreadMessage,
} from '../../domain/ports/report-store.ts';
import type { Pool } from './pool.ts';
import { bodyHash, firstOfSame, standAlone } from './report-copies.ts';
import { eraseDecided, eraseWords } from './report-erasure.ts';
import { type ReportRow, reportOf } from './report-rows.ts';
import { pendingOf, raiseRevision, stateOf } from './report-state.ts';
import { eraseTakenBack } from './taken-back.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

/** A reporter writes no more than so many messages. */
const MOST_MESSAGES = 50;

export class SqliteReportStore implements ReportStore {
  constructor(private readonly parts: Parts) {}

  add(
    report: Parameters<ReportStore['add']>[0],
    answer?: Parameters<ReportStore['add']>[1],
  ): Promise<{ readonly sameAs: string | null }> {
    return this.parts.writer.transaction(async (connection) => {
      const hash = bodyHash(report.feature);
      const since = report.sameSince ?? null;
      const sameAs = since === null ? null : await firstOfSame(connection, hash, since);
      await connection.run(
        `INSERT INTO reports (
           id, token_hash, status, received_on, feature, revision, body_hash, same_as
         ) VALUES ($id, $tokenHash, 'pending', $receivedOn, $feature, 1, $hash, $sameAs)`,
        {
          $id: report.id,
          $tokenHash: report.tokenHash,
          $receivedOn: report.receivedOn,
          $feature: JSON.stringify(report.feature),
          $hash: hash,
          $sameAs: sameAs,
        },
      );
      if (answer) {
        await connection.run(
          'INSERT OR REPLACE INTO idempotency VALUES ($keyHash, $bodyHash, $sealed, $expiresOn)',
          {
            $keyHash: answer.keyHash,
            $bodyHash: answer.bodyHash,
            $sealed: answer.sealed,
            $expiresOn: answer.expiresOn,
          },
        );
      }
      return { sameAs };
    });
  }

  async answered(keyHash: string, today: string): Promise<SealedAnswer | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<SealedAnswer>(
        `SELECT key_hash AS keyHash, body_hash AS bodyHash, sealed_token AS sealed
         FROM idempotency WHERE key_hash = $keyHash AND expires_on >= $today`,
        { $keyHash: keyHash, $today: today },
      ),
    );
    return row ?? null;
  }

  async byToken(tokenHash: string): Promise<FollowedReport | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<ReportRow & { readonly gone_at: number | null; readonly why: string | null }>(
        `SELECT own.id, coalesce(first.status, own.status) AS status, own.received_on,
           coalesce(own.original, own.feature) AS feature, own.revision,
           coalesce(first.incident_id, own.incident_id) AS incident_id,
           coalesce(first.message, own.message) AS message,
           coalesce(first.publishes_at, own.publishes_at) AS publishes_at,
           removed_at AS gone_at, revisions.why
         FROM reports AS own LEFT JOIN reports AS first ON first.id = own.same_as
         LEFT JOIN incidents AS gone
           ON gone.id = coalesce(first.incident_id, own.incident_id) AND removed_at IS NOT NULL
         LEFT JOIN revisions ON revisions.revision = gone.revision
         WHERE own.token_hash = $tokenHash`,
        { $tokenHash: tokenHash },
      ),
    );
    if (!row) return null;
    const { gone_at: goneAt, why } = row;
    return {
      ...reportOf(row),
      takenOff: goneAt === null ? null : { on: centralDate(goneAt), why },
    };
  }

  thread(id: string): Promise<readonly ThreadMessage[]> {
    return this.parts.readers.use((connection) =>
      connection.all<ThreadMessage>(
        `SELECT sender AS "from", text, on_day AS "on" FROM report_messages
         WHERE report_id = $id ORDER BY position`,
        { $id: id },
      ),
    );
  }

  async correct(
    tokenHash: string,
    feature: ReportFeature,
    revision: number | null,
  ): Promise<ReporterOutcome> {
    const { writer } = this.parts;
    const outcome = await writer.transaction<ReporterOutcome>(async (connection) => {
      const report = await pendingOf(connection, tokenHash);
      if (typeof report === 'string') return report;
      if (revision !== null && revision !== report.revision) return 'stale';
      await standAlone(connection, report.id);
      await connection.run(
        `UPDATE reports SET feature = $feature, original = NULL, body_hash = $hash,
           revision = revision + 1
         WHERE id = $id`,
        { $id: report.id, $feature: JSON.stringify(feature), $hash: bodyHash(feature) },
      );
      await eraseTakenBack(connection, report.id);
      return 'done';
    });
    // What was corrected away is gone from the log too.
    if (outcome === 'done') await writer.flushLog();
    return outcome;
  }

  answer(tokenHash: string, text: string, day: string): Promise<ReporterOutcome> {
    return this.parts.writer.transaction<ReporterOutcome>(async (connection) => {
      const report = await pendingOf(connection, tokenHash);
      if (typeof report === 'string') return report;
      const written = await connection.get<{ count: number; next: number }>(
        `SELECT count(*) FILTER (WHERE sender = 'reporter') AS count,
           coalesce(max(position), 0) + 1 AS next
         FROM report_messages WHERE report_id = $id`,
        { $id: report.id },
      );
      if (!written || written.count >= MOST_MESSAGES) return 'full';
      await standAlone(connection, report.id);
      await connection.run(
        "INSERT INTO report_messages VALUES ($id, $position, 'reporter', $text, $day)",
        { $id: report.id, $position: written.next, $text: text, $day: day },
      );
      await raiseRevision(connection, report.id);
      return 'done';
    });
  }

  async withdraw(tokenHash: string, day: number): Promise<ReporterOutcome> {
    const { writer } = this.parts;
    const outcome = await writer.transaction<ReporterOutcome>(async (connection) => {
      const report = await stateOf(connection, tokenHash);
      if (!report || report.status === 'withdrawn') return 'unknown';
      if (report.status === 'published' || report.status === 'merged') return 'decided';
      await standAlone(connection, report.id);
      await eraseWords(connection, report.id);
      await connection.run(
        `UPDATE reports SET status = 'withdrawn', decided_by = NULL, decided_at = $day,
           publishes_at = NULL, claimed_by = NULL, claimed_until = NULL, revision = revision + 1
         WHERE id = $id`,
        { $id: report.id, $day: day },
      );
      return 'done';
    });
    if (outcome === 'done') await writer.flushLog();
    return outcome;
  }

  async eraseExpired(decidedBefore: number, today: string): Promise<number> {
    const { writer } = this.parts;
    const erased = await writer.transaction(async (connection) => {
      await connection.run('DELETE FROM idempotency WHERE expires_on < $today', { $today: today });
      return eraseDecided(connection, decidedBefore);
    });
    await writer.flushLog();
    return erased;
  }
}
