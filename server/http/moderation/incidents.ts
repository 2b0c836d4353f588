import type { Request, Response } from 'express';
import { formatCentral } from '../../../data/time/central.ts';
import {
  actForReason,
  editIncident,
  editRequest,
  undoRequest,
  withdrawRequest,
} from '../../domain/edit-incident.ts';
import { MADE_BY } from '../../domain/history.ts';
import type { EditOutcome } from '../../domain/ports/incident-history.ts';
import type { Context } from '../context.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';
import { actorOf, readAct } from './acting.ts';
import { brokenFeature, unseenWarnings } from './unpublishable.ts';

/** `GET`, `PUT` and `DELETE /api/moderation/incidents/{id}`: what is on the map, as editors change it. */
export function incidentEndpoints(moderators: ModeratorsOnly, context: Context): Endpoints {
  const { history } = context;
  return {
    GET: endpoint(async (request, response) => {
      actorOf(request, moderators, context, 'editor');
      const revisions = await history.revisions(pathParameter(request, 'id'));
      const [latest] = revisions ?? [];
      if (!revisions || !latest) throw problemOf('not_found');
      sendJson(request, response, {
        feature: latest.draft,
        revision: latest.revision,
        revisions: revisions.map(({ kind, draft, at, ...revision }) => ({
          ...revision,
          at: formatCentral(at),
          by: MADE_BY[kind],
          feature: draft,
        })),
      });
    }),
    PUT: endpoint(async (request, response) => {
      const by = actorOf(request, moderators, context, 'editor');
      const body = await readAct(request, editRequest);
      const outcome = await editIncident(pathParameter(request, 'id'), body, by, context);
      if (outcome.why === 'invalid') throw brokenFeature('incident', outcome.errors);
      if (outcome.why === 'warnings') throw unseenWarnings(outcome.warnings);
      sendOutcome(request, response, outcome);
    }),
    DELETE: endpoint(async (request, response) => {
      const by = actorOf(request, moderators, context, 'editor');
      const act = await readAct(request, withdrawRequest);
      const seen = { id: pathParameter(request, 'id'), revision: act.revision };
      const outcome = await actForReason(seen, act, history, (reason) =>
        history.withdraw(seen, reason, by),
      );
      if (outcome.why === 'warnings') throw unseenWarnings(outcome.warnings);
      sendOutcome(request, response, outcome);
    }),
  };
}

/** `POST /api/moderation/incidents/{id}/undo`: brings back what stood before. */
export function undoIncidentEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const by = actorOf(request, moderators, context, 'editor');
    const act = await readAct(request, undoRequest);
    const seen = { id: pathParameter(request, 'id'), revision: act.revision };
    const { history } = context;
    const outcome = await actForReason(seen, act, history, (reason) =>
      history.undo(seen, reason, by),
    );
    if (outcome.why === 'warnings') throw unseenWarnings(outcome.warnings);
    sendOutcome(request, response, outcome);
  });
}

function sendOutcome(request: Request, response: Response, outcome: EditOutcome): void {
  if (outcome.why !== null) throw problemOf(outcome.why);
  sendJson(request, response, { revision: outcome.revision, isPublic: outcome.isPublic });
}

function problemOf(why: Exclude<EditOutcome['why'], null>): HttpProblem {
  switch (why) {
    case 'not_found':
      return new HttpProblem(404, 'No such incident is on the map.');
    case 'stale':
      return new HttpProblem(412, 'It has changed since you read it; read it again.');
    case 'nothing_before':
      return new HttpProblem(
        409,
        'Nothing that stood before is kept; withdraw it to take it off the map.',
      );
    case 'taken_back':
      return new HttpProblem(
        409,
        'A decision on a report was taken back here. Decide on that report anew, in the queue.',
      );
  }
}
