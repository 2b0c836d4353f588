import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barPaths, familySeries, highestBar, verificationSeries } from '../../client/time/bars.ts';
import { binsFor, wholeBars } from '../../client/time/bins-for.ts';
import { fromInputValue, toInputValue } from '../../client/time/inputs.ts';
import { asOfOf, dayFrom, keyDay } from '../../client/time/known-days.ts';
import { firstFrame, type Motion, nextFrame, shownFrame } from '../../client/time/motion.ts';
import { PRESETS, presetOf, presetRange } from '../../client/time/presets.ts';
import {
  type Bins,
  edgesOf,
  keyMove,
  moveBoth,
  moveHandle,
  rangeOf,
  told,
} from '../../client/time/range.ts';
import { rangeOfRolling } from '../../client/time/rolling.ts';
import { around, homeSpanOf, moved, snapped, zoomed } from '../../client/time/span.ts';
import { ticksOf } from '../../client/time/ticks.ts';
import {
  besideDayWords,
  clockWords,
  datedWords,
  dayWords,
  occurrenceWords,
  rangeWords,
} from '../../client/time/words.ts';
import { offsetWords, zoneWords } from '../../client/time/zone.ts';
import { spanGrid } from '../../data/view/timeline-bins.ts';

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

  it('says whole days of a window of days while it is played, and its minutes once it stands', () => {
    const datetime = range('2026-01-08T11:43:00-06:00', '2026-01-12T22:31:00-06:00');
    const wordsOf = (isPlaying: boolean): string =>
      rangeWords(told({ datetime }, isPlaying).datetime, 'short');
    expect(wordsOf(true)).toBe('8–12 Jan 2026');
    expect(wordsOf(false)).toContain('11:43 am');
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

  it('says beside a day in a list where that day itself is not known', () => {
    expect(besideDayWords(evening, 'exact')).toBe('6:50 pm');
    expect(besideDayWords(at('2026-01-14T00:00:00-06:00'), 'day')).toBe('');
    expect(besideDayWords(at('2026-01-12T00:00:00-06:00'), 'week')).toBe(
      'in the week of 12 January 2026',
    );
    expect(besideDayWords(at('2026-01-01T00:00:00-06:00'), 'month')).toBe('in January 2026');
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
  const bins: Bins = {
    from: at('2026-01-01T00:00:00-06:00'),
    binMs: DAY_MS,
    count: 31,
    opensAtStart: true,
    opensAtEnd: true,
  };

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
    const chosen = rangeOf({ start: 20, end: 31 }, { ...bins, from, binMs: (to - from) / 31 });
    expect(chosen?.from).toBe(at('2026-03-21T00:00:00-05:00'));
  });

  it.each([
    ['in spring', '2026-03-01T00:00:00-06:00', '2026-04-01T00:00:00-05:00', 31],
    ['in autumn', '2026-10-15T00:00:00-05:00', '2026-12-01T00:00:00-06:00', 47],
  ])('name whole days on either side of the change %s', (_, first, end, count) => {
    const [from, to] = [at(first), at(end)];
    const days = { ...bins, from, binMs: (to - from) / count, count, opensAtStart: false };
    for (let day = 0; day < count - 1; day++) {
      const chosen = rangeOf({ start: day, end: day + 1 }, days);
      expect(chosen && rangeWords(chosen)).toBe(dayWords(from + (day + 0.5) * DAY_MS));
    }
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
    const families = familySeries({ shooting: [1, 0], protest: [2, 1], vigil: [1, 0] }, 2);
    expect(families).toEqual([
      { id: 'gathering', counts: [3, 1] },
      { id: 'violence', counts: [1, 0] },
    ]);
    expect(highestBar(families, 2)).toBe(4);
    expect(barPaths(families, 2, 20, 40).map(({ path }) => path)).toEqual([
      'M0 10h9v30h-9zM10 30h9v10h-9z',
      'M0 0h9v10h-9z',
    ]);
  });

  it('stack by how sure each is, the surest at the foot', () => {
    const series = verificationSeries({ unverified: [1], verified: [2], disputed: [0] });
    expect(series.map(({ id }) => id)).toEqual(['verified', 'disputed', 'unverified']);
  });

  it('are minutes, hours, days or weeks, as the span is long', () => {
    expect(binsFor(range('2026-01-14T18:00:00-06:00', '2026-01-14T21:00:00-06:00'))).toBe(180);
    expect(binsFor(range('2026-01-10T00:00:00-06:00', '2026-01-20T00:00:00-06:00'))).toBe(240);
    expect(binsFor(range('2025-12-03T00:00:00-06:00', '2026-03-02T00:00:00-06:00'))).toBe(89);
    expect(binsFor(range('2016-01-01T00:00:00-06:00', '2026-01-01T00:00:00-06:00'))).toBe(522);
  });

  it.each([
    ['in spring', '2026-03-01T00:00:00-06:00', '2026-05-01T00:00:00-05:00', 61],
    ['in autumn', '2026-10-15T00:00:00-05:00', '2026-12-01T00:00:00-06:00', 48],
  ])('are 24 hours each where the clocks change within them %s', (_, first, end, count) => {
    const asked = wholeBars({ from: at(first), to: at(end) });
    expect(binsFor(asked)).toBe(count);
    expect(spanGrid(asked, count)).toMatchObject({ from: at(first), binMs: DAY_MS, count });
  });

  it('have an axis whose days and hours are those of the clock on the day it changes', () => {
    const labels = (from: string, to: string, most: number): string[] =>
      ticksOf(at(from), at(to), most).map(({ label }) => label);
    expect(labels('2026-03-07T00:00:00-06:00', '2026-03-10T00:00:00-05:00', 10)).toEqual([
      '7 Mar',
      '8 Mar',
      '9 Mar',
    ]);
    expect(labels('2026-03-08T00:00:00-06:00', '2026-03-08T05:00:00-05:00', 10)).toEqual([
      'midnight',
      '1 am',
      '3 am',
      '4 am',
    ]);
    expect(labels('2026-11-01T00:00:00-05:00', '2026-11-01T03:00:00-06:00', 10)).toEqual([
      'midnight',
      '1 am',
      '1 am',
      '2 am',
    ]);
  });

  it('have an axis that names its beginning and every month that fits', () => {
    const ticks = ticksOf(at('2025-12-03T00:00:00-06:00'), at('2026-03-02T00:00:00-06:00'), 10);
    expect(ticks.map(({ label }) => label)).toEqual(['3 Dec 2025', 'Jan 2026', 'Feb', 'Mar']);
  });
});

describe('presets', () => {
  const now = at('2026-02-10T15:33:20-06:00');

  it('know their own range again, those that follow the clock by name', () => {
    for (const id of PRESETS) {
      const chosen = presetRange(id, now);
      expect(presetOf(chosen?.datetime ?? null, chosen?.rolling ?? null)).toBe(id);
    }
    expect(presetOf(rangeOfRolling('last-7-days', now), null)).toBeNull();
  });

  it('know a whole day again, however exactly its end was written', () => {
    expect(
      presetOf(range('2026-01-14T00:00:00-06:00', '2026-01-14T23:59:59.999-06:00'), null),
    ).toBe('14-january');
  });
});

describe('ranges that follow the clock', () => {
  it('go back from now, in steps that a crowd shares', () => {
    const first = rangeOfRolling('last-24-hours', at('2026-02-10T15:33:20-06:00'));
    expect(first).toEqual({ from: at('2026-02-09T15:30:00-06:00'), to: Infinity });
    expect(rangeOfRolling('last-24-hours', at('2026-02-10T15:34:59-06:00'))).toEqual(first);
    expect(rangeOfRolling('this-month', at('2026-02-10T15:33:20-06:00'))).toEqual({
      from: at('2026-02-01T00:00:00-06:00'),
      to: Infinity,
    });
  });

  it.each([
    ['in the evening, the night before', '2026-02-10T22:00:00-06:00', '2026-02-09', '2026-02-10'],
    ['at night, the one that lasts', '2026-02-10T02:00:00-06:00', '2026-02-09', '2026-02-10'],
    ['when the clocks went forward', '2026-03-08T12:00:00-05:00', '2026-03-07', '2026-03-08'],
  ])('take for last night, %s', (_, now, evening, morning) => {
    const night = rangeOfRolling('last-night', at(now));
    expect(toInputValue(night.from)).toBe(`${evening}T18:00`);
    expect(toInputValue(night.to + 1000)).toBe(`${morning}T06:00`);
  });
});

describe('what the timeline is drawn over', () => {
  const DAY0 = at('2026-01-01T00:00:00-06:00');
  /** A timeline over so many days, one bin a day. */
  const timeline = (counts: readonly number[]) => {
    const to = new Date(DAY0 + counts.length * DAY_MS).toISOString();
    const from = new Date(DAY0).toISOString();
    return {
      ...{ from, to, binSeconds: 86_400, byCategory: { protest: counts }, byVerification: {} },
      ...{ before: 0, after: 0, whole: { from, to } },
    };
  };
  const crowded = Array.from({ length: 30 }, () => 5);
  const withOutlier = [...crowded, ...new Array<number>(28).fill(0), 1];

  it('is where nearly all of it is, where one record lies far off', () => {
    expect(homeSpanOf(timeline(withOutlier), null)).toEqual({
      from: DAY0,
      to: DAY0 + 30 * DAY_MS,
    });
  });

  it('is all of it, where little room would be won or little is known', () => {
    expect(homeSpanOf(timeline([...crowded, 0, 1]), null)?.to).toBe(DAY0 + 32 * DAY_MS);
    expect(homeSpanOf(timeline([1, ...new Array<number>(50).fill(0), 1]), null)?.to).toBe(
      DAY0 + 52 * DAY_MS,
    );
  });

  it("is a link's range and as much about it, where that would be thin", () => {
    const hour = { from: DAY0 + 10 * DAY_MS, to: DAY0 + 10 * DAY_MS + 3_600_000 };
    const home = homeSpanOf(timeline(crowded), hour);
    expect(home).toEqual({ from: hour.from - 3_600_000, to: hour.to + 3_600_000 });
    const beyond = { from: DAY0 + 400 * DAY_MS, to: Infinity };
    expect(homeSpanOf(timeline(crowded), beyond)?.from).toBe(DAY0);
  });

  const whole = { from: DAY0, to: DAY0 + 3650 * DAY_MS };
  it('zooms from a decade to an hour and back, and never leaves it', () => {
    let span = whole;
    for (let i = 0; i < 40; i++) span = zoomed(span, DAY0 + 1000 * DAY_MS, 0.5, whole);
    expect(span.to - span.from).toBe(3_600_000);
    expect(span.from).toBeLessThanOrEqual(DAY0 + 1000 * DAY_MS);
    for (let i = 0; i < 40; i++) span = zoomed(span, span.to, 2, whole);
    expect(span).toEqual(whole);
  });

  it('keeps its length when it is moved, and the instant that is zoomed about in its place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3640 }),
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (start, days, share) => {
          const span = { from: DAY0 + start * DAY_MS, to: DAY0 + (start + days) * DAY_MS };
          const about = span.from + share * days * DAY_MS;
          const near = zoomed(span, about, 0.5, whole);
          expect((about - near.from) / (near.to - near.from)).toBeCloseTo(share, 6);
          const later = moved(span, 5000 * DAY_MS, whole);
          expect(later).toEqual({ from: whole.to - days * DAY_MS, to: whole.to });
        },
      ),
    );
  });

  it('stands on whole hours and days, and holds the range it was zoomed to', () => {
    const evening = range('2026-01-14T18:20:00-06:00', '2026-01-14T20:40:00-06:00');
    expect(snapped(evening)).toEqual(
      range('2026-01-14T18:00:00-06:00', '2026-01-14T21:00:00-06:00'),
    );
    const wide = around(evening, whole);
    expect(wide.from).toBeLessThan(evening.from);
    expect(wide.to).toBeGreaterThan(evening.to);
  });

  it('shows all of a range in which nothing is known', () => {
    const beside = range('2020-01-01T00:00:00-06:00', '2020-01-02T23:59:59-06:00');
    const shown = around(beside, whole);
    expect(shown.from).toBeLessThan(beside.from);
    expect(shown.to).toBeGreaterThan(beside.to);
  });
});

describe('a handle', () => {
  const span = range('2026-01-10T00:00:00-06:00', '2026-01-12T00:00:00-06:00');
  const zoomedBins: Bins = {
    from: span.from,
    binMs: 3_600_000,
    count: 48,
    opensAtStart: false,
    opensAtEnd: false,
  };

  it('of a part that was zoomed to stands for a time, at its end as well', () => {
    expect(rangeOf({ start: 0, end: 48 }, zoomedBins)).toEqual({
      from: span.from,
      to: span.to - 1000,
    });
  });

  it('leaves the other end of the range where it was, even beyond what is drawn', () => {
    const before = { from: at('2026-01-01T03:07:00-06:00'), to: Infinity };
    const edges = edgesOf(before, zoomedBins);
    const chosen = rangeOf(moveHandle(edges, 'end', 24, zoomedBins), zoomedBins, before);
    expect(chosen).toEqual({ from: before.from, to: at('2026-01-10T23:59:59-06:00') });
  });
});

describe('a play', () => {
  const span = range('2026-01-01T00:00:00-06:00', '2026-01-31T00:00:00-06:00');
  const motion: Motion = { span, grows: false, windowMs: DAY_MS, speed: 1, stepMs: 60_000 };

  it('moves a window from the beginning to the end, and no further', () => {
    let frame: typeof span | null = firstFrame(motion, null);
    expect(frame).toEqual({ from: span.from, to: span.from + DAY_MS - 1000 });
    let last = frame;
    for (let i = 0; frame && i < 100; i++) {
      last = frame;
      frame = nextFrame(motion, frame, DAY_MS / 2);
    }
    expect(frame).toBeNull();
    expect(last).toEqual({ from: span.to - DAY_MS, to: span.to - 1000 });
  });

  it('goes on from the window that is chosen, and begins anew where that is at the end', () => {
    const chosen = range('2026-01-10T00:00:00-06:00', '2026-01-10T23:59:59-06:00');
    expect(firstFrame(motion, chosen)).toEqual(chosen);
    const atEnd = { from: span.to - DAY_MS, to: span.to - 1000 };
    expect(firstFrame(motion, atEnd).from).toBe(span.from);
  });

  it('shows whole days, hours or minutes, as it goes on by, and its last frame to the end', () => {
    const [from, to] = ['2026-01-10T14:03:27-06:00', '2026-01-13T09:47:31-06:00'];
    const shown = (stepMs: number, frame = range(from, to)) =>
      shownFrame({ ...motion, windowMs: 3 * DAY_MS, stepMs }, frame);
    expect(shown(1000)).toEqual(range('2026-01-10T14:03:00-06:00', '2026-01-13T09:47:59-06:00'));
    expect(shown(3_600_000)).toEqual(
      range('2026-01-10T14:00:00-06:00', '2026-01-13T09:59:59-06:00'),
    );
    expect(shown(DAY_MS)).toEqual(range('2026-01-11T00:00:00-06:00', '2026-01-12T23:59:59-06:00'));
    const end = span.to - 1000;
    expect(shown(DAY_MS, { from: end - 1000, to: end }).to).toBe(end);
  });

  it('goes on from the window that it has left', () => {
    const hours = { ...motion, windowMs: 1.3 * DAY_MS, stepMs: 3_600_000 };
    const left = shownFrame(hours, { from: span.from + 12_345_000, to: span.from + 124_664_000 });
    expect(firstFrame(hours, left).from).toBe(left.from);
  });

  it('of a growing range leaves its beginning where it is', () => {
    const growing = { ...motion, grows: true };
    const first = firstFrame(growing, null);
    expect(nextFrame(growing, first, 5 * DAY_MS)).toEqual({
      from: first.from,
      to: first.to + 5 * DAY_MS,
    });
  });
});

describe('days of knowledge', () => {
  const [first, today] = ['2026-01-07', '2026-03-01'];

  it('go by one, by ten with Shift, and to the ends', () => {
    const key = (name: string, shift = false) => keyDay(name, shift, '2026-01-15', first, today);
    expect(key('ArrowLeft')).toBe('2026-01-14');
    expect(key('ArrowRight', true)).toBe('2026-01-25');
    expect(key('ArrowLeft', true)).toBe(first);
    expect(key('End')).toBe(today);
    expect(key('x')).toBeNull();
  });

  it('pass over the day on which the clocks change', () => {
    expect(dayFrom('2026-03-07', 1, first, '2026-04-01')).toBe('2026-03-08');
    expect(dayFrom('2026-03-08', 1, first, '2026-04-01')).toBe('2026-03-09');
  });

  it('are as known now on the last, and the end of their day before', () => {
    expect(asOfOf(today, today)).toBe(Infinity);
    expect(asOfOf('2026-01-15', today)).toBe(at('2026-01-15T23:59:59.999-06:00'));
  });
});

describe('the zone', () => {
  it('says its offset, and both where the clocks change in between', () => {
    expect(zoneWords('central', range('2026-01-01T06:00:00Z', '2026-01-02T06:00:00Z'))).toBe(
      'Central Time, UTC−6',
    );
    expect(zoneWords('central', range('2016-05-01T05:00:00Z', '2026-05-01T05:00:00Z'))).toBe(
      'Central Time, UTC−6/−5',
    );
    expect(offsetWords(330)).toBe('UTC+5:30');
  });
});
