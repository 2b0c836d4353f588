import { draftOf } from '../../../data/incident/draft.ts';
import type { RevisionKind } from '../../../data/incident/public-history.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import type {
  ChangesPage,
  ChangesRequest,
  EditOutcome,
  IncidentEdit,
  IncidentHistory,
  PublicReason,
  RecordRevision,
  SeenIncident,
} from '../../domain/ports/incident-history.ts';
import type { Actor } from '../../domain/ports/report-desk.ts';
import type { ChangeFeed } from './change-feed.ts';
import { readChanges } from './changes-page.ts';
import type { Connection } from './connection.ts';
import { FOREVER } from './filter-sql.ts';
import { type Act, editRecord, undoRecord, withdrawRecord } from './incident-edits.ts';
import type { Pool } from './pool.ts';
import type { Searches } from './searches.ts';
import type { Writer } from './writer.ts';

interface Parts {
  readonly writer: Writer;
  readonly readers: Pool;
  readonly changes: ChangeFeed;
  readonly searches: Searches;
}

export class SqliteIncidentHistory implements IncidentHistory {
  constructor(private readonly parts: Parts) {}

  async revisions(id: string): Promise<readonly RecordRevision[] | null> {
    const rows = await this.parts.readers.use((connection) =>
      connection.all<Row>(REVISIONS_SQL, { $id: id }),
    );
    return rows.length === 0 ? null : rows.map(revisionOf);
  }

  async changes(filter: IncidentFilter, request: ChangesRequest): Promise<ChangesPage> {
    const { readers, searches } = this.parts;
    const page = await searches.readWith(
      filter.text,
      readers,
      (connection, { keys }) => readChanges(connection, filter, keys, request),
      request.signal,
    );
    return page ?? readers.use((c) => readChanges(c, filter, null, request), request.signal);
  }

  edit(seen: SeenIncident, edit: IncidentEdit, by: Actor): Promise<EditOutcome> {
    return this.#act((connection) => editRecord(connection, seen, edit, by));
  }

  undo(seen: SeenIncident, reason: PublicReason, by: Actor): Promise<EditOutcome> {
    return this.#act((connection) => undoRecord(connection, seen, reason, by));
  }

  withdraw(seen: SeenIncident, reason: PublicReason, by: Actor): Promise<EditOutcome> {
    return this.#act((connection) => withdrawRecord(connection, seen, reason, by));
  }

  async #act(work: (connection: Connection) => Promise<Act>): Promise<EditOutcome> {
    const { writer, changes } = this.parts;
    const { outcome } = await writer.transaction(work, ({ change }) => {
      if (change) changes.tell(change);
    });
    return outcome;
  }
}

interface Row {
  readonly revision: number;
  readonly at: number;
  readonly kind: RevisionKind;
  readonly why: string | null;
  readonly redacted: 0 | 1;
  readonly feature: string | null;
}

/** What stands now, what stood before, and the withdrawals, which left nothing to stand. */
const REVISIONS_SQL = `
  SELECT revisions.revision, at, kind, why, redacted, feature FROM (
    SELECT incidents.revision, versions.feature, 0 AS redacted
    FROM incidents JOIN versions ON incident_id = id AND known_until = ${FOREVER} WHERE id = $id
    UNION ALL
    SELECT revision, feature, redacted FROM incident_revisions WHERE incident_id = $id
    UNION ALL
    SELECT revision, NULL, 0 FROM incident_changes WHERE incident_id = $id AND kind = 'withdrawn'
  ) AS states JOIN revisions ON revisions.revision = states.revision
  ORDER BY revisions.revision DESC`;

function revisionOf({ feature, redacted, ...row }: Row): RecordRevision {
  return {
    ...row,
    redacted: redacted === 1,
    draft: feature === null ? null : draftOf(JSON.parse(feature)),
  };
}
