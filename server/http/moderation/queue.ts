import { moderationQueue, type QueuedReport, queuedReport } from '../../domain/desk-queue.ts';
import type { ReportPhoto } from '../../domain/ports/photo-store.ts';
import type { Context } from '../context.ts';
import { ParameterReader, parseCount, refuse } from '../parameters.ts';
import { sendJpeg } from '../photos.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';

const REPORTS = '/api/moderation/reports';

/**
 * `GET /api/moderation/queue`: what waits, oldest first, with all that a moderator decides by;
 * `cursor` is the `next` of the page before.
 */
export function queueEndpoint(
  moderators: ModeratorsOnly,
  { desk, surroundings }: Context,
): Endpoint {
  return {
    parameters: ['cursor'],
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const after = reader.value(
        'cursor',
        0,
        (text) => parseCount(text, 1, Number.MAX_SAFE_INTEGER - 1),
        'Expected the next of another page.',
      );
      refuse(reader.errors);
      const moderator = moderators.of(request);
      const queue = await moderationQueue(desk, moderator, surroundings.now(), after);
      sendJson(request, response, { ...queue, reports: queue.reports.map(withPhotoAddresses) });
    },
  };
}

/** `GET /api/moderation/reports/{id}`: one of them. */
export function queuedReportEndpoint(
  moderators: ModeratorsOnly,
  { desk, surroundings }: Context,
): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const report = await queuedReport(id, desk, moderators.of(request), surroundings.now());
    if (report === null) throw new HttpProblem(404, 'No such report waits.');
    sendJson(request, response, withPhotoAddresses(report));
  });
}

function withPhotoAddresses(report: QueuedReport) {
  const addressed = (photo: ReportPhoto) => ({
    ...photo,
    href: `${REPORTS}/${report.id}/photos/${photo.id}`,
  });
  return { ...report, photos: report.photos.map(addressed) };
}

/** `GET /api/moderation/reports/{id}/photos/{photo}`: a photo that is not public. */
export function reportPhotoEndpoint({ photos }: Context): Endpoint {
  return endpoint(async (request, response) => {
    const jpeg = await photos.ofReport(
      pathParameter(request, 'id'),
      pathParameter(request, 'photo'),
    );
    if (jpeg === null) throw new HttpProblem(404, 'No such photo of this report.');
    sendJpeg(response, jpeg);
  });
}
