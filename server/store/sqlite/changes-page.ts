import { draftOf } from '../../../data/incident/draft.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import type { CategoryId } from '../../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../../data/vocabulary/verifications.ts';
import type {
  ChangesPage,
  ChangesRequest,
  RecordChange,
} from '../../domain/ports/incident-history.ts';
import {
  bounded,
  type ChangesRange,
  happenedIn,
  learnedIn,
  MOST_LOOKED_AT,
  parametersOf,
} from './changes-range.ts';
import type { Connection } from './connection.ts';
import { contentOf, FOREVER, knownInstant } from './filter-sql.ts';
import type { FoundKeys } from './found-keys.ts';

interface BoundedRequest extends ChangesRequest {
  /** How much is looked at. */
  readonly most?: typeof MOST_LOOKED_AT;
}

/**
 * Reads what changed, newest first, from two lists that are each in order: what happened on this map
 * (`incident_changes`) and what became known (`versions`). A filter looks at the version that became
 * known, or at the record as it stands now.
 * @param keys of the versions that have the filter's words; null where it has none.
 * @returns where so much was looked at that it is enough for once, fewer than asked for, or none.
 */
export async function readChanges(
  connection: Connection,
  filter: IncidentFilter,
  keys: FoundKeys | null,
  { limit, after, since, most = MOST_LOOKED_AT }: BoundedRequest,
): Promise<ChangesPage> {
  const content = keys?.among(contentOf({ ...filter, text: null })) ?? contentOf(filter);
  const looksUp = keys?.isFew ?? false;
  const until = knownInstant(filter.asOf);
  const range = await bounded(connection, { after, since, until }, looksUp, most);
  const ends = `SELECT * FROM (
      ${happened(content.sql, isOpen(filter), range)} UNION ALL ${learned(content.sql, looksUp, range)}
    ) ORDER BY at DESC, source DESC, "rank" DESC, id DESC LIMIT $limit`;
  const [state] = await connection.all<{ revision: number; rows: string }>(
    `SELECT revision, (
       SELECT json_group_array(json_array(
         at, source, "rank", id, ${DETAIL_SQL}
       )) FROM (${ends}) AS page
     ) AS rows FROM counters`,
    {
      ...content.parameters,
      ...parametersOf(range),
      // One more than asked for tells whether there is a next page.
      $limit: limit + 1,
    },
  );
  const rows: Columns[] = JSON.parse(state?.rows ?? '[]');
  const found = rows.map(changeOf);
  const page = found.slice(0, limit);
  const next = found.length > limit ? (page.at(-1)?.end ?? null) : range.stop;
  return { revision: state?.revision ?? 0, changes: page, next };
}

/** A withdrawn record matches no filter, since nothing is told of it but that it was withdrawn. */
function isOpen(filter: IncidentFilter): boolean {
  return JSON.stringify({ ...filter, asOf: null }) === JSON.stringify({ ...NO_FILTER, asOf: null });
}

function happened(content: string, withWithdrawn: boolean, range: ChangesRange): string {
  const gone = withWithdrawn ? `(v.key IS NULL AND c.kind = 'withdrawn')` : 'false';
  return `SELECT * FROM (
    SELECT c.told_at AS at, 1 AS source, c.revision AS "rank", c.incident_id AS id
    FROM incident_changes AS c INDEXED BY incident_changes_by_time
    LEFT JOIN versions AS v INDEXED BY versions_by_incident
      ON v.incident_id = c.incident_id AND v.known_until = ${FOREVER}
    WHERE ${happenedIn(range)} AND (${gone} OR (v.key IS NOT NULL AND ${content}))
    ORDER BY c.told_at DESC, c.revision DESC, c.incident_id DESC LIMIT $limit
  )`;
}

/** The first version of what a person added is told by the day on which they did. */
function learned(content: string, looksUp: boolean, range: ChangesRange): string {
  return `SELECT * FROM (
    SELECT v.known_from AS at, 0 AS source, v.key AS "rank", v.incident_id AS id
    FROM versions AS v ${looksUp ? 'NOT INDEXED' : 'INDEXED BY versions_by_known'}
    WHERE ${learnedIn(range)} AND ${content} AND (
      NOT EXISTS (
        SELECT 1 FROM incident_changes AS c WHERE c.incident_id = v.incident_id AND c.kind = 'added'
      ) OR EXISTS (
        SELECT 1 FROM versions AS p
        WHERE p.incident_id = v.incident_id AND p.known_from < v.known_from
      )
    )
    ORDER BY v.known_from DESC, v.key DESC LIMIT $limit
  )`;
}

/** Of what became known: its version and the one before. Of what happened here: the states around it. */
const DETAIL_SQL = `
  (SELECT kind FROM incident_changes
   WHERE page.source = 1 AND incident_id = page.id AND revision = page."rank"),
  (SELECT revision FROM incidents WHERE incidents.id = page.id),
  CASE page.source WHEN 1
    THEN (SELECT why FROM revisions WHERE revision = page."rank") END,
  json((SELECT json_array(feature ->> '$.properties.title', category, verification)
   FROM versions WHERE incident_id = page.id AND known_until = ${FOREVER})),
  CASE page.source
    WHEN 0 THEN (SELECT feature FROM versions WHERE key = page."rank")
    ELSE coalesce(
      (SELECT iif(redacted, '', feature) FROM incident_revisions
       WHERE incident_id = page.id AND revision = page."rank"),
      (SELECT feature FROM versions JOIN incidents ON incidents.id = incident_id
       WHERE incident_id = page.id AND known_until = ${FOREVER} AND revision = page."rank")
    ) END,
  CASE page.source
    WHEN 0 THEN (
      SELECT feature FROM versions WHERE incident_id = page.id AND known_from < page.at
      ORDER BY known_from DESC LIMIT 1)
    ELSE (
      SELECT iif(redacted, '', feature) FROM incident_revisions
      WHERE incident_id = page.id AND revision < page."rank" ORDER BY revision DESC LIMIT 1) END`;

/** Features are JSON texts; '' stands for one that is kept for editors alone. */
type Columns = readonly [
  at: number,
  source: 0 | 1,
  rank: number,
  id: string,
  kind: 'added' | 'updated' | 'withdrawn' | null,
  revision: number,
  why: string | null,
  today: readonly [title: string, category: CategoryId, verification: VerificationId] | null,
  after: string | null,
  before: string | null,
];

function changeOf(columns: Columns): RecordChange {
  const [at, source, rank, id, kind, revision, why, today, after, before] = columns;
  return {
    end: { at, source, rank, id },
    kind: kind ?? (before === null ? 'added' : 'learned'),
    revision: source === 1 ? rank : revision,
    // What a revision that was redacted says of itself may say too much as well.
    why: after === '' ? null : why,
    title: today?.[0] ?? null,
    category: today?.[1] ?? null,
    verification: today?.[2] ?? null,
    after: kind === 'withdrawn' ? null : draftFrom(after),
    before: draftFrom(before),
  };
}

function draftFrom(text: string | null): IncidentDraft | null {
  return text === null || text === '' ? null : draftOf(JSON.parse(text));
}
