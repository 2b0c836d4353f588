import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifier } from '../../../data/incident/fields.ts';
import { newIncidentId } from '../../../server/domain/incident-id.ts';

const idOf = (title: string, occurredAt = '2026-01-14T23:30:00-06:00') =>
  newIncidentId({ title, occurredAt, category: 'vigil' }, { randomBytes });

describe('the id of a published report', () => {
  it.each([
    ['Vigil at the park', /^2026-01-14-vigil-at-the-park-[a-z0-9]{4}$/],
    ['Ñandú & café: 26th/Nicollet!', /^2026-01-14-nandu-cafe-26th-nicollet-[a-z0-9]{4}$/],
    ['抗议', /^2026-01-14-vigil-[a-z0-9]{4}$/],
  ])('is made from the day and the title %s', (title, expected) => {
    expect(idOf(title)).toMatch(expected);
  });

  it('takes the day in Minneapolis, whatever offset was given', () => {
    expect(idOf('Vigil', '2026-01-15T05:30:00Z')).toMatch(/^2026-01-14-/);
  });

  it('cuts a long title between words', () => {
    expect(idOf(`${'candles '.repeat(20)}end`)).toMatch(/^2026-01-14-(candles-){8}[a-z0-9]{4}$/);
  });

  it('is a lawful id for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 320 }), (title) => {
        expect(identifier.safeParse(idOf(title)).success).toBe(true);
      }),
    );
  });
});
