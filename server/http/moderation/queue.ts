import { moderationQueue } from '../../domain/desk-queue.ts';
import type { ReportPhoto } from '../../domain/ports/photo-store.ts';
import type { Context } from '../context.ts';
import { sendJpeg } from '../photos.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';

const REPORTS = '/api/moderation/reports';

/** `GET /api/moderation/queue`: what waits, oldest first, with all that a moderator decides by. */
export function queueEndpoint(
  moderators: ModeratorsOnly,
  { desk, surroundings }: Context,
): Endpoint {
  return endpoint(async (request, response) => {
    const queue = await moderationQueue(desk, moderators.of(request), surroundings.now());
    const reports = queue.reports.map((report) => ({
      ...report,
      photos: report.photos.map((photo) => withAddress(report.id, photo)),
    }));
    sendJson(request, response, { ...queue, reports });
  });
}

function withAddress(id: string, photo: ReportPhoto) {
  return { ...photo, href: `${REPORTS}/${id}/photos/${photo.id}` };
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
