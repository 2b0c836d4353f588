import { describe, expect, it } from 'vitest';
import { privateDetails } from '../../../data/screening/private-details.ts';
import { SENTENCES, type Sentence } from './sentences.ts';

const WHAT: Readonly<Record<NonNullable<Sentence['kind']>, string>> = {
  'e-mail': 'an e-mail address',
  phone: 'a phone number',
  plate: 'a licence plate',
  house: 'a house number',
  home: 'a home address',
  name: 'the name of a private person',
};

describe('a text that may put people in danger', () => {
  it('is told what it looks like, what to change, and why', () => {
    const adviceFor = (text: string) => privateDetails(text).map(({ advice }) => advice);
    expect(adviceFor('Call 612-555-0134 for her.')).toEqual([
      'This looks like a phone number. Leave it out: it can put people in danger.',
    ]);
    expect(adviceFor('Taken from 815 East 34th Street')).toEqual([
      'This looks like a house number. Name the block or the crossing instead: a house number shows where somebody lives.',
    ]);
    expect(adviceFor('Agents took Maria Lopez.')).toEqual([
      expect.stringMatching(/^This looks like the name of a private person\. Say what they were/),
    ]);
  });

  it('is told of each kind of detail once', () => {
    const text = 'Maria Lopez, 612-555-0134 or 612-555-0199, and Juan Perez';
    expect(privateDetails(text).map(({ what }) => what)).toEqual([
      'a phone number',
      'the name of a private person',
    ]);
  });

  it('is looked through to its end, whatever it holds', () => {
    for (const part of [
      'a',
      '1 ',
      'Aa ',
      '12 Aa ',
      'plate ',
      'A1',
      'Maria ',
      '+21 ',
      'lives at ',
    ]) {
      privateDetails(part.repeat(4000).slice(0, 4000));
    }
  });
});

describe('on a made set of sentences', () => {
  const warned = (sentence: Sentence): boolean => privateDetails(sentence.text).length > 0;
  const private_ = SENTENCES.filter(({ kind }) => kind !== null);
  const harmless = SENTENCES.filter(({ kind }) => kind === null);

  it('finds at least nine of ten private details, and of ten warnings nine are right', () => {
    expect(SENTENCES.length).toBeGreaterThanOrEqual(100);
    const found = private_.filter(warned);
    const wrong = harmless.filter(warned);
    const precision = found.length / (found.length + wrong.length);
    const recall = found.length / private_.length;
    console.info(
      `screening: ${SENTENCES.length} sentences, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it('says of what it finds what kind it is', () => {
    const mistaken = private_.filter(warned).flatMap(({ text, kind }) => {
      const whats = privateDetails(text).map(({ what }) => what);
      return kind !== null && whats.includes(WHAT[kind]) ? [] : [`${text} → ${whats.join(', ')}`];
    });
    expect(mistaken).toEqual([]);
  });
});
