import { afterEach, describe, expect, it } from 'vitest';
import { LANGUAGES, type LanguageId } from '../../client/language/languages.ts';
import type { Words } from '../../client/language/Said.tsx';
import { speak } from '../../client/language/say.ts';
import { checkReport } from '../../client/report/check.ts';
import { newDraft, reportOf } from '../../client/report/draft.ts';
import { failureWords, fieldWords } from '../../client/report/problem-words.ts';

afterEach(() => speak('en'));

const NOW = Date.parse('2026-01-14T18:50:00-06:00');
const OTHERS = LANGUAGES.map(({ id }) => id).filter((id) => id !== 'en');
const problem = { kind: 'problem', message: 'English.', isEnglish: true, errors: [] } as const;

async function inEach(words: () => Words): Promise<Record<string, Words>> {
  const said: Record<string, Words> = {};
  for (const { id } of LANGUAGES) {
    await speak(id);
    said[id] = words();
  }
  return said;
}

describe('what is wrong with a report', () => {
  it('is said in four languages, whether the page finds it or the server', async () => {
    const draft = { ...newDraft(null), title: 'a'.repeat(161), summary: 'Candles.' };
    const found = await inEach(
      () => checkReport(reportOf(draft, NOW), NOW)['/properties/title'] ?? '',
    );
    const message = 'Too long: at most 160 characters.';
    const answered = await inEach(() =>
      fieldWords({ pointer: '/properties/title', code: 'too_long', limit: 160, message }),
    );
    expect(found).toEqual(answered);
    expect(found.en).toBe(message);
    expect(new Set(Object.values(found)).size).toBe(4);
    for (const words of Object.values(found)) expect(words).toContain('160');
  });

  it.each([
    [429, 'too_many_requests'],
    [503, 'reports_paused'],
    [413, 'too_large'],
    [404, 'not_found'],
    [409, 'decided'],
    [409, 'full'],
    [412, 'changed_since'],
    [415, 'heic'],
    [415, 'no_photo'],
    [415, 'moving_picture'],
    [413, 'too_many_pixels'],
    [422, 'broken_photo'],
    [409, 'conflict'],
  ])('of %i, %s, is said in four languages', async (status, code) => {
    const said = await inEach(() => failureWords({ ...problem, status, code }));
    expect(new Set(Object.values(said)).size).toBe(4);
    expect(Object.values(said).every((words) => typeof words === 'string')).toBe(true);
  });

  it.each<LanguageId>(OTHERS)(
    'is left in English and marked so, in %s, where no words are here',
    async (id) => {
      await speak(id);
      expect(failureWords({ ...problem, status: 418, code: 'teapot' })).toEqual({
        english: 'English.',
      });
    },
  );

  it('that the page itself says is not marked as English', () => {
    const own = { kind: 'network', status: 0, message: 'No answer.', errors: [] } as const;
    expect(failureWords(own)).toBe('No answer.');
  });
});
