import { describe, expect, it, test } from 'vitest';
import { plainText } from '../../../data/incident/text.ts';

const title = plainText(20);
const summary = plainText(200, { lines: true });

function refusal(schema: ReturnType<typeof plainText>, text: unknown): string | undefined {
  return schema.safeParse(text).error?.issues[0]?.message;
}

describe('plain text', () => {
  test.each([
    ['Vigil at the park', 'Vigil at the park'],
    ['  cut \t', 'cut'],
    ['<img src=x>', '<img src=x>'],
    ['=1+2', '=1+2'],
    ['👩‍👩‍👧 march', '👩‍👩‍👧 march'],
    ['مظاهرة', 'مظاهرة'],
  ])('takes %j as %j', (text, kept) => expect(title.parse(text)).toBe(kept));

  test.each([
    ['', 'Needs at least one letter or digit.'],
    [' \u200b\u200d ', 'Needs at least one letter or digit.'],
    ['!!!', 'Needs at least one letter or digit.'],
    ['a\u0000b', 'Has a control character or a direction override; use plain text.'],
    ['a\u001b[31mb', 'Has a control character or a direction override; use plain text.'],
    ['a\u202eb', 'Has a control character or a direction override; use plain text.'],
    ['a\u2066b', 'Has a control character or a direction override; use plain text.'],
    ['a\nb', 'Has a control character or a direction override; use plain text.'],
    ['a\ud800b', 'Has half a character (a lone surrogate).'],
    ['a'.repeat(21), 'Too long: at most 20 characters.'],
    [7, 'Expected a text.'],
    [null, 'Expected a text.'],
    [['a'], 'Expected a text.'],
  ])('refuses %j: %s', (text, message) => expect(refusal(title, text)).toBe(message));

  it('counts characters as people do, not UTF-16 units', () => {
    expect(title.safeParse(`a${'𝐀'.repeat(19)}`).success).toBe(true);
    expect(title.safeParse(`a${'𝐀'.repeat(20)}`).success).toBe(false);
  });
});

describe('text of several lines', () => {
  it('keeps line breaks and tabs', () => {
    expect(summary.parse('first\r\n\tsecond')).toBe('first\r\n\tsecond');
  });

  test.each(['a\u0000b', 'a\u000bb', 'a\u202eb'])('still refuses %j', (text) => {
    expect(summary.safeParse(text).success).toBe(false);
  });
});
