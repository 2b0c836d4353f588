import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from '../../../client/moderation/compare/word-difference.ts';

function side(before: string, after: string, kept: 'before' | 'after'): string {
  return wordDifference(before, after)
    .filter(({ kind }) => kind === 'both' || kind === kept)
    .map(({ text }) => text)
    .join('');
}

describe('the difference of two texts', () => {
  it('marks what was taken out and what was put in, and leaves the rest', () => {
    expect(wordDifference('Ten people stand here.', 'Twenty people stand here.')).toEqual([
      { kind: 'before', text: 'Ten ' },
      { kind: 'after', text: 'Twenty ' },
      { kind: 'both', text: 'people stand here.' },
    ]);
  });

  it('holds each text whole, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c ', ' ', '\n', 'word '))
      .map((l) => l.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(side(before, after, 'before')).toBe(before);
        expect(side(before, after, 'after')).toBe(after);
      }),
    );
  });

  it('tells very long texts as wholly other', () => {
    const long = 'word '.repeat(2000);
    expect(wordDifference(long, `${long}more`).map(({ kind }) => kind)).toEqual([
      'before',
      'after',
    ]);
  });
});
