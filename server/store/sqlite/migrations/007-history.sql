-- What made a revision, and why, in words that everyone may read.
ALTER TABLE revisions ADD COLUMN kind TEXT NOT NULL DEFAULT 'import'
  CHECK (kind IN ('first', 'import', 'report', 'merge', 'edit', 'undo', 'withdraw'));
ALTER TABLE revisions ADD COLUMN why TEXT;
UPDATE revisions SET kind = CASE
  WHEN made_by IS NOT NULL THEN 'report' WHEN revision = 1 THEN 'first' ELSE 'import' END;

-- 1: kept for editors alone, since an editor took out what it said.
ALTER TABLE incident_revisions ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0
  CHECK (redacted IN (0, 1));

-- What happened to a record on this map, other than that an import brought it: that counts on the
-- days on which its accounts became known, which versions tell.
CREATE TABLE incident_changes (
  incident_id TEXT NOT NULL REFERENCES incidents,
  revision INTEGER NOT NULL REFERENCES revisions,
  kind TEXT NOT NULL CHECK (kind IN ('added', 'updated', 'withdrawn')),
  -- The beginning of the day in Minneapolis: no closer is told of what a person did.
  told_at INTEGER NOT NULL,
  -- The revision that undo brought back, where that made this one.
  restores INTEGER,
  PRIMARY KEY (incident_id, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX incident_changes_by_time ON incident_changes (told_at, revision, incident_id);

INSERT INTO incident_changes (incident_id, revision, kind, told_at)
SELECT id, revision, CASE
    WHEN removed_at IS NOT NULL THEN 'withdrawn'
    WHEN EXISTS (SELECT 1 FROM incident_revisions WHERE incident_id = id) THEN 'updated'
    ELSE 'added' END,
  updated_at
FROM incidents JOIN revisions USING (revision)
WHERE removed_at IS NOT NULL OR made_by IS NOT NULL
  OR EXISTS (SELECT 1 FROM incident_revisions WHERE incident_id = id);

-- What became known, newest first, with all that filters look at.
CREATE INDEX versions_by_known ON versions (
  known_from, key, incident_id, occurred_at, latest_at, category, verification, longitude, latitude
);
