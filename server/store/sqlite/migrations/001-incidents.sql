-- Highest revision given, and the next key of a version: keys are never used twice.
CREATE TABLE counters (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  revision INTEGER NOT NULL,
  next_key INTEGER NOT NULL
) STRICT;
INSERT INTO counters VALUES (1, 0, 1);

-- One row a change of one or many records. Times are milliseconds since 1970, here and below.
CREATE TABLE revisions (
  revision INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  made_by TEXT
) STRICT;

CREATE TABLE incidents (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- The latest.
  revision INTEGER NOT NULL REFERENCES revisions,
  removed_at INTEGER
) STRICT;

-- Each record as it stood before it was replaced or taken away, whole: its last version, with the
-- revision that had made it. What stands now is in versions.
CREATE TABLE incident_revisions (
  incident_id TEXT NOT NULL REFERENCES incidents,
  revision INTEGER NOT NULL REFERENCES revisions,
  feature TEXT NOT NULL,
  PRIMARY KEY (incident_id, revision)
) STRICT;

-- A record as it was known from known_from (included) to known_until (not included). What is known
-- today has no end: known_until is 9007199254740991, 2^53 − 1.
CREATE TABLE versions (
  key INTEGER PRIMARY KEY,
  incident_id TEXT NOT NULL REFERENCES incidents,
  occurred_at INTEGER NOT NULL,
  latest_at INTEGER NOT NULL,
  known_from INTEGER NOT NULL,
  known_until INTEGER NOT NULL,
  longitude REAL,
  latitude REAL,
  category TEXT NOT NULL,
  verification TEXT NOT NULL,
  location_precision TEXT NOT NULL,
  feature TEXT NOT NULL
) STRICT;

-- Serves pages in their order and holds all that filters and the view index look at, so that a
-- feature is read only where it is answered with.
CREATE INDEX versions_by_time ON versions (
  occurred_at, incident_id, known_from, known_until, latest_at,
  category, verification, location_precision, longitude, latitude
);
CREATE INDEX versions_by_incident ON versions (incident_id, known_from);

-- What lasts over a week: a time window looks back a week, and farther only for these.
CREATE INDEX versions_that_last ON versions (latest_at, occurred_at)
  WHERE latest_at - occurred_at > 604800000;

-- The words of each version, already in the form in which they are compared (recordWords): the
-- tokenizer ascii only splits them at the blanks.
CREATE VIRTUAL TABLE version_words USING fts5 (
  words,
  detail = none,
  columnsize = 0,
  prefix = '2 3',
  tokenize = 'ascii'
);
-- What is taken out leaves no trace in the index, as the pragma secure_delete does for tables. (A
-- contentless index would be smaller, but keeps deleted words until segments merge.)
INSERT INTO version_words (version_words, rank) VALUES ('secure-delete', 1);
