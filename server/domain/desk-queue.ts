import { setImmediate as nextTurn } from 'node:timers/promises';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { featureAsOf } from '../../data/incident/versions.ts';
import type { Warning } from '../../data/screening/screen.ts';
import { formatCentral } from '../../data/time/central.ts';
import { warningsOf } from './desk-warnings.ts';
import { type Duplicate, likelyDuplicates, neighborhoodOf } from './duplicates/duplicates.ts';
import { tellingOf } from './duplicates/telling.ts';
import { draftOfReport } from './moderation.ts';
import type { DeskReport, ReportDesk } from './ports/report-desk.ts';
import { publishableAt } from './publication-delay.ts';

const QUEUE_LENGTH = 250;
/** Screening takes a while: after so much of it whoever looks at the map gets their turn. */
const TURN_MS = 8;

export interface QueuedReport
  extends Pick<
    DeskReport,
    | 'id'
    | 'revision'
    | 'status'
    | 'receivedOn'
    | 'feature'
    | 'original'
    | 'copies'
    | 'merged'
    | 'photos'
    | 'thread'
    | 'notes'
  > {
  /** As it would be published: at its stated precision, with ids, and what was merged into it. */
  readonly preview: IncidentFeature;
  readonly warnings: readonly Warning[];
  /** A moderator's name; null where nobody holds it. */
  readonly claimedBy: string | null;
  readonly claimedByYou: boolean;
  /** Until when it is held unless its holder acts on it again. RFC 3339; null where nobody does. */
  readonly claimedUntil: string | null;
  /** When it would be, or will be, public; null where it is at once. RFC 3339. */
  readonly publishesAt: string | null;
}

/** A page of what waits, oldest first. */
export interface QueuePage {
  readonly reports: QueuedReport[];
  /** How many wait in all. */
  readonly total: number;
  /** How many of them came before the first of these. */
  readonly before: number;
  /** The arrival after which to go on; null where none is left. */
  readonly next: number | null;
}

/** @param after the arrival after which to begin; 0: the oldest. @returns 250 reports at most. */
export async function moderationQueue(
  desk: Pick<ReportDesk, 'queue' | 'queueLength'>,
  moderator: { readonly id: number },
  now: number,
  after = 0,
): Promise<QueuePage> {
  const [waiting, { total, before }] = await Promise.all([
    desk.queue(QUEUE_LENGTH, now, after),
    desk.queueLength(after),
  ]);
  const reports: QueuedReport[] = [];
  let turnBegan = performance.now();
  for (const report of waiting) {
    reports.push(queued(report, moderator.id, now));
    if (performance.now() - turnBegan < TURN_MS) continue;
    await nextTurn();
    turnBegan = performance.now();
  }
  const isMore = waiting.length === QUEUE_LENGTH && total > before + QUEUE_LENGTH;
  return { reports, total, before, next: isMore ? (waiting.at(-1)?.arrival ?? null) : null };
}

/** @returns one that waits, as the queue shows it; null where none does. */
export async function queuedReport(
  id: string,
  desk: Pick<ReportDesk, 'waiting'>,
  moderator: { readonly id: number },
  now: number,
): Promise<QueuedReport | null> {
  const report = await desk.waiting(id, now);
  return report && queued(report, moderator.id, now);
}

function queued(report: DeskReport, moderator: number, now: number): QueuedReport {
  const { id, revision, status, receivedOn, feature, original, copies, claim } = report;
  const { merged, photos, thread, notes } = report;
  return {
    id,
    revision,
    status,
    receivedOn,
    feature,
    original,
    copies,
    merged,
    preview: preview(report, now),
    warnings: warningsOf(report),
    photos,
    thread,
    notes,
    claimedBy: claim?.name ?? null,
    claimedByYou: claim?.id === moderator,
    claimedUntil: claim ? formatCentral(claim.until) : null,
    publishesAt: publicFrom(report, now),
  };
}

function publicFrom({ publishesAt, feature }: DeskReport, now: number): string | null {
  const at = publishesAt ?? publishableAt(feature, now);
  return at > now || publishesAt !== null ? formatCentral(at) : null;
}

function preview(report: DeskReport, now: number): IncidentFeature {
  const { incident } = draftOfReport(report, {
    id: `report-${report.id}`,
    now,
    verification: 'unverified',
  });
  const time = formatCentral(now);
  return featureAsOf(incident, { createdAt: time, updatedAt: time, revision: 0 }, Infinity);
}

/**
 * @returns what likely tells of the same event, best first; nothing for a report that was decided
 *   meanwhile, null where there is no such report.
 */
export async function duplicatesOf(
  id: string,
  desk: Pick<ReportDesk, 'byId' | 'waiting' | 'neighbors'>,
  now: number,
): Promise<Duplicate[] | null> {
  const report = await desk.waiting(id, now);
  if (!report) return (await desk.byId(id)) ? [] : null;
  const telling = tellingOf(report.feature);
  return likelyDuplicates(telling, await desk.neighbors(id, neighborhoodOf(telling)));
}
