import type { z } from 'zod';
import { type CodedError, codeOfIssue } from '../../data/incident/error-codes.ts';

/** Where a body is wrong (JSON pointer, RFC 6901; '' is the whole) and what would be right. */
export interface FieldError extends Partial<CodedError> {
  readonly pointer: string;
  /** Holds no value that was sent. */
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** More would help nobody and make the answer as long as the sender likes. */
const MOST_ERRORS = 40;
const LONGEST_NAME = 60;

export function fail(errors: readonly FieldError[]): { ok: false; errors: readonly FieldError[] } {
  return { ok: false, errors: errors.slice(0, MOST_ERRORS) };
}

/** @returns the value as the schema gives it, or an error for each member that breaks it. */
export function parseWith<T>(schema: z.ZodType<T>, body: unknown): Parsed<T> {
  const result = schema.safeParse(body);
  return result.success
    ? { ok: true, value: result.data }
    : fail(fieldErrors(result.error.issues, body));
}

/** @param body what was parsed, to tell what is missing from what is wrong. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], body: unknown): FieldError[] {
  return issues.slice(0, MOST_ERRORS).flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, MOST_ERRORS).map((key) => unknownMember(issue.path, key));
    }
    const isMissing = valueAt(body, issue.path) === undefined;
    const message = inOurWords(issue);
    return {
      pointer: jsonPointer(issue.path),
      message: isMissing ? `Missing. ${message}` : message,
      ...(isMissing ? { code: 'missing' } : codeOfIssue(issue)),
    };
  });
}

/** The schema's own words stay where it has some; zod's name its types and quote as code does. */
function inOurWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid')) {
    return issue.values.length === 1
      ? `Expected ${JSON.stringify(issue.values[0])}.`
      : `Expected one of: ${issue.values.join(', ')}.`;
  }
  if (issue.code === 'invalid_type' && issue.expected === 'nonoptional') return 'Expected a value.';
  return issue.message.replace(/^Invalid input: e/, 'E').replace(/, received .*$/, '.');
}

/** @returns a JSON pointer (RFC 6901 §3); '' for the whole. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The name is shown where it is short and harmless; else only where it stands. */
function unknownMember(path: readonly PropertyKey[], key: string): FieldError {
  if (key.length > LONGEST_NAME || !/^[\w.:@$-]+$/.test(key)) {
    const message = 'Has a member that is not known; leave it out.';
    return { pointer: jsonPointer(path), message, code: 'unknown_member' };
  }
  return {
    pointer: jsonPointer([...path, key]),
    message: `Unknown member "${key}"; leave it out.`,
    code: 'unknown_member',
  };
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}
