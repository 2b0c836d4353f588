import { join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

/** Files whose name holds a hash of their content, so that they never change. */
const ASSETS = '/assets';
const YEAR_MS = 365 * 24 * 3_600_000;

const PAGES = new Map([
  ['/', 'index.html'],
  ['/moderation', 'moderation.html'],
]);

const NOT_FOUND = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Not found · Minneapolis Incident Map</title></head>
<body><h1>There is no page here</h1><p><a href="/">Open the map</a></p></body>
</html>
`;

/** Serves the built client: its pages by name, its hashed files for ever, nothing else. */
export function servePages(app: Express, folder: string): void {
  const options = { dotfiles: 'ignore', index: false, redirect: false } as const;
  app.use(ASSETS, onlyReads);
  app.use(
    ASSETS,
    express.static(join(folder, ASSETS), { ...options, immutable: true, maxAge: YEAR_MS }),
  );
  for (const [path, file] of PAGES) {
    app.all(path, onlyReads, (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-cache');
      response.sendFile(file, { root: folder, cacheControl: false }, (error) => {
        if (error) next(error);
      });
    });
  }
}

/** Answers for every path that nothing else has: people get a page. */
export const notFoundPage: RequestHandler = (request, response) => {
  response.status(404).setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.end(request.method === 'HEAD' ? undefined : NOT_FOUND);
};

const onlyReads: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const headers = { Allow: 'GET, HEAD' };
  next(new HttpProblem(405, 'A page is read with GET or HEAD.', [], headers));
};
