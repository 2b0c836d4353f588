import { changesBetween } from '../../data/incident/changes.ts';
import type { PublicRevision, RevisionKind } from '../../data/incident/public-history.ts';
import { centralDate } from '../../data/time/central.ts';
import type { IncidentHistory, RecordRevision } from './ports/incident-history.ts';

export interface PublicHistory {
  readonly id: string;
  readonly withdrawn: boolean;
  /** Newest first. */
  readonly revisions: readonly PublicRevision[];
}

/** What made a change, by role: who it was is in the audit log alone. */
export const MADE_BY: Readonly<Record<RevisionKind, string>> = {
  first: 'first data set',
  import: 'import',
  report: 'a reporter and an editor of this map',
  merge: 'a reporter and an editor of this map',
  edit: 'an editor of this map',
  undo: 'an editor of this map',
  withdraw: 'an editor of this map',
};

/** @returns the revisions of a record without what was taken out; null where there never was one. */
export async function publicHistory(
  id: string,
  history: Pick<IncidentHistory, 'revisions'>,
): Promise<PublicHistory | null> {
  const revisions = await history.revisions(id);
  if (revisions === null) return null;
  const [latest] = revisions;
  if (latest?.draft === null) {
    return { id, withdrawn: true, revisions: [{ ...told(latest), changes: [], redacted: false }] };
  }
  return {
    id,
    withdrawn: false,
    revisions: revisions.map((revision, index) => publicRevision(revision, revisions, index)),
  };
}

function publicRevision(
  revision: RecordRevision,
  all: readonly RecordRevision[],
  index: number,
): PublicRevision {
  const earlier = all.slice(index + 1).find(({ draft }) => draft !== null);
  // Compared with what was taken out, what stands would tell what that was.
  const redacted = revision.redacted || earlier?.redacted === true;
  const isCompared = !redacted && revision.draft !== null && earlier !== undefined;
  return {
    ...told(revision),
    why: revision.redacted ? null : revision.why,
    changes: isCompared ? changesBetween(earlier.draft, revision.draft) : [],
    redacted,
  };
}

function told({ revision, at, kind, why }: RecordRevision) {
  return { revision, at: centralDate(at), kind, by: MADE_BY[kind], why };
}
