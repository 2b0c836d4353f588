import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../client/moderation/form/check-record.ts';
import {
  asksClock,
  type MomentOf,
  momentOf,
  textOfMoment,
} from '../../../client/moderation/form/moment.ts';
import { TIME_PRECISIONS, type TimePrecision } from '../../../data/vocabulary/precisions.ts';
import { incident } from '../../server/made-incidents.ts';

const MOMENT = { day: '2026-07-15', clock: '18:50' };

describe('a time that an editor fills in', () => {
  it.each<[TimePrecision, string]>([
    ['exact', '2026-07-15T18:50:00-05:00'],
    ['hour', '2026-07-15T18:00:00-05:00'],
    ['day', '2026-07-15T00:00:00-05:00'],
    ['week', '2026-07-13T00:00:00-05:00'],
    ['month', '2026-07-01T00:00:00-05:00'],
  ])('begins, where it is known to %s, at the earliest moment that is meant', (precision, text) => {
    expect(textOfMoment(MOMENT, 'beginning', precision)).toBe(text);
  });

  it('is of the city’s clock, in winter as in summer', () => {
    const winter = textOfMoment({ day: '2026-01-15', clock: '18:50' }, 'beginning', 'exact');
    expect(winter).toBe('2026-01-15T18:50:00-06:00');
    expect(momentOf('2026-01-16T00:50:00Z', 'beginning', 'exact')).toEqual({
      day: '2026-01-15',
      clock: '18:50',
    });
  });

  it('ends on a day, where no closer is known, and is read as that day again', () => {
    const text = textOfMoment({ day: '2026-07-15', clock: '' }, 'end', 'week');
    expect(text).toBe('2026-07-15T23:59:59-05:00');
    expect(momentOf(text, 'end', 'week')).toEqual({ day: '2026-07-15', clock: '' });
    expect(momentOf(text, 'end', 'exact')).toEqual({ day: '2026-07-15', clock: '23:59' });
  });

  it('is a day alone where a source gives no more', () => {
    expect(textOfMoment({ day: '2026-07-15', clock: '' }, 'dated', 'exact')).toBe('2026-07-15');
    expect(momentOf('2026-07-15', 'dated', 'exact')).toEqual({ day: '2026-07-15', clock: '' });
  });

  it('is refused by halves, wherever both are asked for, and empty without either', () => {
    for (const half of [
      { day: '', clock: '18:50' },
      { day: '2026-07-15', clock: '' },
    ]) {
      const text = textOfMoment(half, 'beginning', 'exact');
      const { properties, ...draft } = incident();
      const errors = checkRecord(
        'incident',
        { ...draft, properties: { ...properties, occurredAt: text } },
        Date.now(),
      );
      expect(errors['/properties/occurredAt']).toMatch(/date and time/);
    }
    expect(textOfMoment({ day: '', clock: '' }, 'end', 'hour')).toBe('');
  });

  it('is written back as it was read, of whatever it is and however exactly', () => {
    for (const of of ['beginning', 'end', 'dated'] satisfies MomentOf[]) {
      for (const { id } of TIME_PRECISIONS) {
        const clock = asksClock(of, id) === 'no' ? '' : '18:00';
        const text = textOfMoment({ day: '2026-07-15', clock }, of, id);
        expect(textOfMoment(momentOf(text, of, id), of, id)).toBe(text);
      }
    }
  });
});
