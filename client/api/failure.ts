/** One thing that is wrong with what was sent: where, and what would be right. */
export interface FieldError {
  /** JSON pointer into what was sent (RFC 6901), or null for a query parameter. */
  readonly pointer: string | null;
  /** In English, as the server and the schema speak. */
  readonly message: string;
  /** What kind of thing is wrong, as data/incident/error-codes.ts has it. */
  readonly code?: string;
  /** The most characters or entries. */
  readonly limit?: number;
}

/** Why a request brought nothing. */
export interface ApiFailure {
  /** network: no answer at all; problem: the server's own words; unreadable: an answer that is none. */
  readonly kind: 'network' | 'problem' | 'unreadable';
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** What kind of problem it is, as the server names it. */
  readonly code?: string;
  /** One sentence for people. */
  readonly message: string;
  /** True where the message is the server's own, in whatever language the page is. */
  readonly isEnglish?: boolean;
  readonly errors: readonly FieldError[];
  /** What is to be solved before the same is sent again (429). */
  readonly challenge?: unknown;
}

/** Thrown by `request`; an aborted request throws the browser's own AbortError instead. */
export class ApiError extends Error {
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(failure.message);
    this.name = 'ApiError';
    this.failure = failure;
  }
}

/** @returns the failure that an exception tells of. Anything unforeseen is thrown on. */
export function failureOf(error: unknown): ApiFailure {
  if (error instanceof ApiError) return error.failure;
  throw error;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
