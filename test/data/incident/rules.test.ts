import { describe, expect, it } from 'vitest';
import { brokenReportRules, brokenRules } from '../../../data/incident/rules.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { accountOf, draftOf, sourceOf } from './records.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

/** Where a record with these properties breaks a rule, as JSON pointers. */
function broken(properties: Partial<IncidentDraft['properties']>): string[] {
  return brokenRules(draftOf('a', properties).properties, now).map(
    ({ path }) => `/${path.join('/')}`,
  );
}

describe('time', () => {
  it('allows what is announced up to a year ahead', () => {
    expect(broken({ occurredAt: '2027-11-20T12:00:00-06:00' })).toEqual([]);
  });

  it('refuses the year 2999 and the year 1026', () => {
    expect(broken({ occurredAt: '2999-01-01T00:00:00Z' })).toEqual(['/properties/occurredAt']);
    expect(broken({ occurredAt: '1026-01-01T00:00:00Z' })).toEqual(['/properties/occurredAt']);
  });

  it.each([
    ['2026-11-24T12:10:00Z', []],
    ['2026-11-24T12:20:00Z', ['in_future']],
    ['2026-11-25T12:00:00Z', ['in_future']],
    ['2999-01-01T00:00:00Z', ['in_future']],
    ['1026-01-01T00:00:00Z', ['improbable_time']],
  ])(
    'of a report is judged by our clock, which a device’s may run ahead of a little: %s',
    (occurredAt, codes) => {
      const { properties } = draftOf('a', { occurredAt });
      expect(brokenReportRules(properties, now).map(({ code }) => code)).toEqual(codes);
    },
  );

  it('compares beginning and end as instants, not as texts', () => {
    const occurredAt = '2026-01-10T18:00:00-06:00';
    expect(broken({ occurredAt, endedAt: '2026-01-10T17:30:00-08:00' })).toEqual([]);
    expect(broken({ occurredAt, endedAt: '2026-01-10T18:30:00-05:00' })).toEqual([
      '/properties/endedAt',
    ]);
  });
});

describe('counts', () => {
  it('refuses a low figure above the high one', () => {
    expect(broken({ crowdSizeLow: 30, crowdSizeHigh: 10 })).toEqual(['/properties/crowdSizeLow']);
    expect(broken({ crowdSizeLow: 10, crowdSizeHigh: 10 })).toEqual([]);
    expect(broken({ crowdSizeLow: 10, crowdSizeHigh: null })).toEqual([]);
  });
});

describe('accounts', () => {
  const city = accountOf('city', '2026-01-15');

  it('may dispute each other', () => {
    const dhs = accountOf('dhs', '2026-01-14', { disputes: ['city'] });
    expect(broken({ accounts: [dhs, { ...city, disputes: ['dhs'] }] })).toEqual([]);
  });

  it('cannot dispute themselves', () => {
    expect(broken({ accounts: [{ ...city, disputes: ['city'] }] })).toEqual([
      '/properties/accounts/0/disputes',
    ]);
  });

  it('cannot dispute what the record does not hold', () => {
    expect(broken({ accounts: [city, { ...city, id: 'b', disputes: ['dhs'] }] })).toEqual([
      '/properties/accounts/1/disputes',
    ]);
  });

  it('cannot share an id, nor can sources', () => {
    expect(broken({ accounts: [city, city] })).toEqual(['/properties/accounts/1/id']);
    expect(broken({ sources: [sourceOf('s', null), sourceOf('s', null)] })).toEqual([
      '/properties/sources/1/id',
    ]);
  });

  it('cite sources of their own record', () => {
    const accounts = [{ ...city, sources: ['s'] }];
    expect(broken({ accounts, sources: [sourceOf('s', null)] })).toEqual([]);
    expect(broken({ accounts, sources: [sourceOf('t', null)] })).toEqual([
      '/properties/accounts/0/sources',
    ]);
  });
});
