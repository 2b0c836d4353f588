import type {
  By,
  Invitation,
  Invited,
  Moderator,
  ModeratorStore,
  NewSession,
  Person,
  PersonChange,
  Session,
  SignedIn,
} from '../../domain/ports/moderator-store.ts';
import { appendAudit } from './audit-append.ts';
import { changePerson, endSessions, invite } from './people-changes.ts';
import type { Pool } from './pool.ts';
import { openSession } from './sign-in-session.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

export class SqliteModeratorStore implements ModeratorStore {
  constructor(private readonly parts: Parts) {}

  invite(invitation: Invitation, by: By): Promise<Invited> {
    return this.parts.writer.transaction((connection) => invite(connection, invitation, by));
  }

  redeemLink(
    linkHash: string,
    session: NewSession,
    now: number,
  ): Promise<Moderator | 'unknown' | 'used'> {
    return this.parts.writer.transaction(async (connection) => {
      const link = await connection.get<Moderator & { usable: 0 | 1 }>(
        `SELECT moderators.id, name, role, active AND used_at IS NULL AND expires_at > $now AS usable
         FROM sign_in_links JOIN moderators ON moderators.id = moderator_id WHERE hash = $hash`,
        { $hash: linkHash, $now: now },
      );
      if (!link) return 'unknown';
      if (!link.usable) return 'used';
      await connection.run('UPDATE sign_in_links SET used_at = $now WHERE hash = $hash', {
        $hash: linkHash,
        $now: now,
      });
      const moderator = { id: link.id, name: link.name, role: link.role };
      await openSession(connection, moderator, session, 'link', now);
      return moderator;
    });
  }

  async bySession(sessionHash: string, now: number): Promise<SignedIn | null> {
    const moderator = await this.parts.readers.use((connection) =>
      connection.get<SignedIn>(
        `SELECT moderators.id, name, role, sessions.id AS sessionId
         FROM sessions JOIN moderators ON moderators.id = moderator_id
         WHERE hash = $hash AND expires_at > $now AND active`,
        { $hash: sessionHash, $now: now },
      ),
    );
    return moderator ?? null;
  }

  sessionsOf(moderatorId: number, now: number): Promise<readonly Session[]> {
    return this.parts.readers.use((connection) =>
      connection.all<Session>(
        `SELECT id, started_on AS startedOn, expires_at AS expiresAt FROM sessions
         WHERE moderator_id = $moderator AND expires_at > $now ORDER BY expires_at DESC, id`,
        { $moderator: moderatorId, $now: now },
      ),
    );
  }

  async endSession(sessionHash: string, now: number): Promise<void> {
    await this.parts.writer.transaction(async (connection) => {
      const ended = await connection.get<{ id: string; name: string }>(
        `DELETE FROM sessions WHERE hash = $hash
         RETURNING id, (SELECT name FROM moderators WHERE moderators.id = moderator_id) AS name`,
        { $hash: sessionHash },
      );
      if (!ended) return;
      const subject = `session ${ended.id}`;
      const act = { at: now, by: ended.name, act: 'session.end', subject, detail: {} } as const;
      await appendAudit(connection, act);
    });
  }

  endOwnSession(moderator: Moderator, sessionId: string, now: number): Promise<boolean> {
    return this.parts.writer.transaction(async (connection) => {
      const ended = await connection.run(
        'DELETE FROM sessions WHERE id = $id AND moderator_id = $moderator',
        { $id: sessionId, $moderator: moderator.id },
      );
      if (ended === 0) return false;
      const subject = `session ${sessionId}`;
      const act = { at: now, by: moderator.name, act: 'session.end', subject, detail: {} } as const;
      await appendAudit(connection, act);
      return true;
    });
  }

  async people(now: number): Promise<readonly Person[]> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<Omit<Person, 'active'> & { active: 0 | 1 }>(
        `SELECT id, name, role, active, (SELECT count(*) FROM sessions
           WHERE moderator_id = moderators.id AND expires_at > $now) AS sessions
         FROM moderators ORDER BY id`,
        { $now: now },
      ),
    );
    return rows.map((row) => ({ ...row, active: row.active === 1 }));
  }

  change(
    personId: number,
    change: PersonChange,
    by: By,
  ): Promise<'done' | 'unknown' | 'last_administrator'> {
    return this.parts.writer.transaction((connection) =>
      changePerson(connection, personId, change, by),
    );
  }

  endSessionsOf(personId: number, by: By): Promise<number | null> {
    return this.parts.writer.transaction(async (connection) => {
      const person = await connection.get<{ name: string }>(
        'SELECT name FROM moderators WHERE id = $id',
        { $id: personId },
      );
      if (!person) return null;
      const ended = await endSessions(connection, personId);
      await appendAudit(connection, {
        at: by.at,
        by: by.name,
        act: 'person.end_sessions',
        subject: `person ${person.name}`,
        detail: { ended },
      });
      return ended;
    });
  }
}
