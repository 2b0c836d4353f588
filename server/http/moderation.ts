import type { Express } from 'express';
import type { z } from 'zod';
import { parseWith } from '../domain/field-errors.ts';
import {
  moderationQueue,
  publishReport,
  publishRequest,
  rejectReport,
  rejectRequest,
} from '../domain/moderation.ts';
import type { DecideOutcome } from '../domain/ports/report-store.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { JSON_TYPE } from './links.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoint, endpoint, pathParameter, serve } from './route.ts';
import { sendJson } from './send.ts';
import { ModeratorsOnly, sessionEndpoints } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';

const PATH = '/api/moderation';

/**
 * Everything under `/api/moderation`. Without a session every path but the session's own answers
 * 401, whether it exists or not.
 */
export function serveModeration(app: Express, cookie: SessionCookie, context: Context): void {
  app.use(PATH, cookie.strictGuard, (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  serve(app, `${PATH}/session`, sessionEndpoints(cookie, context));
  const moderators = new ModeratorsOnly(cookie, context);
  app.use(PATH, moderators.guard);
  serve(app, `${PATH}/queue`, { GET: queueEndpoint(context) });
  serve(app, `${PATH}/reports/:id/publish`, { POST: publishEndpoint(moderators, context) });
  serve(app, `${PATH}/reports/:id/reject`, { POST: rejectEndpoint(moderators, context) });
}

function queueEndpoint({ reports, surroundings }: Context): Endpoint {
  return endpoint(async (request, response) => {
    sendJson(request, response, await moderationQueue(reports, surroundings.now()));
  });
}

function publishEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const { name } = moderators.of(request);
    const { revision } = parsed(publishRequest, await readJson(request, [JSON_TYPE]));
    const id = pathParameter(request, 'id');
    const published = await publishReport({ id, revision, by: name }, context);
    if (published.outcome !== 'done') throw undecided(published.outcome);
    sendJson(request, response, { incidentId: published.incidentId });
  });
}

function rejectEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const { name } = moderators.of(request);
    const { revision, message } = parsed(rejectRequest, await readJson(request, [JSON_TYPE]));
    const id = pathParameter(request, 'id');
    const outcome = await rejectReport({ id, revision, message, by: name }, context);
    if (outcome !== 'done') throw undecided(outcome);
    response.status(204).end();
  });
}

function parsed<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = parseWith(schema, body);
  if (result.ok) return result.value;
  throw new HttpProblem(422, 'The decision breaks a rule; see errors.', result.errors);
}

function undecided(outcome: Exclude<DecideOutcome, 'done'>): HttpProblem {
  switch (outcome) {
    case 'not_found':
      return new HttpProblem(404, 'No such report.');
    case 'not_pending':
      return new HttpProblem(409, 'Another moderator decided it, or the reporter withdrew it.');
    case 'stale':
      return new HttpProblem(412, 'It has changed since you read it; read it again.');
  }
}
