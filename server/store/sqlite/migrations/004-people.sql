-- Roles and ways to sign in. Before there were roles, whoever was first ran the map.
ALTER TABLE moderators ADD COLUMN role TEXT NOT NULL DEFAULT 'moderator'
  CHECK (role IN ('moderator', 'editor', 'administrator'));
ALTER TABLE moderators ADD COLUMN active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1));
-- scrypt, with its salt and parameters; null where none is set.
ALTER TABLE moderators ADD COLUMN passphrase TEXT;
-- What their passkeys call them: random, so that it says nothing of who they are.
ALTER TABLE moderators ADD COLUMN passkey_handle TEXT;
UPDATE moderators SET role = 'administrator' WHERE id = (SELECT min(id) FROM moderators);
CREATE UNIQUE INDEX moderators_by_passkey_handle ON moderators (passkey_handle)
  WHERE passkey_handle IS NOT NULL;

CREATE TABLE passkeys (
  -- The credential's id as base64url, as the authenticator chose it.
  credential_id TEXT PRIMARY KEY,
  -- By which its owner sees and deletes it.
  id TEXT NOT NULL UNIQUE,
  moderator_id INTEGER NOT NULL REFERENCES moderators,
  public_key BLOB NOT NULL,
  -- Signatures made so far; one that falls tells of a copied key.
  counter INTEGER NOT NULL,
  -- JSON: how a browser may reach it.
  transports TEXT NOT NULL,
  added_on TEXT NOT NULL
) STRICT;
CREATE INDEX passkeys_by_moderator ON passkeys (moderator_id);

CREATE TABLE people_sessions (
  hash TEXT PRIMARY KEY,
  -- By which a session is seen and ended; it opens nothing.
  id TEXT NOT NULL UNIQUE,
  moderator_id INTEGER NOT NULL REFERENCES moderators,
  -- A day, 2026-01-14.
  started_on TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO people_sessions (hash, id, moderator_id, started_on, expires_at)
SELECT hash, lower(hex(randomblob(8))), moderator_id,
  date(expires_at / 1000 - 12 * 3600, 'unixepoch'), expires_at
FROM sessions;
DROP TABLE sessions;
ALTER TABLE people_sessions RENAME TO sessions;
CREATE INDEX sessions_by_moderator ON sessions (moderator_id);

-- What moderators did. Entries are only ever added: each hash covers its entry and the hash before.
CREATE TABLE audit_log (
  number INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  acted_by TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- JSON; never a word of a reporter's.
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_log_keeps_entries BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE TRIGGER audit_log_loses_nothing BEFORE DELETE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
-- REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_log_goes_on BEFORE INSERT ON audit_log
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit_log)
BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
