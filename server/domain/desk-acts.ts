import { draftOf } from '../../data/incident/draft.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { withReports } from './desk-merge.ts';
import type { MergeRequest } from './desk-requests.ts';
import { warningsOf } from './desk-warnings.ts';
import { notWaiting, type Unpublishable } from './moderation.ts';
import type { IncidentStore } from './ports/incident-store.ts';
import type { Actor, Outcome, ReportDesk, Seen } from './ports/report-desk.ts';

/** How long a moderator holds a report without doing anything with it. */
const CLAIM_MS = 15 * 60_000;

export function claimReport(
  seen: Seen,
  by: Actor,
  desk: Pick<ReportDesk, 'claim'>,
): Promise<Outcome> {
  return desk.claim(seen, by.at + CLAIM_MS, by);
}

/** Why a report cannot be merged as it was asked. */
export type Unmergeable =
  | Extract<Unpublishable, { why: 'warnings' }>
  | { readonly why: 'unknown_account'; readonly index: number }
  | Extract<Unpublishable, { why: 'incident_full' }>;

/**
 * Adds a report's accounts to an incident that is on the map, as agreeing with those that stand there
 * or as disputing some of them.
 */
export async function mergeReport(
  id: string,
  request: MergeRequest,
  by: Actor,
  context: {
    readonly desk: Pick<ReportDesk, 'waiting' | 'byId' | 'merge'>;
    readonly incidents: Pick<IncidentStore, 'item'>;
  },
): Promise<Outcome | Unmergeable> {
  const { desk, incidents } = context;
  const report = await desk.waiting(id, by.at);
  if (!report) return notWaiting(id, desk);
  const stored = await incidents.item(request.incidentId, Infinity);
  if (stored === null) return { why: 'incident_not_found' };
  const incident: IncidentFeature = JSON.parse(stored);
  if (incident.properties.revision !== request.incidentRevision) return { why: 'incident_stale' };
  const ids = incident.properties.accounts.map((account) => account.id);
  const disputes = request.relation === 'agrees' ? [] : (request.disputes ?? ids);
  const index = disputes.findIndex((account) => !ids.includes(account));
  if (index >= 0) return { why: 'unknown_account', index };
  const warnings = warningsOf(report).filter(({ pointer }) => !request.allow.includes(pointer));
  if (warnings.length > 0 && report.revision === request.revision)
    return { why: 'warnings', warnings };
  const reports = [report, ...report.merged];
  const { incidentRevision } = request;
  const added = withReports(draftOf(incident), reports, disputes, by.at, incidentRevision);
  if (!added.isWhole) return { why: 'incident_full' };
  const merging = {
    incident: added.incident,
    incidentRevision,
    accounts: added.told.flatMap(({ accounts }) => accounts),
    sources: added.told.flatMap(({ sources }) => sources),
    merged: report.merged.map((other) => other.id),
  };
  return desk.merge({ id, revision: request.revision }, merging, by);
}
