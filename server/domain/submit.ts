import type { ReportFeature } from '../../data/incident/schema.ts';
import { centralDate } from '../../data/time/central.ts';
import type { Parsed } from './field-errors.ts';
import { publishReport } from './moderation.ts';
import { parseReport } from './parse-report.ts';
import type { IncidentStore } from './ports/incident-store.ts';
import type { ReportStore } from './ports/report-store.ts';
import { hashToken, newId, newToken } from './secrets.ts';
import type { ServedArea } from './served-area.ts';
import type { Surroundings } from './surroundings.ts';

export interface Submission {
  /** The reporter's only key to the report; nobody can give it to them again. */
  readonly token: string;
  readonly receivedOn: string;
  readonly report: ReportFeature;
  /** Id of the incident that it became; null while it waits for a moderator. */
  readonly incidentId: string | null;
}

interface Context {
  readonly reports: ReportStore;
  readonly incidents: Pick<IncidentStore, 'item'>;
  readonly area: ServedArea;
  readonly surroundings: Surroundings;
  /** Whether a moderator decides before a report is public (the setting PUBLISH). */
  readonly publish: 'reviewed' | 'immediate';
}

/**
 * Takes a report in. When it resolves with `ok`, the report is on disk.
 * @param body any parsed JSON value.
 */
export async function submitReport(body: unknown, context: Context): Promise<Parsed<Submission>> {
  const { reports, area, surroundings } = context;
  const now = surroundings.now();
  const parsed = parseReport(body, { now, area });
  if (!parsed.ok) return parsed;
  const report = parsed.value;
  const token = newToken(surroundings);
  const id = newId(surroundings);
  const receivedOn = centralDate(now);
  await reports.add({ id, tokenHash: hashToken(token), receivedOn, feature: report });
  const incidentId = context.publish === 'immediate' ? await publishAtOnce(id, context) : null;
  return { ok: true, value: { token, receivedOn, report, incidentId } };
}

async function publishAtOnce(id: string, context: Context): Promise<string | null> {
  const stored = await context.reports.byId(id);
  if (!stored) return null;
  const decision = { id, revision: stored.revision, by: 'published without review' };
  const result = await publishReport(decision, context);
  return result.outcome === 'done' ? result.incidentId : null;
}
