import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { ParameterError } from '../../data/query/filter.ts';
import { sendBody } from './send.ts';

/** Where a request is wrong: a parameter's name, or a JSON pointer (RFC 6901) into its body. */
export type ProblemPart = (
  | ParameterError
  | { readonly pointer: string; readonly message: string }
) & {
  /** What kind of thing is wrong: one of `ErrorCode`, or of what the screening finds. */
  readonly code?: string;
};

/** What kind of problem it is, where the status alone does not say: stable, as details are not. */
export type ProblemCode = 'decided' | 'full' | 'reports_paused' | 'work_needed' | PhotoCode;
type PhotoCode = 'no_photo' | 'heic' | 'moving_picture' | 'too_many_pixels' | 'broken_photo';

/**
 * An answer of 400 or more (RFC 9457). Its text goes to the client: of what was sent it repeats nothing but
 * what can hold no person's words, as an id or a time.
 */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  constructor(
    readonly status: number,
    /** What is wrong and what would be right, in a sentence. */
    readonly detail: string,
    readonly errors: readonly ProblemPart[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    /** Further members of the document (RFC 9457 §3.2). */
    readonly members: Readonly<Record<string, unknown>> & { readonly code?: ProblemCode } = {},
  ) {
    super(detail);
  }
}

/** What an error that is no problem of ours says to a client: one row a status. */
const DETAILS = new Map<number, string>([
  [400, 'The request cannot be read: its path or a header is malformed.'],
  [403, 'This is not for you to see.'],
  [404, 'There is nothing at this address.'],
  [412, 'It has changed since you read it.'],
  [416, 'The range asked for is not in it.'],
  [503, 'The server is busy or starting; try again in a moment.'],
]);

/** What kind of problem a status is; `members` may say more. */
const CODES = new Map<number, string>([
  [400, 'bad_request'],
  [401, 'not_signed_in'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [405, 'wrong_method'],
  [409, 'conflict'],
  [410, 'gone'],
  [412, 'changed_since'],
  [413, 'too_large'],
  [415, 'wrong_media_type'],
  [416, 'wrong_range'],
  [422, 'invalid'],
  [429, 'too_many_requests'],
  [500, 'server_failed'],
  [503, 'busy'],
]);

/** Errors of SQLite that pass by themselves. */
const PASSING = new Set(['SQLITE_BUSY', 'SQLITE_LOCKED']);

export function problemFrom(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const { status: given, code } = error as { status?: unknown; code?: unknown };
  const status = PASSING.has(String(code)) ? 503 : typeof given === 'number' ? given : 500;
  const known = DETAILS.get(status);
  if (known === undefined)
    return new HttpProblem(500, 'The server failed; this is not your fault.');
  return new HttpProblem(status, known, [], status === 503 ? { 'Retry-After': '5' } : {});
}

export function sendProblem(request: Request, response: Response, problem: HttpProblem): void {
  const { status, detail, errors, headers, members } = problem;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.removeHeader('ETag');
  response.setHeader('Cache-Control', 'no-store');
  response.status(status);
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    detail,
    code: CODES.get(status) ?? 'other',
    ...(errors.length > 0
      ? { errors: errors.map((error) => ({ code: 'invalid', ...error })) }
      : {}),
    ...members,
  };
  sendBody(request, response, 'application/problem+json', JSON.stringify(body));
}

/**
 * Answers every error. What is our fault is told to `log` by method, route pattern and the error's
 * name alone: no path, no parameter, no message, since each may hold what a person wrote.
 */
export function problemHandler(log: (line: string) => void): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const problem = problemFrom(error);
    if (problem.status >= 500 && !(error instanceof HttpProblem)) {
      const pattern = typeof request.route?.path === 'string' ? request.route.path : 'no route';
      log(`${request.method} ${pattern} failed: ${nameOf(error)}`);
    }
    // Begun answers cannot be taken back: a broken transfer tells the client that it is not whole.
    if (response.headersSent) response.destroy();
    else sendProblem(request, response, problem);
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? error.name : `${error.name} ${code}`;
}
