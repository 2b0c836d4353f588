import type { AuditActId } from '../../../data/vocabulary/audit-acts.ts';
import type {
  CredentialStore,
  OwnedPasskey,
  Passkey,
} from '../../domain/ports/credential-store.ts';
import type { Moderator, NewSession } from '../../domain/ports/moderator-store.ts';
import type { Role } from '../../domain/roles.ts';
import { appendAudit } from './audit-append.ts';
import { type Connection, sqliteCode } from './connection.ts';
import { findPerson } from './people-changes.ts';
import type { Pool } from './pool.ts';
import { openSession } from './sign-in-session.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
}

interface PasskeyRow {
  readonly id: string;
  readonly credential_id: string;
  readonly public_key: Buffer<ArrayBuffer>;
  readonly counter: number;
  readonly transports: string;
  readonly added_on: string;
}

export class SqliteCredentialStore implements CredentialStore {
  constructor(private readonly parts: Parts) {}

  async passphraseOf(name: string): Promise<{ owner: Moderator; hash: string } | null> {
    const row = await this.parts.readers.use((connection) =>
      findPerson(connection, name).then((person) =>
        connection.get<Moderator & { passphrase: string }>(
          `SELECT id, name, role, passphrase FROM moderators
           WHERE id = $id AND active AND passphrase IS NOT NULL`,
          { $id: person?.id ?? null },
        ),
      ),
    );
    if (!row) return null;
    const { passphrase, ...owner } = row;
    return { owner, hash: passphrase };
  }

  async hasPassphrase(moderatorId: number): Promise<boolean> {
    const row = await this.parts.readers.use((connection) =>
      connection.get('SELECT id FROM moderators WHERE id = $id AND passphrase IS NOT NULL', {
        $id: moderatorId,
      }),
    );
    return row !== undefined;
  }

  async setPassphrase(
    owner: Moderator,
    hash: string,
    sessionId: string,
    now: number,
  ): Promise<void> {
    await this.parts.writer.transaction(async (connection) => {
      await connection.run('UPDATE moderators SET passphrase = $hash WHERE id = $id AND active', {
        $hash: hash,
        $id: owner.id,
      });
      await connection.run('DELETE FROM sessions WHERE moderator_id = $id AND id <> $session', {
        $id: owner.id,
        $session: sessionId,
      });
      await tell(connection, 'passphrase.set', owner, now);
    });
  }

  signInByPassphrase(owner: Moderator, session: NewSession, now: number): Promise<boolean> {
    return this.parts.writer.transaction(async (connection) => {
      const active = await connection.get('SELECT id FROM moderators WHERE id = $id AND active', {
        $id: owner.id,
      });
      if (active) await openSession(connection, owner, session, 'passphrase', now);
      return active !== undefined;
    });
  }

  passkeyHandle(moderatorId: number, fresh: string): Promise<string> {
    return this.parts.writer.transaction(async (connection) => {
      const row = await connection.get<{ handle: string }>(
        `UPDATE moderators SET passkey_handle = coalesce(passkey_handle, $fresh)
         WHERE id = $id RETURNING passkey_handle AS handle`,
        { $fresh: fresh, $id: moderatorId },
      );
      return row?.handle ?? fresh;
    });
  }

  async passkeysOf(moderatorId: number): Promise<readonly Passkey[]> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<PasskeyRow>(
        'SELECT * FROM passkeys WHERE moderator_id = $id ORDER BY added_on, id',
        { $id: moderatorId },
      ),
    );
    return rows.map(passkeyOf);
  }

  async passkey(credentialId: string): Promise<OwnedPasskey | null> {
    const row = await this.parts.readers.use((connection) =>
      connection.get<PasskeyRow & { owner: number; name: string; role: Role; handle: string }>(
        `SELECT passkeys.*, moderators.id AS owner, name, role, passkey_handle AS handle
         FROM passkeys JOIN moderators ON moderators.id = moderator_id
         WHERE credential_id = $id AND active`,
        { $id: credentialId },
      ),
    );
    if (!row) return null;
    const { owner: id, name, role, handle } = row;
    return { ...passkeyOf(row), handle, owner: { id, name, role } };
  }

  async addPasskey(owner: Moderator, passkey: Passkey, now: number): Promise<boolean> {
    try {
      await this.parts.writer.transaction(async (connection) => {
        await connection.run(
          `INSERT INTO passkeys
           VALUES ($credential, $id, $owner, $key, $counter, $transports, $addedOn)`,
          {
            $credential: passkey.credentialId,
            $id: passkey.id,
            $owner: owner.id,
            $key: Buffer.from(passkey.publicKey),
            $counter: passkey.counter,
            $transports: JSON.stringify(passkey.transports),
            $addedOn: passkey.addedOn,
          },
        );
        await tell(connection, 'passkey.add', owner, now, { passkey: passkey.id });
      });
      return true;
    } catch (error) {
      if (sqliteCode(error) === 'SQLITE_CONSTRAINT') return false;
      throw error;
    }
  }

  deletePasskey(owner: Moderator, id: string, now: number): Promise<boolean> {
    return this.parts.writer.transaction(async (connection) => {
      const deleted = await connection.run(
        'DELETE FROM passkeys WHERE id = $id AND moderator_id = $owner',
        { $id: id, $owner: owner.id },
      );
      if (deleted > 0) await tell(connection, 'passkey.delete', owner, now, { passkey: id });
      return deleted > 0;
    });
  }

  signInByPasskey(
    { credentialId, owner }: OwnedPasskey,
    counter: number,
    session: NewSession,
    now: number,
  ): Promise<boolean> {
    return this.parts.writer.transaction(async (connection) => {
      // An authenticator that does not count always says 0 (WebAuthn §6.1.1).
      const counted = await connection.run(
        `UPDATE passkeys SET counter = $counter
         WHERE credential_id = $id AND (counter < $counter OR (counter = 0 AND $counter = 0))
           AND moderator_id IN (SELECT id FROM moderators WHERE active)`,
        { $counter: counter, $id: credentialId },
      );
      if (counted > 0) await openSession(connection, owner, session, 'passkey', now);
      return counted > 0;
    });
  }
}

function passkeyOf(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    credentialId: row.credential_id,
    publicKey: new Uint8Array(row.public_key),
    counter: row.counter,
    transports: JSON.parse(row.transports),
    addedOn: row.added_on,
  };
}

async function tell(
  connection: Connection,
  act: AuditActId,
  { name }: Moderator,
  now: number,
  detail: unknown = {},
): Promise<void> {
  await appendAudit(connection, { at: now, by: name, act, subject: `person ${name}`, detail });
}
