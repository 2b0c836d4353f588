import type { Moderator, NewSession } from '../../domain/ports/moderator-store.ts';
import { appendAudit } from './audit-append.ts';
import type { Connection } from './connection.ts';

/** Opens a session within the transaction that found who it belongs to. */
export async function openSession(
  connection: Connection,
  moderator: Moderator,
  session: NewSession,
  how: 'link' | 'passphrase' | 'passkey',
  now: number,
): Promise<void> {
  await connection.run('DELETE FROM sessions WHERE expires_at <= $now', { $now: now });
  await connection.run(
    'INSERT INTO sessions VALUES ($hash, $id, $moderator, $startedOn, $expires)',
    {
      $hash: session.hash,
      $id: session.id,
      $moderator: moderator.id,
      $startedOn: session.startedOn,
      $expires: session.expiresAt,
    },
  );
  await appendAudit(connection, {
    at: now,
    by: moderator.name,
    act: 'session.start',
    subject: `session ${session.id}`,
    detail: { how },
  });
}
