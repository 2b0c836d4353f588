import { say } from '../language/say.ts';
import { ApiError, type ApiFailure, type FieldError } from './failure.ts';

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON; a Blob goes as it is. */
  readonly body?: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Asks our own server.
 * @returns the JSON answer, null where it is empty (204), and the response's Location and Date, if any.
 * @throws ApiError where there is no answer, an error or one that is no JSON; AbortError on abort.
 */
export async function request<T>(
  path: string,
  options: RequestOptions = {},
): Promise<{ body: T; location: string | null; date: string | null }> {
  const { method = 'GET', body, contentType = 'application/json', headers, signal } = options;
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': contentType }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
    // A connection may also be lost in the middle of an answer.
    text = response.status === 204 ? '' : await response.text();
  } catch (error) {
    if (error instanceof TypeError) throw new ApiError(noAnswer());
    throw error;
  }
  const parsed = parse(text, response.status);
  if (!response.ok) throw new ApiError(problem(response.status, parsed));
  const header = (name: string): string | null => response.headers.get(name);
  return { body: parsed as T, location: header('Location'), date: header('Date') };
}

function parse(text: string, status: number): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError({
      kind: 'unreadable',
      status,
      message: say('failure.unreadable', { status }),
      errors: [],
    });
  }
}

function noAnswer(): ApiFailure {
  return {
    kind: 'network',
    status: 0,
    message: say('failure.noAnswer'),
    errors: [],
  };
}

/** Reads problem details (RFC 9457); what is missing from them is filled from the status. */
function problem(status: number, body: unknown): ApiFailure {
  const details = isRecord(body) ? body : {};
  const code = text(details.code);
  const own = text(details.detail) ?? text(details.title);
  const errors = Array.isArray(details.errors) ? details.errors : [];
  return {
    kind: 'problem',
    status,
    ...(code === null ? {} : { code }),
    ...messageOf(status, code, own),
    errors: errors.flatMap(fieldError),
    ...(isRecord(details.challenge) ? { challenge: details.challenge } : {}),
  };
}

/** What anyone may meet is said in the language of the page; the rest by the server, in English. */
function messageOf(
  status: number,
  code: string | null,
  own: string | null,
): Pick<ApiFailure, 'message' | 'isEnglish'> {
  if (code === 'busy') return { message: say('failure.busy') };
  if (code === 'server_failed') return { message: say('failure.server') };
  return own === null
    ? { message: say('failure.status', { status }) }
    : { message: own, isEnglish: true };
}

function fieldError(entry: unknown): FieldError[] {
  if (!isRecord(entry)) return [];
  const [message, code] = [text(entry.message), text(entry.code)];
  if (message === null) return [];
  return [
    {
      pointer: text(entry.pointer),
      message,
      ...(code === null ? {} : { code }),
      ...(typeof entry.limit === 'number' ? { limit: entry.limit } : {}),
    },
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
