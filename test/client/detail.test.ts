import { describe, expect, it } from 'vitest';
import { sidesOf } from '../../client/detail/sides.ts';
import { countWords, metersWords, whereWords } from '../../client/detail/words.ts';
import { toggle } from '../../client/filters/toggle.ts';
import { byDay } from '../../client/list/days.ts';
import type { Account } from '../../data/incident/schema.ts';
import { incident } from './made-answer.ts';

function account(id: string, knownAt: string, disputes: string[] = []): Account {
  return {
    id,
    by: id,
    role: 'other',
    says: 'Says so.',
    saidAt: null,
    knownAt,
    knownAtBasis: 'published',
    sources: [],
    disputes,
  };
}

const ids = (accounts: readonly Account[]): string[] => accounts.map(({ id }) => id);

describe('accounts that contradict each other', () => {
  it('stand in the order in which they became known, a summer day known by its end', () => {
    const { undisputed } = sidesOf([
      account('past midnight', '2026-06-11T00:30:00-05:00'),
      account('the day before', '2026-06-10'),
    ]);
    expect(ids(undisputed)).toEqual(['the day before', 'past midnight']);
  });

  it('stand on two sides, the first known on the left', () => {
    const { disputes, undisputed } = sidesOf([
      account('attorney', '2026-02-12', ['dhs']),
      account('dhs', '2026-01-14'),
      account('chief', '2026-01-14'),
      account('call', '2026-01-15', ['dhs']),
    ]);
    expect(disputes).toHaveLength(1);
    expect(ids(disputes[0]?.left ?? [])).toEqual(['dhs']);
    expect(ids(disputes[0]?.right ?? [])).toEqual(['call', 'attorney']);
    expect(ids(undisputed)).toEqual(['chief']);
  });

  it('are kept apart where they are about different things', () => {
    const { disputes } = sidesOf([
      account('a', '2026-01-01'),
      account('b', '2026-01-02', ['a']),
      account('c', '2026-01-03'),
      account('d', '2026-01-04', ['c']),
    ]);
    expect(disputes.map(({ left, right }) => [...ids(left), ...ids(right)])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('lose no account where three contradict each other', () => {
    const { disputes } = sidesOf([
      account('a', '2026-01-01', ['b', 'c']),
      account('b', '2026-01-02', ['c']),
      account('c', '2026-01-03'),
    ]);
    const sides = disputes.flatMap(({ left, right }) => [...ids(left), ...ids(right)]);
    expect(sides.sort()).toEqual(['a', 'b', 'c']);
  });
});

describe('words of a record', () => {
  it('write what nobody counted as not known', () => {
    expect(countWords(null)).toBe('not known');
    expect(countWords(0)).toBe('0');
    expect(countWords(1200, 1500)).toBe('1,200 to 1,500');
    expect(countWords(100, null)).toBe('at least 100');
    expect(countWords(null, 50)).toBe('at most 50');
  });

  it('say how exactly a place is known', () => {
    const { properties } = incident('a');
    expect(
      whereWords({
        ...properties,
        place: 'Whittier',
        locationPrecision: 'neighborhood',
        uncertaintyMeters: 1200,
      }),
    ).toBe('Somewhere in this area: Whittier (within 1.2 km)');
    expect(whereWords({ ...properties, place: 'Minneapolis', locationPrecision: 'city' })).toBe(
      'Minneapolis (known only to the city; not on the map)',
    );
    expect(metersWords(450)).toBe('450 m');
  });
});

describe('the list', () => {
  it('groups by the day in Minneapolis, not in Greenwich', () => {
    const late = incident('late', '2026-01-14T23:30:00-06:00');
    const early = incident('early', '2026-01-14T00:10:00-06:00');
    const next = incident('next', '2026-01-15T00:10:00-06:00');
    expect(byDay([next, late, early]).map(({ incidents }) => incidents.map((i) => i.id))).toEqual([
      ['next'],
      ['late', 'early'],
    ]);
  });
});

describe('a choice of filters', () => {
  it('adds, takes out, and is none when everything or nothing is chosen', () => {
    expect(toggle(null, ['a'], 3)).toEqual(['a']);
    expect(toggle(['a'], ['a'], 3)).toBeNull();
    expect(toggle(['a', 'b'], ['c'], 3)).toBeNull();
    expect(toggle(['a'], ['a', 'b'], 5)).toEqual(['a', 'b']);
  });
});
