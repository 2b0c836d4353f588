import type { RequestListener } from 'node:http';
import compression from 'compression';
import express, { type Express } from 'express';
import { AnswerCache } from './answer-cache.ts';
import type { Context } from './context.ts';
import { downloadEndpoint, FORMATS } from './download.ts';
import { healthEndpoint, readyEndpoint } from './health.ts';
import { itemEndpoint } from './item.ts';
import { ITEMS_PATH, itemsEndpoint } from './items.ts';
import {
  collectionEndpoint,
  collectionsEndpoint,
  conformanceEndpoint,
  landingEndpoint,
} from './landing.ts';
import { Links } from './links.ts';
import { serveModeration } from './moderation.ts';
import { docsEndpoint, openApiEndpoint, schemaEndpoint } from './openapi/endpoints.ts';
import { notFoundPage, servePages } from './pages.ts';
import { HttpProblem, problemHandler } from './problem.ts';
import { reportLimit } from './report-limit.ts';
import { reportEndpoint, submitEndpoint, withdrawEndpoint } from './reports.ts';
import { serve } from './route.ts';
import { readableFromAnywhere, securityHeaders } from './security.ts';
import { SessionCookie } from './session-cookie.ts';
import { viewEndpoint } from './view.ts';

/** Answers every request: what was answered before and still holds at once, the rest by its route. */
export function createApp(context: Context): RequestListener {
  const answers = new AnswerCache(() => context.views.revision);
  return answers.before(createRoutes(context, answers));
}

/** Puts the routes together, in the order in which they are asked. */
export function createRoutes(context: Context, answers: AnswerCache): Express {
  const { incidents, views, publicUrl } = context;
  const links = new Links(publicUrl);
  const cookie = new SessionCookie(publicUrl);
  const app = express();
  app.disable('x-powered-by').disable('etag').enable('case sensitive routing');
  app.set('query parser', false);

  app.use(securityHeaders(publicUrl, context.basemapStyleUrl), compression());
  serve(app, '/healthz', { GET: healthEndpoint });
  serve(app, '/readyz', { GET: readyEndpoint(context.isReady) });

  app.use(cookie.guard);
  serveModeration(app, cookie, context);
  serve(app, '/api/reports/:token', {
    GET: reportEndpoint(context),
    DELETE: withdrawEndpoint(context),
  });

  app.use('/api', readableFromAnywhere);
  serve(app, '/api', { GET: landingEndpoint(links) });
  serve(app, '/api/openapi.json', { GET: openApiEndpoint(publicUrl) });
  serve(app, '/api/docs', { GET: docsEndpoint() });
  serve(app, '/api/conformance', { GET: conformanceEndpoint });
  serve(app, '/api/collections', { GET: collectionsEndpoint(incidents, links) });
  serve(app, '/api/collections/incidents', { GET: collectionEndpoint(incidents, links) });
  serve(app, '/api/collections/incidents/schema', { GET: schemaEndpoint() });
  app.use(ITEMS_PATH, reportLimit(context.reportsPerHour));
  serve(app, ITEMS_PATH, {
    GET: itemsEndpoint(incidents, links),
    POST: submitEndpoint(context, links),
  });
  serve(app, `${ITEMS_PATH}/:id`, { GET: itemEndpoint(incidents, links) });
  serve(app, '/api/view', { GET: viewEndpoint(incidents, views, context.isReady, answers) });
  for (const format of FORMATS) {
    serve(app, `/api/incidents.${format.extension}`, { GET: downloadEndpoint(incidents, format) });
  }
  app.use('/api', () => {
    throw new HttpProblem(404, 'There is nothing at this address; /api lists what there is.');
  });

  servePages(app, context);
  app.use(notFoundPage);
  app.use(problemHandler(context.log));
  return app;
}
