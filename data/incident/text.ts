import { z } from 'zod';
import type { CodedError } from './error-codes.ts';

/**
 * Plain text that anyone may read safely: no control characters (they act on a terminal or a log),
 * no bidirectional overrides (U+202A–202E, U+2066–2069: they make text read otherwise than it is
 * stored), no lone surrogates (they cannot be written as UTF-8), and something visible in it.
 * Tabs and line breaks are allowed where `lines` is true. Surrounding blanks are cut off.
 * @param most longest length in code points.
 */
export function plainText(most: number, { lines = false } = {}) {
  const forbidden = lines ? FORBIDDEN_IN_LINES : FORBIDDEN;
  return z
    .string({ error: 'Expected a text.' })
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .refine((text) => text.length <= 2 * most && [...text].length <= most, {
          error: `Too long: at most ${most} characters.`,
          abort: true,
          params: { code: 'too_long', limit: most } satisfies CodedError,
        })
        .refine((text) => VISIBLE.test(text), {
          error: 'Needs at least one letter or digit.',
          params: { code: 'empty' } satisfies CodedError,
        })
        .refine((text) => !forbidden.test(text), {
          error: 'Has a control character or a direction override; use plain text.',
          params: { code: 'bad_characters' } satisfies CodedError,
        })
        .refine((text) => !/\p{Cs}/u.test(text), {
          error: 'Has half a character (a lone surrogate).',
          params: { code: 'bad_characters' } satisfies CodedError,
        }),
    )
    .meta({ maxLength: most });
}

const VISIBLE = /[\p{L}\p{N}]/u;
const FORBIDDEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const FORBIDDEN_IN_LINES = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;
