import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { wordsOf } from '../../../data/query/words.ts';

test.each([
  ['Whipple Building', ['whipple', 'building']],
  ['North 26th & Lyndale', ['north', '26th', 'lyndale']],
  ['Café', ['cafe']],
  ['ﬁle', ['file']],
  ['İSTANBUL', ['istanbul']],
  ['tear-gas', ['tear', 'gas']],
  ["O'Hara", ['o', 'hara']],
  ['مظاهرة', ['مظاهرة']],
  ["' OR 1=1; --", ['or', '1', '1']],
  ['%_% * ^ "', []],
  ['', []],
])('%j has the words %j', (text, words) => expect(wordsOf(text)).toEqual(words));

it('finds nothing more in words that it has found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = wordsOf(text);
      expect(wordsOf(words.join(' '))).toEqual(words);
    }),
  );
});

it('finds in plain text the same words as where something beside it is not plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect([...wordsOf(text), 'ж']).toEqual(wordsOf(`${text}\nж`));
    }),
  );
});
