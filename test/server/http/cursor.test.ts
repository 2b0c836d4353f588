import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../server/http/cursor.ts';

const end = fc.record({
  occurredAt: fc.integer({ min: -4e12, max: 4e12 }),
  id: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/),
});

describe('a cursor', () => {
  it('says where the page ended', () => {
    fc.assert(
      fc.property(end, (value) => {
        expect(readCursor(writeCursor(value))).toEqual(value);
      }),
    );
  });

  it('is refused once a letter of it has changed', () => {
    fc.assert(
      fc.property(end, fc.nat(), fc.constantFrom('A', 'b', '0', '_'), (value, at, letter) => {
        const cursor = writeCursor(value);
        const index = at % cursor.length;
        const changed = cursor.slice(0, index) + letter + cursor.slice(index + 1);
        expect(readCursor(changed)).toEqual(changed === cursor ? value : null);
      }),
    );
  });

  it('is refused where it was never one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readCursor(text)).toBeNull();
      }),
    );
  });
});
