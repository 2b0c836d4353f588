-- Reports with the states of review. The table is made anew, since a CHECK cannot be changed.
CREATE TABLE reviewed_reports (
  -- The order of arrival; no time of arrival is kept but the day.
  arrival INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  token_hash TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (
    status IN ('pending', 'scheduled', 'published', 'merged', 'rejected', 'withdrawn')
  ),
  received_on TEXT NOT NULL,
  -- What will be published. Null once it was erased.
  feature TEXT,
  -- The reporter's own words, where an editor has changed the feature.
  original TEXT,
  revision INTEGER NOT NULL,
  incident_id TEXT REFERENCES incidents,
  -- What the reporter is told of the decision.
  message TEXT,
  decided_by TEXT,
  -- Of a withdrawal the day's beginning: when a reporter acts is no moderator's act.
  decided_at INTEGER,
  -- Accepted, and public from then on; the draft is the incident as it was accepted.
  publishes_at INTEGER,
  scheduled_draft TEXT,
  claimed_by INTEGER REFERENCES moderators,
  claimed_until INTEGER,
  -- SHA-256 of the feature as it came, by which the same report sent again is known; null once erased.
  body_hash TEXT,
  -- The first report of the same words: the moderators see that one alone, and its state holds for both.
  same_as TEXT REFERENCES reviewed_reports (id) ON DELETE CASCADE
) STRICT;
INSERT INTO reviewed_reports (
  arrival, id, token_hash, status, received_on, feature, revision, incident_id, message,
  decided_by, decided_at
) SELECT
  arrival, id, token_hash, status, received_on, feature, revision, incident_id, message,
  decided_by, decided_at
FROM reports;
DROP TABLE reports;
ALTER TABLE reviewed_reports RENAME TO reports;
CREATE INDEX reports_waiting ON reports (arrival) WHERE status IN ('pending', 'scheduled');
CREATE INDEX reports_due ON reports (publishes_at) WHERE status = 'scheduled';
CREATE INDEX reports_by_body ON reports (body_hash) WHERE body_hash IS NOT NULL;
CREATE INDEX reports_same ON reports (same_as) WHERE same_as IS NOT NULL;

-- Questions and answers between a moderator and the reporter.
CREATE TABLE report_messages (
  report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  sender TEXT NOT NULL CHECK (sender IN ('moderator', 'reporter')),
  text TEXT NOT NULL,
  -- A day, 2026-01-14.
  on_day TEXT NOT NULL,
  PRIMARY KEY (report_id, position)
) STRICT;

-- Photos as they were made anew: JPEG without metadata. No other form of them is ever stored.
CREATE TABLE report_photos (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  jpeg BLOB NOT NULL,
  -- Its public id, while an incident shows it.
  published_as TEXT UNIQUE,
  UNIQUE (report_id, position)
) STRICT;

-- What moderators tell each other of a report; never public.
CREATE TABLE report_notes (
  number INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  written_by TEXT NOT NULL,
  on_day TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX report_notes_by_report ON report_notes (report_id);

-- What was answered to a request that may be repeated. The key itself is not here: its hash finds the
-- row, and only who has the key can open the token.
CREATE TABLE idempotency (
  key_hash TEXT PRIMARY KEY,
  body_hash TEXT NOT NULL,
  sealed_token TEXT NOT NULL,
  -- The last day it holds, 2026-01-15: an hour would tell the hour of arrival.
  expires_on TEXT NOT NULL
) STRICT;

-- What an administrator sets while the map runs.
CREATE TABLE settings (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  reporting_open INTEGER NOT NULL CHECK (reporting_open IN (0, 1)),
  reporting_notice TEXT
) STRICT;
INSERT INTO settings VALUES (1, 1, NULL);
