import { formatCentral } from '../../../data/time/central.ts';
import type { Context } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';

/** `GET /api/moderation/sessions`: one's own. */
export function sessionsEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const { id, sessionId } = moderators.of(request);
    const sessions = await context.moderators.sessionsOf(id, context.surroundings.now());
    sendJson(
      request,
      response,
      sessions.map(({ expiresAt, ...session }) => ({
        ...session,
        expiresAt: formatCentral(expiresAt),
        current: session.id === sessionId,
      })),
    );
  });
}

/** `DELETE /api/moderation/sessions/{id}`: ends one of one's own. */
export function endSessionEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const now = context.surroundings.now();
    if (!(await context.moderators.endOwnSession(moderators.of(request), id, now))) {
      throw new HttpProblem(404, 'You have no such session.');
    }
    response.status(204).end();
  });
}
