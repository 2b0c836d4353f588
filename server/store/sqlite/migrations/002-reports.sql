CREATE TABLE reports (
  -- The order of arrival; no time of arrival is kept but the day.
  arrival INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  token_hash TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('pending', 'published', 'rejected', 'withdrawn')),
  received_on TEXT NOT NULL,
  -- Null once it was withdrawn.
  feature TEXT,
  revision INTEGER NOT NULL,
  incident_id TEXT REFERENCES incidents,
  message TEXT,
  decided_by TEXT,
  decided_at INTEGER
) STRICT;
CREATE INDEX reports_pending ON reports (arrival) WHERE status = 'pending';
