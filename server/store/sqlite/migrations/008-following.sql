-- Who follows changes by e-mail. Their address, language and area lie sealed, under a key that is kept
-- in a file of its own: without it, a row says nothing but that somebody follows something. Ids are
-- random, so that even the order in which people came is not kept.
CREATE TABLE followers (
  id TEXT PRIMARY KEY,
  -- SHA-256 of what stands in the links that the follower gets; hexadecimal.
  token_hash TEXT NOT NULL UNIQUE,
  sealed BLOB NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('asked', 'mailed', 'following')),
  -- Days, 2026-01-14. Nobody confirms long after they asked; then it is null.
  asked_on TEXT,
  -- The first day that was not yet told.
  untold TEXT,
  -- How often in a row their mail server said that there is no such address.
  refusals INTEGER NOT NULL DEFAULT 0,
  CHECK ((status = 'following') = (asked_on IS NULL)),
  CHECK ((status = 'following') = (untold IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX followers_due ON followers (untold, id) WHERE status = 'following';
CREATE INDEX followers_unconfirmed ON followers (status, id) WHERE status <> 'following';
