import { screen, type Warning } from '../../data/screening/screen.ts';
import { centralDate, nextCentral, startOfCentral } from '../../data/time/central.ts';
import type { Parsed } from './field-errors.ts';
import type { IdempotencyKey } from './idempotency.ts';
import { publishUnreviewed } from './moderation.ts';
import { parseReport } from './parse-report.ts';
import type { ReportDesk } from './ports/report-desk.ts';
import type { ReportStatus, ReportStore } from './ports/report-store.ts';
import { hashToken, newId, newReportToken } from './secrets.ts';
import type { ServedArea } from './served-area.ts';
import type { Surroundings } from './surroundings.ts';

export interface Submission {
  /** The reporter's only key to the report; nobody can give it to them again. */
  readonly token: string;
  readonly receivedOn: string;
  /** `pending` where a moderator decides; else what PUBLISH=immediate has made of it. */
  readonly status: ReportStatus;
  /** What the reporter should look at once more; the report is taken all the same. */
  readonly warnings: readonly Warning[];
}

interface Context {
  readonly reports: Pick<ReportStore, 'add'>;
  readonly desk: Pick<ReportDesk, 'waiting' | 'byId' | 'isTaken' | 'publish' | 'schedule'>;
  readonly area: ServedArea;
  readonly surroundings: Surroundings;
  /** Whether a moderator decides before a report is public (the setting PUBLISH). */
  readonly publish: 'reviewed' | 'immediate';
}

/**
 * Takes a report in. When it resolves with `ok`, the report is on disk.
 * @param body any parsed JSON value.
 * @param key of the request, by which it may be sent again without being taken twice.
 */
export async function submitReport(
  body: unknown,
  context: Context,
  key: IdempotencyKey | null = null,
): Promise<Parsed<Submission>> {
  const { surroundings } = context;
  const now = surroundings.now();
  const parsed = parseReport(body, { now, area: context.area });
  if (!parsed.ok) return parsed;
  const feature = parsed.value;
  const token = newReportToken(surroundings);
  const id = newId(surroundings);
  const receivedOn = centralDate(now);
  const warnings = screen(feature);
  const report = {
    id,
    tokenHash: hashToken(token),
    receivedOn,
    feature,
    sameSince: dayBefore(now),
  };
  const answer = key && {
    keyHash: key.keyHash,
    bodyHash: key.bodyHash(body),
    sealed: key.seal(JSON.stringify({ token, receivedOn, warnings })),
    // To the end of tomorrow: a day at least, and an hour would say when the report came.
    expiresOn: centralDate(nextCentral('day', now)),
  };
  const { sameAs } = await context.reports.add(report, answer ?? undefined);
  // What may put people in danger is looked at by somebody, whatever the host has chosen.
  const isUnread = context.publish === 'immediate' && sameAs === null && warnings.length === 0;
  const status = isUnread ? await publishAtOnce(id, context) : 'pending';
  return { ok: true, value: { token, receivedOn, status, warnings } };
}

/**
 * @returns what was answered when the same body came under this key; `other` where another did;
 *   null where none did, or over a day ago.
 */
export async function repeatedSubmission(
  body: unknown,
  key: IdempotencyKey,
  {
    reports,
    surroundings,
  }: Pick<Context, 'surroundings'> & {
    readonly reports: Pick<ReportStore, 'answered' | 'byToken'>;
  },
): Promise<Submission | 'other' | null> {
  const answered = await reports.answered(key.keyHash, centralDate(surroundings.now()));
  if (!answered) return null;
  if (answered.bodyHash !== key.bodyHash(body)) return 'other';
  const { token, receivedOn, warnings } = JSON.parse(key.open(answered.sealed));
  const report = await reports.byToken(hashToken(token));
  return { token, receivedOn, warnings, status: report?.status ?? 'pending' };
}

function dayBefore(now: number): string {
  return centralDate(startOfCentral('day', now) - 1);
}

async function publishAtOnce(id: string, context: Context): Promise<ReportStatus> {
  const outcome = await publishUnreviewed(id, context);
  return outcome.why === null ? outcome.status : 'pending';
}
