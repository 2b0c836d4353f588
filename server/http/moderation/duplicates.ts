import { duplicatesOf } from '../../domain/desk-queue.ts';
import type { Context } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';

/** `GET /api/moderation/reports/{id}/duplicates`: what likely tells of the same event, and why. */
export function duplicatesEndpoint({ desk, surroundings }: Context): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const candidates = await duplicatesOf(id, desk, surroundings.now());
    if (candidates === null) throw new HttpProblem(404, 'No such report.');
    sendJson(request, response, { candidates });
  });
}
