import { extname, join } from 'node:path';
import express, { type Express, type RequestHandler } from 'express';
import { plainEncoding } from './encoding.ts';

/** Files whose name holds a hash of their content, so that they never change. */
export const ASSETS = '/assets';
const YEAR_MS = 365 * 24 * 3_600_000;
/** Beside a file lies what the build made of it by Brotli at its best: server/compress-files.ts. */
const COMPRESSED = '.br';

/**
 * Serves the built files, as the build compressed them to whoever takes that. The others are left to
 * `compression`.
 */
export function serveAssets(app: Express, clientFolder: string): void {
  const options = {
    dotfiles: 'ignore',
    index: false,
    redirect: false,
    immutable: true,
    maxAge: YEAR_MS,
  } as const;
  const folder = join(clientFolder, ASSETS);
  const plain = express.static(folder, options);
  const compressed = express.static(folder, {
    ...options,
    setHeaders(response, path) {
      // The type is that of the file without the ending.
      response.type(extname(path.slice(0, -COMPRESSED.length)));
      response.setHeader('Content-Encoding', 'br');
      response.vary('Accept-Encoding');
    },
  });
  const eitherWay: RequestHandler = (request, response, next) => {
    if (plainEncoding(request.headers['accept-encoding']) !== 'br') return next();
    const { url } = request;
    request.url = url.replace(/(?=\?|$)/, COMPRESSED);
    compressed(request, response, (error) => {
      request.url = url;
      next(error);
    });
  };
  app.use(ASSETS, eitherWay, plain);
}
