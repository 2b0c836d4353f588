import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import { AnswerCache } from './answer-cache.ts';
import { atomEndpoint } from './atom.ts';
import { CHANGES_PATH, changesEndpoint, FEED_PATH } from './changes.ts';
import { compressed } from './compress.ts';
import type { Context } from './context.ts';
import { downloadEndpoint, FORMATS } from './download.ts';
import {
  FOLLOWING_PATH,
  followerEndpoints,
  followingEndpoints,
  stopEndpoint,
} from './following.ts';
import { healthEndpoint, readyEndpoint } from './health.ts';
import { historyEndpoint } from './history.ts';
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
import { notFoundPage } from './not-found-page.ts';
import { docsEndpoint, openApiEndpoint, schemaEndpoint } from './openapi/endpoints.ts';
import { servePages } from './pages.ts';
import { addPhotoEndpoint, ownPhotoEndpoints, publishedPhotoEndpoint } from './photos.ts';
import { HttpProblem, problemHandler } from './problem.ts';
import { ProofOfWork } from './proof-of-work.ts';
import { changeLimit, followLimit, mailLimit, reportLimit } from './report-limit.ts';
import { reportingEndpoint } from './reporting.ts';
import { answersEndpoint, reportEndpoints } from './reports.ts';
import { serve } from './route.ts';
import { readableFromAnywhere, securityHeaders } from './security.ts';
import { SessionCookie } from './session-cookie.ts';
import { submitEndpoint } from './submit.ts';
import { viewEndpoint } from './view.ts';
import { viewKnownEndpoint } from './view-known.ts';
import { viewRowsEndpoint } from './view-rows.ts';

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
  app.set('trust proxy', context.trustedProxies ?? false);

  app.use(securityHeaders(publicUrl, context.basemapStyleUrl), compressed());
  serve(app, '/healthz', { GET: healthEndpoint });
  serve(app, '/readyz', { GET: readyEndpoint(context.isReady) });

  app.use(cookie.guard);
  serveModeration(app, cookie, context);
  app.use('/api/reports', changeLimit(context.reportsPerHour));
  serve(app, '/api/reports/:token', reportEndpoints(context, links));
  serve(app, '/api/reports/:token/answers', { POST: answersEndpoint(context) });
  serve(app, '/api/reports/:token/photos', { POST: addPhotoEndpoint(context, links) });
  serve(app, '/api/reports/:token/photos/:id', ownPhotoEndpoints(context));
  app.use(FOLLOWING_PATH, followLimit(context.reportsPerHour));
  serve(app, FOLLOWING_PATH, followingEndpoints(context, mailLimit(context.reportsPerHour)));
  serve(app, `${FOLLOWING_PATH}/:token`, followerEndpoints(context));
  serve(app, `${FOLLOWING_PATH}/:token/stop`, { POST: stopEndpoint(context) });

  app.use('/api', readableFromAnywhere);
  serve(app, '/api', { GET: landingEndpoint(links) });
  serve(app, '/api/openapi.json', { GET: openApiEndpoint(publicUrl) });
  serve(app, '/api/docs', { GET: docsEndpoint() });
  serve(app, '/api/conformance', { GET: conformanceEndpoint });
  serve(app, '/api/collections', { GET: collectionsEndpoint(incidents, links) });
  serve(app, '/api/collections/incidents', { GET: collectionEndpoint(incidents, links) });
  serve(app, '/api/collections/incidents/schema', { GET: schemaEndpoint() });
  app.use(ITEMS_PATH, reportLimit(context.reportsPerHour));
  const work = new ProofOfWork(context.reportsPerHour, context.surroundings.now);
  serve(app, ITEMS_PATH, {
    GET: itemsEndpoint(context, links),
    POST: submitEndpoint(context, links, work),
  });
  serve(app, '/api/reporting', { GET: reportingEndpoint(context, work) });
  serve(app, '/api/photos/:id', { GET: publishedPhotoEndpoint(context) });
  serve(app, `${ITEMS_PATH}/:id`, { GET: itemEndpoint(incidents, links) });
  serve(app, `${ITEMS_PATH}/:id/history`, {
    GET: historyEndpoint(incidents, context.history, links),
  });
  serve(app, CHANGES_PATH, { GET: changesEndpoint(incidents, context.history, links) });
  serve(app, FEED_PATH, {
    GET: atomEndpoint(incidents, context.history, links, context.surroundings.now),
  });
  serve(app, '/api/view', { GET: viewEndpoint(incidents, views, context.isReady, answers) });
  serve(app, '/api/view/rows', {
    GET: viewRowsEndpoint(incidents, views, context.isReady, answers),
  });
  serve(app, '/api/view/known', { GET: viewKnownEndpoint(incidents, views, answers) });
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
