import { describe, expect, it } from 'vitest';
import { privateDetailWarning } from '../../client/report/private-details.ts';

describe('a text that may put people in danger', () => {
  it.each([
    ['Call 612-555-0134 for her.', 'a phone number'],
    ['His number is (612) 555-0134', 'a phone number'],
    ['6125550134', 'a phone number'],
    ['Write to jane.doe@example.org', 'an e-mail address'],
    ['A grey van, ABC-123, drove off', 'a licence plate'],
    ['The plate was 4XY 882', 'a licence plate'],
    ['She lives at 3124 Chicago Ave', 'a house number'],
    ['Taken from 815 East 34th Street', 'a house number'],
  ])('is warned of: %s', (text, what) => {
    expect(privateDetailWarning(text)).toBe(
      `This looks like ${what}. Leave it out: it can put people in danger.`,
    );
  });

  it.each([
    '',
    'About 40 people at Lake Street and Chicago Avenue at 6:30 on 14 January 2026.',
    'Officers closed 34th Street; the 3100 block of Portland Avenue stayed open.',
    'ICE had 200 agents, 3000 in all; I-94 was closed for 15 minutes. 911 was called.',
    'The plates were covered.',
  ])('is not: %s', (text) => expect(privateDetailWarning(text)).toBeNull());

  it('is looked through quickly, whatever it holds', () => {
    const began = performance.now();
    for (const part of ['a', '1 ', 'Aa ', '12 Aa ', 'plate ', 'A1']) {
      privateDetailWarning(part.repeat(4000).slice(0, 4000));
    }
    expect(performance.now() - began).toBeLessThan(500);
  });
});
