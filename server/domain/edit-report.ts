import { screenEdit } from '../../data/screening/screen.ts';
import type { EditRequest } from './desk-requests.ts';
import { lookedAt } from './desk-warnings.ts';
import type { FieldError } from './field-errors.ts';
import { notWaiting, type Unpublishable } from './moderation.ts';
import { parseReport } from './parse-report.ts';
import type { Actor, Outcome, ReportDesk } from './ports/report-desk.ts';
import type { ServedArea } from './served-area.ts';

/** Why an edit cannot be kept; errors point into the feature. */
export type Uneditable =
  | { readonly why: 'invalid'; readonly errors: readonly FieldError[] }
  | Extract<Unpublishable, { why: 'warnings' }>;

/** Changes what will be published of a report, once each warning of what the edit says was looked at. */
export async function editReport(
  id: string,
  { revision, feature, allow }: EditRequest,
  by: Actor,
  context: {
    readonly desk: Pick<ReportDesk, 'waiting' | 'byId' | 'edit'>;
    readonly area: ServedArea;
  },
): Promise<Outcome | Uneditable> {
  const { desk, area } = context;
  const parsed = parseReport(feature, { now: by.at, area });
  if (!parsed.ok) return { why: 'invalid', errors: parsed.errors };
  const report = await desk.waiting(id, by.at);
  if (!report) return notWaiting(id, desk);
  const found = screenEdit(report.feature, parsed.value);
  const { warnings, allowed } = lookedAt(found, allow);
  // What was changed or decided since is told before what would be wrong with it.
  if (warnings.length > 0 && report.status === 'pending' && report.revision === revision) {
    return { why: 'warnings', warnings };
  }
  return desk.edit({ id, revision }, parsed.value, allowed, by);
}
