import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barPaths, familyBins, highestBar } from '../../client/time/bars.ts';
import { binsFor } from '../../client/time/bins-for.ts';
import { fromInputValue, toInputValue } from '../../client/time/inputs.ts';
import { PRESETS, presetOf } from '../../client/time/presets.ts';
import {
  type Bins,
  edgesOf,
  keyMove,
  moveBoth,
  moveHandle,
  rangeOf,
} from '../../client/time/range.ts';
import { ticksOf } from '../../client/time/ticks.ts';
import { clockWords, datedWords, occurrenceWords, rangeWords } from '../../client/time/words.ts';

const at = (text: string): number => Date.parse(text);
const range = (from: string, to: string) => ({ from: at(from), to: at(to) });
const DAY_MS = 24 * 3_600_000;

describe('a range in words', () => {
  it.each([
    ['2026-01-07T00:00:00-06:00', '2026-01-31T23:59:59-06:00', '7–31 January 2026'],
    ['2026-01-14T00:00:00-06:00', '2026-01-14T23:59:59-06:00', '14 January 2026'],
    ['2026-01-14T18:00:00-06:00', '2026-01-14T23:59:59-06:00', '14 January 2026, 6 pm to midnight'],
    ['2026-01-07T00:00:00-06:00', '2026-03-01T23:59:59-06:00', '7 January – 1 March 2026'],
    ['2025-12-03T00:00:00-06:00', '2026-03-01T23:59:59-06:00', '3 December 2025 – 1 March 2026'],
    [
      '2026-01-14T18:00:00-06:00',
      '2026-01-16T02:29:59-06:00',
      '14 January 2026, 6 pm – 16 January 2026, 2:30 am',
    ],
  ])('says %s to %s as a person would', (from, to, words) => {
    expect(rangeWords(range(from, to))).toBe(words);
  });

  it('says open ends as since and until', () => {
    expect(rangeWords({ from: at('2026-01-07T00:00:00-06:00'), to: Infinity })).toBe(
      'since 7 January 2026',
    );
    expect(rangeWords({ from: -Infinity, to: at('2026-01-07T23:59:59-06:00') }, 'short')).toBe(
      'until 7 Jan 2026',
    );
  });

  it('says noon and midnight by name', () => {
    expect(clockWords(at('2026-01-14T12:00:00-06:00'))).toBe('noon');
    expect(clockWords(at('2026-01-14T00:00:00-06:00'))).toBe('midnight');
    expect(clockWords(at('2026-01-14T00:05:00-06:00'))).toBe('12:05 am');
  });
});

describe('when something happened', () => {
  const evening = at('2026-01-14T18:50:00-06:00');

  it('is said no more exactly than it is known', () => {
    expect(occurrenceWords(evening, null, 'exact')).toBe('14 January 2026, 6:50 pm');
    expect(occurrenceWords(at('2026-01-14T18:00:00-06:00'), null, 'hour')).toBe(
      '14 January 2026, about 6 pm (to the hour)',
    );
    expect(occurrenceWords(at('2026-01-14T00:00:00-06:00'), null, 'day')).toBe(
      '14 January 2026 (to the day)',
    );
    expect(occurrenceWords(at('2026-01-12T00:00:00-06:00'), null, 'week')).toBe(
      'in the week of 12 January 2026 (to the week)',
    );
    expect(occurrenceWords(at('2026-01-01T00:00:00-06:00'), null, 'month')).toBe(
      'January 2026 (to the month)',
    );
  });

  it('keeps a bare date on its own day', () => {
    expect(datedWords('2026-01-15')).toBe('15 January 2026');
    expect(datedWords('2026-01-15T23:30:00-06:00')).toBe('15 January 2026, 11:30 pm');
  });
});

describe('date-time inputs', () => {
  it('show the wall clock of Minneapolis, and give the instant back', () => {
    const instant = at('2026-07-04T21:15:00-05:00');
    expect(toInputValue(instant)).toBe('2026-07-04T21:15');
    expect(fromInputValue('2026-07-04T21:15', false)).toBe(instant);
  });

  it('hold the whole last minute of a range', () => {
    expect(fromInputValue('2026-01-14T23:59', true)).toBe(at('2026-01-14T23:59:59-06:00'));
  });

  it('give nothing for a date that is half typed', () => {
    expect(fromInputValue('', false)).toBeNull();
  });
});

describe('the handles', () => {
  const bins: Bins = { from: at('2026-01-01T00:00:00-06:00'), binMs: DAY_MS, count: 31 };

  it('stand at the ends where there is no filter, and leave an end open there', () => {
    expect(edgesOf(null, bins)).toEqual({ start: 0, end: 31 });
    expect(rangeOf({ start: 0, end: 31 }, bins)).toBeNull();
    expect(rangeOf({ start: 6, end: 31 }, bins)).toEqual({
      from: at('2026-01-07T00:00:00-06:00'),
      to: Infinity,
    });
  });

  it('give whole days, to the last second', () => {
    const chosen = rangeOf({ start: 6, end: 14 }, bins);
    expect(chosen).toEqual(range('2026-01-07T00:00:00-06:00', '2026-01-14T23:59:59-06:00'));
    expect(edgesOf(chosen, bins)).toEqual({ start: 6, end: 14 });
  });

  it('fall on midnight although the clocks change within the span', () => {
    const from = at('2026-03-01T00:00:00-06:00');
    const to = at('2026-04-01T00:00:00-05:00');
    const chosen = rangeOf({ start: 20, end: 31 }, { from, binMs: (to - from) / 31, count: 31 });
    expect(chosen?.from).toBe(at('2026-03-21T00:00:00-05:00'));
  });

  it('never pass each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom('start' as const, 'end' as const),
        fc.double({ min: -100, max: 100, noNaN: true }),
        (start, length, handle, to) => {
          const edges = { start, end: Math.min(31, start + length) };
          const moved = moveHandle(edges, handle, to, bins);
          expect(moved.end).toBeGreaterThan(moved.start);
          expect(moved.start).toBeGreaterThanOrEqual(0);
          expect(moved.end).toBeLessThanOrEqual(31);
        },
      ),
    );
  });

  it('move together without changing the length of the range', () => {
    expect(moveBoth({ start: 5, end: 12 }, 100, bins)).toEqual({ start: 24, end: 31 });
    expect(moveBoth({ start: 5, end: 12 }, -3, bins)).toEqual({ start: 2, end: 9 });
  });

  it('go by one bin, by ten with Shift, and to the ends', () => {
    expect(keyMove('ArrowRight', false, 5, 'start', bins)).toBe(6);
    expect(keyMove('ArrowLeft', true, 25, 'end', bins)).toBe(15);
    expect(keyMove('Home', false, 5, 'start', bins)).toBe(0);
    expect(keyMove('End', false, 5, 'end', bins)).toBe(31);
    expect(keyMove('a', false, 5, 'start', bins)).toBeNull();
  });
});

describe('the bars', () => {
  it('stack categories by family, in one order', () => {
    const families = familyBins({ shooting: [1, 0], protest: [2, 1], vigil: [1, 0] }, 2);
    expect(families).toEqual([
      { family: 'gathering', counts: [3, 1] },
      { family: 'violence', counts: [1, 0] },
    ]);
    expect(highestBar(families, 2)).toBe(4);
    expect(barPaths(families, 2, 20, 40).map(({ path }) => path)).toEqual([
      'M0 10h9v30h-9zM10 30h9v10h-9z',
      'M0 0h9v10h-9z',
    ]);
  });

  it('are days for a season, weeks for a decade', () => {
    const span = (from: string, to: string) => binsFor({ from, to });
    expect(span('2025-12-03T00:00:00-06:00', '2026-03-02T00:00:00-06:00')).toBe(89);
    expect(span('2016-01-01T00:00:00-06:00', '2026-01-01T00:00:00-06:00')).toBe(522);
  });

  it('have an axis that names its beginning and every month that fits', () => {
    const ticks = ticksOf(at('2025-12-03T00:00:00-06:00'), at('2026-03-02T00:00:00-06:00'), 10);
    expect(ticks.map(({ label }) => label)).toEqual(['3 Dec 2025', 'Jan 2026', 'Feb', 'Mar']);
  });
});

describe('presets', () => {
  const now = at('2026-02-10T15:30:20-06:00');

  it('know their own range again', () => {
    for (const preset of PRESETS) expect(presetOf(preset.range(now), now)?.id).toBe(preset.id);
  });

  it('count the last 24 hours from now, the month from its first', () => {
    const range = (id: string) => PRESETS.find((preset) => preset.id === id)?.range(now);
    expect(range('day')).toEqual({ from: at('2026-02-09T15:30:00-06:00'), to: Infinity });
    expect(range('month')).toEqual({ from: at('2026-02-01T00:00:00-06:00'), to: Infinity });
  });
});
