import { describe, expect, it } from 'vitest';
import { byHour, byWeekday, sumOf } from '../../../client/charts/tallies.ts';
import type { Counted } from '../../../client/view-source/source.ts';

function counted(occurredAt: string, more: Partial<Counted> = {}): Counted {
  const at = Date.parse(occurredAt);
  return {
    occurredAt: at,
    latestAt: at,
    timePrecision: 'exact',
    arrests: null,
    injuries: null,
    fatalities: null,
    ...more,
  };
}

describe('the hours of the day', () => {
  it('are those of Minneapolis, and leave out what is known only to the day', () => {
    const { counts, known, left } = byHour([
      counted('2026-01-15T00:50:00Z'),
      counted('2026-07-15T00:50:00Z', { timePrecision: 'hour' }),
      counted('2026-01-14T06:00:00Z', { timePrecision: 'day' }),
    ]);
    expect([known, left]).toEqual([2, 1]);
    expect([counts[18], counts[19], counts[0]]).toEqual([1, 1, 0]);
  });
});

describe('the days of the week', () => {
  it('count what is known to the day, and leave out what is known to the week', () => {
    const { counts, known, left } = byWeekday([
      counted('2026-01-14T06:00:00Z', { timePrecision: 'day' }),
      counted('2026-01-15T05:59:00Z'),
      counted('2026-01-12T06:00:00Z', { timePrecision: 'week' }),
    ]);
    expect([known, left]).toEqual([2, 1]);
    expect(counts).toEqual([0, 0, 0, 2, 0, 0, 0]);
  });
});

describe('sums', () => {
  it('count what somebody says, a 0 included, and never what nobody does', () => {
    const incidents = [
      counted('2026-01-14T18:00:00Z', { arrests: 12 }),
      counted('2026-01-14T18:00:00Z', { arrests: 0 }),
      counted('2026-01-14T18:00:00Z'),
    ];
    expect(sumOf(incidents, 'arrests')).toEqual({ known: 2, all: 3, sum: 12 });
    expect(sumOf(incidents, 'injuries')).toEqual({ known: 0, all: 3, sum: 0 });
  });
});
