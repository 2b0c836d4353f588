CREATE TABLE moderators (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE sign_in_links (
  hash TEXT PRIMARY KEY,
  moderator_id INTEGER NOT NULL REFERENCES moderators,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  moderator_id INTEGER NOT NULL REFERENCES moderators,
  expires_at INTEGER NOT NULL
) STRICT;
