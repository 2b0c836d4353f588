import type { AuditActId } from '../../../data/vocabulary/audit-acts.ts';
import { personNamed } from '../../domain/people.ts';
import type { By, Invitation, Invited, PersonChange } from '../../domain/ports/moderator-store.ts';
import type { Role } from '../../domain/roles.ts';
import { appendAudit } from './audit-append.ts';
import type { Connection } from './connection.ts';

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly active: 0 | 1;
}

const DAY_MS = 86_400_000;
/** A link is remembered so long after it ended, to say that it was used rather than never made. */
const REMEMBERED_DAYS = 30;

/** Within a transaction: what `ModeratorStore.invite` does. */
export async function invite(
  connection: Connection,
  invitation: Invitation,
  by: By,
): Promise<Invited> {
  const known = await findPerson(connection, invitation.name);
  const role = invitation.role ?? known?.role ?? (await roleOfSomeoneNew(connection));
  if (known?.active && known.role !== role) {
    return { why: 'other_role', name: known.name, role: known.role };
  }
  const name = known?.name ?? invitation.name;
  const row = await connection.get<{ id: number }>(
    `INSERT INTO moderators (name, role) VALUES ($name, $role)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, active = 1 RETURNING id`,
    { $name: name, $role: role },
  );
  const id = row?.id ?? 0;
  await voidLinks(connection, id, by.at);
  await connection.run(
    'INSERT INTO sign_in_links (hash, moderator_id, expires_at) VALUES ($hash, $id, $expiresAt)',
    { $hash: invitation.linkHash, $id: id, $expiresAt: invitation.linkExpiresAt },
  );
  await tell(connection, 'person.invite', name, { role }, by);
  return { why: null, name, role, was: !known ? 'nobody' : known.active ? 'active' : 'inactive' };
}

/** @returns whose name it is, however it is written. */
export async function findPerson(
  connection: Connection,
  name: string,
): Promise<PersonRow | undefined> {
  const people = await connection.all<PersonRow>('SELECT id, name, role, active FROM moderators');
  return personNamed(people, name);
}

async function roleOfSomeoneNew(connection: Connection): Promise<Role> {
  const row = await connection.get<{ count: number }>(
    `SELECT count(*) AS count FROM moderators WHERE active AND role = 'administrator'`,
  );
  return row?.count === 0 ? 'administrator' : 'moderator';
}

/** Within a transaction: what `ModeratorStore.change` does. */
export async function changePerson(
  connection: Connection,
  id: number,
  change: PersonChange,
  by: By,
): Promise<'done' | 'unknown' | 'last_administrator'> {
  const person = await connection.get<PersonRow>(
    'SELECT id, name, role, active FROM moderators WHERE id = $id',
    { $id: id },
  );
  if (!person) return 'unknown';
  const isKept = 'role' in change && change.role === 'administrator';
  if (!isKept && (await isLastAdministrator(connection, person))) return 'last_administrator';
  if ('role' in change) {
    if (change.role === person.role) return 'done';
    const values = { $role: change.role, $id: id };
    await connection.run('UPDATE moderators SET role = $role WHERE id = $id', values);
    await endSessions(connection, id);
    await tell(connection, 'person.role', person.name, { from: person.role, to: change.role }, by);
    return 'done';
  }
  await connection.run('UPDATE moderators SET active = 0, passphrase = NULL WHERE id = $id', {
    $id: id,
  });
  await connection.run('DELETE FROM passkeys WHERE moderator_id = $id', { $id: id });
  await voidLinks(connection, id, by.at);
  await endSessions(connection, id);
  await tell(connection, 'person.revoke', person.name, {}, by);
  return 'done';
}

/** @returns how many there were. */
export function endSessions(connection: Connection, personId: number): Promise<number> {
  return connection.run('DELETE FROM sessions WHERE moderator_id = $id', { $id: personId });
}

async function voidLinks(connection: Connection, personId: number, now: number): Promise<void> {
  await connection.run(
    'UPDATE sign_in_links SET used_at = $now WHERE moderator_id = $id AND used_at IS NULL',
    { $now: now, $id: personId },
  );
  await connection.run('DELETE FROM sign_in_links WHERE expires_at < $past', {
    $past: now - REMEMBERED_DAYS * DAY_MS,
  });
}

/** Whether nobody could run the map without this person. */
async function isLastAdministrator(connection: Connection, person: PersonRow): Promise<boolean> {
  if (person.role !== 'administrator' || person.active === 0) return false;
  const others = await connection.get<{ count: number }>(
    `SELECT count(*) AS count FROM moderators
     WHERE active AND role = 'administrator' AND id <> $id`,
    { $id: person.id },
  );
  return others?.count === 0;
}

async function tell(
  connection: Connection,
  act: AuditActId,
  name: string,
  detail: unknown,
  by: By,
): Promise<void> {
  await appendAudit(connection, { at: by.at, by: by.name, act, subject: `person ${name}`, detail });
}
