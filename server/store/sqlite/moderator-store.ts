import type { Moderator, ModeratorStore } from '../../domain/ports/moderator-store.ts';
import type { Pool } from './pool.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

export class SqliteModeratorStore implements ModeratorStore {
  constructor(private readonly parts: Parts) {}

  async addLink(name: string, linkHash: string, expiresAt: number): Promise<void> {
    await this.parts.writer.transaction(async (connection) => {
      await connection.run(
        'INSERT INTO moderators (name) VALUES ($name) ON CONFLICT (name) DO NOTHING',
        { $name: name },
      );
      await connection.run(
        `INSERT INTO sign_in_links (hash, moderator_id, expires_at)
         SELECT $hash, id, $expiresAt FROM moderators WHERE name = $name`,
        { $hash: linkHash, $expiresAt: expiresAt, $name: name },
      );
    });
  }

  redeemLink(
    linkHash: string,
    session: { hash: string; expiresAt: number },
    now: number,
  ): Promise<Moderator | 'unknown' | 'used'> {
    return this.parts.writer.transaction(async (connection) => {
      const link = await connection.get<Moderator & { usable: 0 | 1 }>(
        `SELECT moderators.id, name, used_at IS NULL AND expires_at > $now AS usable
         FROM sign_in_links JOIN moderators ON moderators.id = moderator_id WHERE hash = $hash`,
        { $hash: linkHash, $now: now },
      );
      if (!link) return 'unknown';
      if (!link.usable) return 'used';
      await connection.run('UPDATE sign_in_links SET used_at = $now WHERE hash = $hash', {
        $hash: linkHash,
        $now: now,
      });
      await connection.run('DELETE FROM sessions WHERE expires_at <= $now', { $now: now });
      await connection.run('INSERT INTO sessions VALUES ($hash, $moderator, $expiresAt)', {
        $hash: session.hash,
        $moderator: link.id,
        $expiresAt: session.expiresAt,
      });
      return { id: link.id, name: link.name };
    });
  }

  async bySession(sessionHash: string, now: number): Promise<Moderator | null> {
    const moderator = await this.parts.readers.use((connection) =>
      connection.get<Moderator>(
        `SELECT moderators.id, name FROM sessions JOIN moderators ON moderators.id = moderator_id
         WHERE hash = $hash AND expires_at > $now`,
        { $hash: sessionHash, $now: now },
      ),
    );
    return moderator ?? null;
  }

  async endSession(sessionHash: string): Promise<void> {
    await this.parts.writer.transaction((connection) =>
      connection.run('DELETE FROM sessions WHERE hash = $hash', { $hash: sessionHash }),
    );
  }
}
