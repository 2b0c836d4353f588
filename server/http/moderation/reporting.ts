import { reportingRequest } from '../../domain/reporting.ts';
import type { Context } from '../context.ts';
import { type Endpoint, endpoint } from '../route.ts';
import type { ModeratorsOnly } from '../session.ts';
import { actorOf, readAct } from './acting.ts';

/** `PUT /api/moderation/reporting`: opens or pauses reports, with what the pages say meanwhile. */
export function pauseEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const { name, at } = actorOf(request, moderators, context, 'administrator');
    await context.reporting.set(await readAct(request, reportingRequest), name, at);
    response.status(204).end();
  });
}
