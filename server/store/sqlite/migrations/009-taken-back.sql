-- Incidents whose earlier states hold what a report says, since its publication or its merge was
-- undone: it is erased there once the report's words are.
CREATE TABLE taken_back (
  -- The report may be erased before.
  report_id TEXT NOT NULL,
  incident_id TEXT NOT NULL REFERENCES incidents,
  -- JSON: ids of what its merge had added; null where the report had made the incident.
  made TEXT
) STRICT;
CREATE INDEX taken_back_by_report ON taken_back (report_id);

-- What was undone before this table was there, the audit log tells.
INSERT INTO taken_back
SELECT substr(undone.subject, 8), undone.detail ->> '$.incident', merged.detail
FROM audit_log AS undone LEFT JOIN audit_log AS merged
  ON merged.act = 'report.merge' AND merged.subject = undone.subject AND merged.number < undone.number
  AND merged.detail ->> '$.incident' = undone.detail ->> '$.incident'
WHERE undone.act = 'report.undo' AND undone.detail ->> '$.undone' IN ('publish', 'merge')
  AND undone.detail ->> '$.incident' IN (SELECT id FROM incidents)
  AND (merged.number IS NULL) = (undone.detail ->> '$.undone' = 'publish');
INSERT INTO taken_back
SELECT substr(joined.subject, 8), incident_id, made
FROM taken_back JOIN audit_log AS joined
  ON joined.act = 'report.merge_into' AND joined.detail ->> '$.into' = report_id;
