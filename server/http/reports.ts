import type { Request, Response } from 'express';
import { parseWith } from '../domain/field-errors.ts';
import type { ReporterOutcome } from '../domain/ports/report-store.ts';
import {
  answerReport,
  answerRequest,
  correctReport,
  isKnown,
  reporterView,
  withdrawReport,
} from '../domain/reporter.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { GEOJSON, JSON_TYPE, type Links } from './links.ts';
import { HttpProblem, type ProblemCode } from './problem.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from './route.ts';
import { sendJson } from './send.ts';

/** `/api/reports/{token}`: the reporter's own view of a report; PUT corrects it, DELETE takes it back. */
export function reportEndpoints(context: Context, links: Links): Endpoints {
  return {
    GET: endpoint((request, response) => sendReport(request, response, context, links)),
    PUT: endpoint(async (request, response) => {
      const token = pathParameter(request, 'token');
      if (!(await isKnown(token, context))) throw unknownReport();
      const revision = expectedRevision(request);
      const body = await readJson(request, [GEOJSON, JSON_TYPE]);
      const now = context.surroundings.now();
      const corrected = await correctReport(token, body, revision, { ...context, now });
      if (!corrected.ok) {
        throw new HttpProblem(422, 'The report breaks a rule; see errors.', corrected.errors);
      }
      refuse(corrected.value);
      await sendReport(request, response, context, links);
    }),
    DELETE: endpoint(async (request, response) => {
      const now = context.surroundings.now();
      const { reports } = context;
      const outcome = await withdrawReport(pathParameter(request, 'token'), { reports, now });
      if (outcome === 'decided') {
        const detail = 'It was published: ask the moderators of this map to take it back.';
        throw coded(409, detail, 'decided');
      }
      refuse(outcome);
      response.status(204).end();
    }),
  };
}

/** `POST /api/reports/{token}/answers`: what the reporter tells the moderators. */
export function answersEndpoint({ reports, surroundings }: Context): Endpoint {
  return endpoint(async (request, response) => {
    const token = pathParameter(request, 'token');
    if (!(await isKnown(token, { reports }))) throw unknownReport();
    const parsed = parseWith(answerRequest, await readJson(request, [JSON_TYPE]));
    if (!parsed.ok) throw new HttpProblem(422, 'The answer breaks a rule.', parsed.errors);
    const { text } = parsed.value;
    refuse(await answerReport(token, text, { reports, now: surroundings.now() }));
    response.status(204).end();
  });
}

/** @throws HttpProblem for every outcome but `done`. */
export function refuse(outcome: ReporterOutcome): void {
  switch (outcome) {
    case 'done':
      return;
    case 'unknown':
      throw unknownReport();
    case 'decided':
      throw coded(409, 'It was decided on: only a pending report can be changed.', 'decided');
    case 'stale':
      throw new HttpProblem(412, 'It has changed since you read it; read it again.');
    case 'full':
      throw coded(409, 'The report holds no more of these.', 'full');
  }
}

export function coded(status: number, detail: string, code: ProblemCode): HttpProblem {
  return new HttpProblem(status, detail, [], {}, { code });
}

/** The same for tokens that never were, and for reports that were withdrawn or erased. */
export function unknownReport(): HttpProblem {
  return new HttpProblem(404, 'No report is known by this address.');
}

async function sendReport(
  request: Request,
  response: Response,
  context: Context,
  links: Links,
): Promise<void> {
  const token = pathParameter(request, 'token');
  const report = await reporterView(token, context);
  if (!report) throw unknownReport();
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('ETag', `"${report.revision}"`);
  sendJson(request, response, {
    status: report.status,
    receivedOn: report.receivedOn,
    revision: report.revision,
    message: report.message,
    incidentId: report.incidentId,
    publishesOn: report.publishesOn,
    takenOff: report.takenOff,
    feature: report.feature,
    warnings: report.warnings,
    thread: report.thread,
    photos: report.photos.map((photo) => ({
      ...photo,
      href: links.to(`/api/reports/${token}/photos/${photo.id}`),
    })),
  });
}

/** @returns the revision in `If-Match` (RFC 9110 §13.1.1); null where any will do. */
function expectedRevision(request: Request): number | null {
  const header = request.headers['if-match']?.trim();
  if (header === undefined || header === '*') return null;
  const revision = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (revision !== undefined) return Number(revision);
  throw new HttpProblem(400, 'If-Match: expected the revision that you read, such as "3".');
}
