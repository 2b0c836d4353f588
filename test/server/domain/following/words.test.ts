import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../client/language/languages.ts';
import {
  counted,
  MAIL_LANGUAGES,
  wordsIn,
} from '../../../../server/domain/following/words/words.ts';

it('are in every language of the page', () => {
  expect([...MAIL_LANGUAGES].sort()).toEqual(LANGUAGES.map(({ id }) => id).sort());
});

describe.each(MAIL_LANGUAGES)('the words in %s', (language) => {
  const words = wordsIn(language);

  it('are all there, and not the English ones', () => {
    for (const [name, text] of Object.entries(words)) {
      expect(text.trim(), name).not.toBe('');
      if (language !== 'en') expect(text, name).not.toBe(wordsIn('en')[name as keyof typeof words]);
    }
  });

  it('count one and many', () => {
    const { digestSubject, digestSubjectArea, digestSubjectMany } = words;
    for (const message of [digestSubject, digestSubjectArea, digestSubjectMany]) {
      expect(counted(message, language, 1)).toMatch(/\b1\b/);
      expect(counted(message, language, 50)).toMatch(/\b50\b/);
      expect(counted(message, language, 50)).not.toMatch(/[{}#]/);
    }
  });
});
