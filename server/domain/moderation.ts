import type { IncidentDraft } from '../../data/incident/schema.ts';
import type { Warning } from '../../data/screening/screen.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { type WithReports, withReports } from './desk-merge.ts';
import type { PublishRequest } from './desk-requests.ts';
import { warningsOf } from './desk-warnings.ts';
import { newIncidentId } from './incident-id.ts';
import type {
  Actor,
  DeskReport,
  Outcome,
  Publishing,
  Refusal,
  ReportDesk,
  Seen,
} from './ports/report-desk.ts';
import { publishableAt } from './publication-delay.ts';
import { publicDraft } from './publish.ts';
import { newId } from './secrets.ts';
import type { Surroundings } from './surroundings.ts';

interface Context {
  readonly desk: Pick<ReportDesk, 'waiting' | 'byId' | 'isTaken' | 'publish' | 'schedule'>;
  readonly surroundings: Surroundings;
}

/** Why a report cannot be published as it was asked. */
export type Unpublishable =
  | { readonly why: 'warnings'; readonly warnings: readonly Warning[] }
  | { readonly why: 'unknown_photo'; readonly index: number }
  /** An incident has no room for all that was merged into it. */
  | { readonly why: 'incident_full' };

/**
 * Publishes a pending report as an incident, or accepts it to be published once its delay is over.
 * @param by who decides; `at` is now.
 */
export async function publishReport(
  id: string,
  request: PublishRequest,
  by: Actor,
  context: Context,
): Promise<Outcome | Unpublishable> {
  const { desk } = context;
  const report = await desk.waiting(id, by.at);
  if (!report) return notWaiting(id, desk);
  const seen = { id, revision: request.revision };
  const unpublishable = whyUnpublishable(report, request, by.at);
  // What was changed or decided since is told before what would be wrong with it.
  if (unpublishable && report.status === 'pending' && report.revision === seen.revision) {
    return unpublishable;
  }
  return decide(seen, report, request, by, context);
}

/** Publishes a report that no moderator looks at, since the host has chosen so. */
export async function publishUnreviewed(id: string, context: Context): Promise<Outcome> {
  const by: Actor = {
    id: null,
    name: 'published without review',
    at: context.surroundings.now(),
  };
  const report = await context.desk.waiting(id, by.at);
  if (!report) return notWaiting(id, context.desk);
  const request = { verification: 'unverified', photos: [], allow: [] } as const;
  return decide({ id, revision: report.revision }, report, request, by, context);
}

type Choices = Pick<PublishRequest, 'verification'> & {
  readonly photos: readonly PublishRequest['photos'][number][];
  readonly allow: readonly string[];
};

async function decide(
  seen: Seen,
  report: DeskReport,
  choices: Choices,
  by: Actor,
  { desk, surroundings }: Context,
): Promise<Outcome> {
  const { verification, photos } = choices;
  const allowed = warningsOf(report)
    .map(({ pointer }) => pointer)
    .filter((pointer) => choices.allow.includes(pointer));
  const id = await freeIncidentId(report, { desk, surroundings });
  const { incident, told: merged } = draftOfReport(report, { id, now: by.at, verification });
  const publishing = { merged, ...withPhotos(incident, report, photos, surroundings) };
  const publishesAt = publishableAt(report.feature, by.at);
  return publishesAt > by.at
    ? desk.schedule(seen, publishing, allowed, publishesAt, by)
    : desk.publish(seen, publishing, allowed, by);
}

/** @returns the incident that a report becomes, with what the reports merged into it tell. */
export function draftOfReport(
  { feature, receivedOn, merged }: Pick<DeskReport, 'feature' | 'receivedOn' | 'merged'>,
  as: { readonly id: string; readonly now: number; readonly verification: VerificationId },
): WithReports {
  return withReports(publicDraft(feature, { ...as, receivedOn }), merged, [], as.now);
}

function whyUnpublishable(
  report: DeskReport,
  { verification, photos, allow }: PublishRequest,
  now: number,
): Unpublishable | null {
  const index = photos.findIndex(({ id }) => !report.photos.some((photo) => photo.id === id));
  if (index >= 0) return { why: 'unknown_photo', index };
  const warnings = warningsOf(report).filter(({ pointer }) => !allow.includes(pointer));
  if (warnings.length > 0) return { why: 'warnings', warnings };
  const { isWhole } = draftOfReport(report, { id: report.id, now, verification });
  return isWhole ? null : { why: 'incident_full' };
}

/** Photos get ids that lead from the incident to no report. */
function withPhotos(
  incident: IncidentDraft,
  report: DeskReport,
  chosen: Choices['photos'],
  surroundings: Surroundings,
): Pick<Publishing, 'incident' | 'photos'> {
  if (chosen.length === 0) return { incident, photos: [] };
  const shown = chosen.flatMap(({ id, alt }) => {
    const photo = report.photos.find((own) => own.id === id);
    return photo ? [{ ...photo, alt, publicId: newId(surroundings) }] : [];
  });
  const photos = shown.map(({ publicId: id, width, height, alt }) => ({ id, width, height, alt }));
  return {
    incident: { ...incident, properties: { ...incident.properties, photos } },
    photos: shown.map(({ id, publicId }) => ({ id, publicId })),
  };
}

async function freeIncidentId(
  { feature }: DeskReport,
  { desk, surroundings }: { desk: Pick<ReportDesk, 'isTaken'>; surroundings: Surroundings },
): Promise<string> {
  let id = newIncidentId(feature.properties, surroundings);
  while (await desk.isTaken(id)) id = newIncidentId(feature.properties, surroundings);
  return id;
}

/** @returns why a report that does not wait cannot be decided. */
export async function notWaiting(id: string, desk: Pick<ReportDesk, 'byId'>): Promise<Refusal> {
  return { why: (await desk.byId(id)) ? 'decided' : 'not_found' };
}

/**
 * Rejects many at once: each by itself, so that one that changed keeps none of the others.
 * @returns those that were rejected, each with its new revision, and why the others were not.
 */
export async function rejectReports(
  reports: readonly Seen[],
  message: string | null,
  by: Actor,
  desk: Pick<ReportDesk, 'reject'>,
): Promise<{ readonly done: Seen[]; readonly refused: { id: string; refusal: Refusal }[] }> {
  const done: Seen[] = [];
  const refused: { id: string; refusal: Refusal }[] = [];
  for (const report of reports) {
    const outcome = await desk.reject(report, message, by);
    if (outcome.why === null) done.push({ id: report.id, revision: outcome.revision });
    else refused.push({ id: report.id, refusal: outcome });
  }
  return { done, refused };
}
