import { describe, expect, it } from 'vitest';
import { filterOf, loosenessOf, suggested } from '../../../client/compare/sides.ts';
import { readAddress, writeAddress } from '../../../client/state/address.ts';
import { type Compared, INITIAL_STATE, NO_FILTER } from '../../../client/state/state.ts';
import { update } from '../../../client/state/update.ts';
import type { Counted } from '../../../client/view-source/source.ts';
import { parseDatetime } from '../../../data/time/span.ts';
import { answerOf, incident } from '../made-answer.ts';

const day = (date: string, knownOn: string | null = null) => ({ date, knownOn });

describe('the address of a comparison', () => {
  const compared: Compared[] = [
    { first: day('2026-01-07'), second: day('2026-01-08'), days: 1 },
    { first: day('2026-01-01'), second: day('2026-01-08'), days: 7 },
    { first: day('2026-01-14', '2026-01-14'), second: day('2026-01-14'), days: 1 },
  ];

  it.each(compared)('says which days, how many, and as known when: %j', (one) => {
    const href = writeAddress({
      filter: NO_FILTER,
      camera: null,
      screen: { kind: 'compare', compared: one },
    });
    const { hash } = new URL(href, 'http://localhost');
    expect(readAddress('', hash).screen).toEqual({ kind: 'compare', compared: one });
  });

  it('that names no two days leaves them to be chosen', () => {
    for (const hash of ['#compare', '#compare/2026-02-30/2026-01-08', '#compare/2026-01-07/x/0']) {
      expect(readAddress('', hash).screen).toEqual({ kind: 'compare', compared: null });
    }
  });
});

describe('what is compared at first', () => {
  const answered = update(INITIAL_STATE, { type: 'answered', answer: answerOf([incident('a')]) });

  it('is the last day that is known, and the day before', () => {
    expect(suggested(answered)).toMatchObject({
      first: { date: '2026-01-30' },
      second: { date: '2026-01-31' },
      days: 1,
    });
  });

  it('is the range that is set, and as long before it', () => {
    const datetime = parseDatetime('2026-01-12/2026-01-18');
    const narrowed = update(answered, { type: 'timeChosen', datetime });
    expect(suggested(narrowed)).toMatchObject({
      first: { date: '2026-01-05' },
      second: { date: '2026-01-12' },
      days: 7,
    });
  });
});

describe('a side', () => {
  it('is whole days of Minneapolis, also where the clocks change in between', () => {
    const { datetime, asOf } = filterOf(NO_FILTER, day('2026-03-07'), 2);
    expect(datetime?.from).toBe(Date.parse('2026-03-07T00:00:00-06:00'));
    expect(datetime?.to).toBe(Date.parse('2026-03-09T00:00:00-05:00') - 1);
    expect(asOf).toBe(Infinity);
    expect(filterOf(NO_FILTER, day('2026-03-07', '2026-03-08'), 1).asOf).toBe(
      Date.parse('2026-03-09T00:00:00-05:00') - 1,
    );
  });

  it('says what of it is known loosely, and what stands on the other side as well', () => {
    const at = (from: string, to: string, timePrecision: Counted['timePrecision']): Counted => ({
      occurredAt: Date.parse(from),
      latestAt: Date.parse(to),
      timePrecision,
      arrests: null,
      injuries: null,
      fatalities: null,
    });
    const side = [
      at('2026-01-07T18:00:00Z', '2026-01-07T18:00:00Z', 'exact'),
      at('2026-01-05T06:00:00Z', '2026-01-12T05:59:59Z', 'week'),
      at('2026-01-07T18:00:00Z', '2026-01-08T18:00:00Z', 'exact'),
    ];
    const other = filterOf(NO_FILTER, day('2026-01-08'), 1);
    expect(loosenessOf(side, other)).toEqual({ loose: 1, inBoth: 2 });
  });
});
