import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFor, tokenOfWords, wordsOfToken } from '../../client/report/token-words.ts';

const TOKEN = 'AAECAwQFBgcICQoLDA0ODw';

describe('the words of a private link', () => {
  it('are twelve, and give the token again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const token = Buffer.from(bytes).toString('base64url');
        const words = wordsOfToken(token);
        expect(words).toHaveLength(12);
        expect(tokenOfWords(words.join(' '))).toEqual({ token });
      }),
    );
  });

  it('are twenty-four for a link of the first version', () => {
    const token = Buffer.alloc(32, 7).toString('base64url');
    expect(wordsOfToken(token)).toHaveLength(24);
    expect(tokenOfWords(wordsOfToken(token).join(' '))).toEqual({ token });
  });

  it('are read as people type them: numbered, in capitals, four letters each', () => {
    const words = wordsOfToken(TOKEN);
    const numbered = words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n');
    expect(tokenOfWords(numbered)).toEqual({ token: TOKEN });
    expect(tokenOfWords(words.map((word) => word.slice(0, 4)).join(', '))).toEqual({
      token: TOKEN,
    });
  });

  it('are Spanish words on a Spanish page, and open the report on any, with accents or without', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const token = Buffer.from(bytes).toString('base64url');
        const words = wordsOfToken(token, listFor('es')).join(' ');
        expect(tokenOfWords(words)).toEqual({ token });
        expect(tokenOfWords(words.normalize('NFD').replace(/\p{M}/gu, ''))).toEqual({ token });
      }),
    );
    expect(wordsOfToken(TOKEN, 'es').join(' ')).not.toBe(wordsOfToken(TOKEN).join(' '));
    expect(listFor('so')).toBe('en');
    const [first = '', ...rest] = wordsOfToken(TOKEN, 'es');
    expect(tokenOfWords([`${first}x`, ...rest].join(' '))).toMatchObject({
      wrong: expect.stringContaining(`x” (${first}?)`),
    });
  });

  it('name the one that is mistyped, and what it may be', () => {
    const [first = '', ...rest] = wordsOfToken(TOKEN);
    const mistyped = `${first.slice(0, 1)}x${first.slice(1)}`;
    const read = tokenOfWords([mistyped, ...rest].join(' '));
    expect(read).toMatchObject({ wrong: expect.stringContaining(`“${mistyped}” (${first}`) });
  });

  it('say how many there are, and that they do not belong together', () => {
    const words = wordsOfToken(TOKEN);
    expect(tokenOfWords(words.slice(1).join(' '))).toMatchObject({
      wrong: 'These are 11 words; 12 are needed.',
    });
    const swapped = [words[1], words[0], ...words.slice(2)].join(' ');
    expect(tokenOfWords(swapped)).toMatchObject({ wrong: expect.stringMatching(/another order/) });
  });
});
