import { z } from 'zod';
import type { IncidentDraft, IncidentFeature } from '../../data/incident/schema.ts';
import { plainText } from '../../data/incident/text.ts';
import { featureAsOf } from '../../data/incident/versions.ts';
import { formatCentral } from '../../data/time/central.ts';
import { newIncidentId } from './incident-id.ts';
import type { IncidentStore } from './ports/incident-store.ts';
import type { DecideOutcome, PendingReport, ReportStore } from './ports/report-store.ts';
import { publicDraft } from './publish.ts';
import type { Surroundings } from './surroundings.ts';

/** What the two decisions are asked with; `revision` is that of the report the moderator saw. */
const revision = z.int({ error: 'Expected a whole number: the revision that you saw.' }).min(1);
export const publishRequest = z.strictObject({ revision });
export const rejectRequest = z.strictObject({
  revision,
  message: plainText(600, { lines: true }).nullable().default(null),
});

const QUEUE_LENGTH = 100;

export interface QueuedReport extends Omit<PendingReport, 'incidentId' | 'message'> {
  /** As it would be published: at its stated precision, with ids. */
  readonly preview: IncidentFeature;
}

/** @returns the 100 oldest pending reports, and how many are pending in all. */
export async function moderationQueue(
  reports: Pick<ReportStore, 'pending' | 'pendingCount'>,
  now: number,
): Promise<{ readonly reports: QueuedReport[]; readonly total: number }> {
  const [pending, total] = await Promise.all([
    reports.pending(QUEUE_LENGTH),
    reports.pendingCount(),
  ]);
  return {
    reports: pending.map(({ id, status, receivedOn, revision, feature }) => ({
      id,
      status,
      receivedOn,
      revision,
      feature,
      preview: preview({ id, receivedOn, feature }, now),
    })),
    total,
  };
}

/**
 * Publishes a pending report as an unverified incident.
 * @param by the moderator's name, kept with the revision.
 */
export async function publishReport(
  decision: { readonly id: string; readonly revision: number; readonly by: string },
  context: {
    readonly reports: Pick<ReportStore, 'byId' | 'publish'>;
    readonly incidents: Pick<IncidentStore, 'item'>;
    readonly surroundings: Surroundings;
  },
): Promise<
  | { readonly outcome: 'done'; readonly incidentId: string }
  | { readonly outcome: Exclude<DecideOutcome, 'done'> }
> {
  const { reports, incidents, surroundings } = context;
  const report = await reports.byId(decision.id);
  if (!report) return { outcome: 'not_found' };
  if (report.status !== 'pending' || !report.feature) return { outcome: 'not_pending' };
  const { properties } = report.feature;
  let id = newIncidentId(properties, surroundings);
  while ((await incidents.item(id, Infinity)) !== null)
    id = newIncidentId(properties, surroundings);
  const now = surroundings.now();
  const draft = publicDraft(report.feature, {
    id,
    receivedOn: report.receivedOn,
    now,
    verification: 'unverified',
  });
  const outcome = await reports.publish(decision.id, decision.revision, draft, decision.by, now);
  return outcome === 'done' ? { outcome, incidentId: id } : { outcome };
}

export async function rejectReport(
  decision: {
    readonly id: string;
    readonly revision: number;
    /** What the reporter is told, where they are. */
    readonly message: string | null;
    readonly by: string;
  },
  context: { readonly reports: Pick<ReportStore, 'reject'>; readonly surroundings: Surroundings },
): Promise<DecideOutcome> {
  const { id, revision, message, by } = decision;
  return context.reports.reject(id, revision, message, by, context.surroundings.now());
}

function preview(report: Pick<PendingReport, 'id' | 'receivedOn' | 'feature'>, now: number) {
  const draft: IncidentDraft = publicDraft(report.feature, {
    id: `report-${report.id}`,
    receivedOn: report.receivedOn,
    now,
    verification: 'unverified',
  });
  const time = formatCentral(now);
  return featureAsOf(draft, { createdAt: time, updatedAt: time, revision: 0 }, Infinity);
}
