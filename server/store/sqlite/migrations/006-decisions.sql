-- The decision that stands on a report, and what it made: undo takes that away and forgets it. Who
-- decided what and when, undone or not, is in the audit log.
CREATE TABLE report_decisions (
  report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  act TEXT NOT NULL CHECK (act IN ('publish', 'schedule', 'reject', 'merge', 'merge_into')),
  -- JSON: ids alone, of accounts, sources, photos or reports.
  made TEXT NOT NULL
) STRICT;
INSERT INTO report_decisions (report_id, act, made)
SELECT id, CASE status WHEN 'published' THEN 'publish' ELSE 'reject' END, '{}'
FROM reports WHERE status IN ('published', 'rejected');

-- Finds waiting reports near a time and place without reading what they say.
CREATE INDEX reports_nearby ON reports (
  unixepoch(upper(feature ->> '$.properties.occurredAt')),
  feature ->> '$.geometry.coordinates[0]',
  feature ->> '$.geometry.coordinates[1]',
  feature ->> '$.properties.locationPrecision'
) WHERE status IN ('pending', 'scheduled');
