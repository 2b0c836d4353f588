import compression from 'compression';
import type { RequestHandler } from 'express';

/**
 * Compresses what is sent, by what the client accepts. HEAD is answered with the headers of GET, the
 * encoding among them (RFC 9110 §9.3.2): `compression` would leave HEAD alone, and so tell a
 * `Content-Length` that GET does not have, which §8.6 forbids.
 */
export function compressed(): RequestHandler {
  const compress = compression();
  return (request, response, next) => {
    const asked =
      request.method === 'HEAD' ? Object.create(request, { method: { value: 'GET' } }) : request;
    compress(asked, response, next);
  };
}
