import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type BadRequest, bodyOf, type Given, joined } from './case.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request, one connection: what one case leaves behind cannot reach the next. */
const agent = new Agent({ keepAlive: false });
const TIMEOUT_MS = 15_000;

/**
 * Sends a request as it stands. The answer counts even where the server closes before it has read
 * the whole body.
 * @throws Error where no answer came.
 */
export async function send(request: BadRequest, port: number, given: Given): Promise<Answer> {
  const path = joined(request.path, given);
  const body = await bodyOf(request, given);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    headers[name] = joined(value, given);
  }
  if (request.send === 'chunked') headers['Transfer-Encoding'] = 'chunked';
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (body && !names.includes('content-length') && !names.includes('transfer-encoding')) {
    headers['Content-Length'] = String(body.length);
  }
  return request.send === 'raw'
    ? sendRaw(request.method, path, headers, body, port)
    : sendByHttp(request.method, path, headers, body, port);
}

function sendByHttp(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer | undefined,
  port: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, method, path, headers, agent };
    const request = httpRequest({ ...options, timeout: TIMEOUT_MS }, (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    });
    request.on('timeout', () => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

function sendRaw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer | undefined,
  port: number,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(readAnswer(Buffer.concat(chunks).toString())));
    const hasHost = Object.keys(headers).some((name) => name.toLowerCase() === 'host');
    const lines = Object.entries({
      ...(hasHost ? {} : { Host: `127.0.0.1:${port}` }),
      Connection: 'close',
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    if (body) socket.write(body);
  });
}

function readAnswer(whole: string): Answer {
  const end = whole.indexOf('\r\n\r\n');
  const [statusLine = '', ...lines] = whole.slice(0, end).split('\r\n');
  const headers: IncomingHttpHeaders = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status: Number(statusLine.split(' ')[1]), headers, body: whole.slice(end + 4) };
}
