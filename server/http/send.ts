import type { Request, Response } from 'express';

/**
 * How much of a refused body is still read, so that its sender gets to see the answer: any photo of a
 * phone, for as long as it keeps coming and the server's time for a request lasts (listening.ts).
 */
const LINGER_BYTES = 32 * 1024 * 1024;
const LINGER_IDLE_MS = 1000;

/** Sends a text as it is; to HEAD, its headers. */
export function sendBody(request: Request, response: Response, type: string, text: string): void {
  const body = Buffer.from(text);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', body.length);
  if (request.complete || !hasBody(request)) {
    response.end(request.method === 'HEAD' ? undefined : body);
    return;
  }
  endAfterBody(request, response, body);
}

export function sendJson(request: Request, response: Response, value: unknown): void {
  sendBody(request, response, 'application/json', JSON.stringify(value));
}

function hasBody(request: Request): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  return encoding !== undefined || (length !== undefined && length !== '0');
}

/**
 * Answers before a body is read to its end. Closing at once would reset the connection while the
 * client still writes, and the answer would be lost with it (RFC 9112 §9.6): so the answer goes
 * out whole, the rest is read and dropped for a while, and then the connection closes.
 */
function endAfterBody(request: Request, response: Response, body: Buffer): void {
  response.setHeader('Connection', 'close');
  response.write(body);
  let dropped = 0;
  const finish = (): void => {
    clearTimeout(timer);
    request.off('data', count).off('end', finish).off('close', finish);
    response.end();
  };
  const count = (chunk: Buffer): void => {
    dropped += chunk.length;
    if (dropped > LINGER_BYTES) finish();
    else timer.refresh();
  };
  const timer = setTimeout(finish, LINGER_IDLE_MS);
  request.on('data', count).on('end', finish).on('close', finish).resume();
}
