import { reportOf, withdrawReport } from '../domain/reporter.ts';
import { submitReport } from '../domain/submit.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { GEOJSON, HTML, JSON_TYPE, type Links } from './links.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoint, endpoint, pathParameter } from './route.ts';
import { sendJson } from './send.ts';

/** `POST …/items`: takes a report in. 202 once it is on disk; `Location` is the reporter's private address. */
export function submitEndpoint(context: Context, links: Links): Endpoint {
  return endpoint(async (request, response) => {
    const body = await readJson(request, [GEOJSON, JSON_TYPE]);
    const submitted = await submitReport(body, context);
    if (!submitted.ok) {
      throw new HttpProblem(422, 'The report breaks a rule; see errors.', submitted.errors);
    }
    const { token, receivedOn, incidentId } = submitted.value;
    const href = links.to(`/api/reports/${token}`);
    response.status(202);
    response.setHeader('Location', href);
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, {
      status: incidentId === null ? 'pending' : 'published',
      receivedOn,
      links: [
        { rel: 'self', type: JSON_TYPE, href },
        { rel: 'alternate', type: HTML, href: `${links.to('/')}#report/${token}` },
      ],
    });
  });
}

/** `GET /api/reports/{token}`: the reporter's own view of it. */
export function reportEndpoint(context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const report = await reportOf(pathParameter(request, 'token'), context.reports);
    if (!report) throw unknownReport();
    const { status, receivedOn, message, incidentId, feature } = report;
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, { status, receivedOn, message, incidentId, feature });
  });
}

/** `DELETE /api/reports/{token}`: takes back what is not decided yet, and erases it. */
export function withdrawEndpoint(context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const token = pathParameter(request, 'token');
    if (!(await withdrawReport(token, context.reports))) {
      const report = await reportOf(token, context.reports);
      if (!report || report.status === 'withdrawn') throw unknownReport();
      const detail = 'It was decided before: only a pending report can be withdrawn.';
      throw new HttpProblem(409, detail);
    }
    response.status(204).end();
  });
}

function unknownReport(): HttpProblem {
  return new HttpProblem(404, 'No report is known by this address.');
}
