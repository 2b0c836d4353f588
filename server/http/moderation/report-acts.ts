import type { z } from 'zod';
import { claimReport, mergeReport } from '../../domain/desk-acts.ts';
import * as asked from '../../domain/desk-requests.ts';
import { editReport } from '../../domain/edit-report.ts';
import { publishReport, rejectReports } from '../../domain/moderation.ts';
import type { Actor, Outcome } from '../../domain/ports/report-desk.ts';
import type { Role } from '../../domain/roles.ts';
import type { Context } from '../context.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';
import { actorOf, readAct, refusalWords, sendOutcome } from './acting.ts';
import { checkEdit, checkMerge, checkPublication } from './unpublishable.ts';

type Act<Body> = (id: string, body: Body, by: Actor) => Promise<Outcome>;

/**
 * The acts on a report, each `POST /api/moderation/reports/{id}/{name}`: reads what is asked, does
 * it, and answers what came of it.
 */
export function reportActs(
  moderators: ModeratorsOnly,
  context: Context,
): Readonly<Record<string, Endpoint>> {
  const { desk } = context;
  function act<Body>(needed: Role, schema: z.ZodType<Body>, perform: Act<Body>): Endpoint {
    return endpoint(async (request, response) => {
      const by = actorOf(request, moderators, context, needed);
      const body = await readAct(request, schema);
      sendOutcome(request, response, await perform(pathParameter(request, 'id'), body, by));
    });
  }
  return {
    claim: act('moderator', asked.claimRequest, (id, { revision }, by) =>
      claimReport({ id, revision }, by, desk),
    ),
    release: act('moderator', asked.releaseRequest, (id, _body, by) => desk.release(id, by)),
    notes: act('moderator', asked.noteRequest, (id, { text }, by) => desk.note(id, text, by)),
    ask: act('moderator', asked.askRequest, (id, { revision, text }, by) =>
      desk.ask({ id, revision }, text, by),
    ),
    publish: act('moderator', asked.publishRequest, async (id, body, by) =>
      checkPublication(await publishReport(id, body, by, context)),
    ),
    reject: act('moderator', asked.rejectRequest, (id, { revision, message }, by) =>
      desk.reject({ id, revision }, message, by),
    ),
    merge: act('editor', asked.mergeRequest, async (id, body, by) =>
      checkMerge(await mergeReport(id, body, by, context)),
    ),
    'merge-report': act(
      'moderator',
      asked.mergeReportRequest,
      (id, { revision, into, intoRevision }, by) =>
        desk.mergeInto({ id, revision }, { id: into, revision: intoRevision }, by),
    ),
    undo: undoEndpoint(moderators, context),
  };
}

/** Whoever may not merge may not take a merge back: it changes an incident that is on the map. */
function undoEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const report = await context.desk.byId(id);
    const needed = report?.status === 'merged' ? 'editor' : 'moderator';
    const by = actorOf(request, moderators, context, needed);
    const { revision } = await readAct(request, asked.undoRequest);
    sendOutcome(request, response, await context.desk.undo({ id, revision }, by));
  });
}

/** `PUT /api/moderation/reports/{id}`: changes what will be published. */
export function reportEndpoints(moderators: ModeratorsOnly, context: Context): Endpoints {
  return {
    PUT: endpoint(async (request, response) => {
      const by = actorOf(request, moderators, context, 'editor');
      const body = await readAct(request, asked.editRequest);
      const result = await editReport(pathParameter(request, 'id'), body, by, context);
      sendOutcome(request, response, checkEdit(result));
    }),
  };
}

/** `POST /api/moderation/reject`: many at once, each by itself. */
export function rejectManyEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const by = actorOf(request, moderators, context, 'moderator');
    const { reports, message } = await readAct(request, asked.rejectManyRequest);
    const { done, refused } = await rejectReports(reports, message, by, context.desk);
    sendJson(request, response, {
      done,
      refused: refused.map(({ id, refusal }) => ({ id, why: refusalWords(refusal) })),
    });
  });
}
