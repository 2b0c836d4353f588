import type { z } from 'zod';

/**
 * What kind of thing is wrong with a field of what was sent. Stable: programs, and pages in other
 * languages than the messages, go by them.
 */
export type ErrorCode =
  | 'missing'
  /** No letter and no digit. */
  | 'empty'
  | 'wrong_type'
  /** No date-time, web address or id. */
  | 'bad_format'
  | 'bad_characters'
  | 'not_listed'
  | 'too_long'
  | 'too_many'
  | 'out_of_range'
  | 'outside_area'
  | 'improbable_time'
  | 'in_future'
  | 'ends_before_it_begins'
  | 'low_above_high'
  | 'refers_to_nothing'
  | 'repeated'
  | 'unknown_member'
  /** Anything else. */
  | 'invalid';

/** A code with the figure that its rule names. */
export interface CodedError {
  readonly code: ErrorCode;
  /** The most characters or entries: of `too_long` and `too_many`. */
  readonly limit?: number;
}

/** @returns what an issue of the schema is; those of our own rules carry it in `params`. */
export function codeOfIssue(issue: z.core.$ZodIssue): CodedError {
  switch (issue.code) {
    case 'custom':
      return (issue.params as CodedError | undefined) ?? { code: 'invalid' };
    case 'invalid_type':
      return { code: 'wrong_type' };
    case 'invalid_value':
      return { code: 'not_listed' };
    case 'invalid_format':
      return { code: 'bad_format' };
    case 'too_big':
      if (issue.origin === 'string') return { code: 'too_long', limit: Number(issue.maximum) };
      if (issue.origin === 'array') return { code: 'too_many', limit: Number(issue.maximum) };
      return { code: 'out_of_range' };
    case 'too_small':
      return { code: issue.origin === 'array' ? 'missing' : 'out_of_range' };
    case 'unrecognized_keys':
      return { code: 'unknown_member' };
    default:
      return { code: 'invalid' };
  }
}
