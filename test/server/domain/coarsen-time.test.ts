import { describe, expect, it } from 'vitest';
import { publicDraft } from '../../../server/domain/publish.ts';
import { report } from '../made-reports.ts';
import { NOW } from './city.ts';

const published = (...[changed]: Parameters<typeof report>) =>
  publicDraft(report(changed), {
    id: 'made',
    receivedOn: '2026-01-20',
    now: NOW,
    verification: 'unverified',
  }).properties;

describe('a published time', () => {
  it.each(['detention', 'raid', 'stop', 'police_force'] as const)(
    'of a %s is told to the hour',
    (category) => {
      const times = {
        category,
        timePrecision: 'exact',
        occurredAt: '2026-01-10T18:37:22-06:00',
        endedAt: '2026-01-10T18:52:00-06:00',
      } as const;
      expect(published(times)).toMatchObject({
        timePrecision: 'hour',
        occurredAt: '2026-01-10T18:00:00-06:00',
        endedAt: '2026-01-10T19:00:00-06:00',
      });
    },
  );

  it('of an end that is known to the day stays within that day', () => {
    const times = { timePrecision: 'day', occurredAt: '2026-01-10T00:00:00-06:00' } as const;
    const ended = (endedAt: string) => published({ ...times, endedAt }).endedAt;
    expect(ended('2026-01-12T23:59:59-06:00')).toBe('2026-01-12T23:59:59-06:00');
    expect(ended('2026-01-12T16:20:00-06:00')).toBe('2026-01-12T17:00:00-06:00');
  });

  it('of what people do is told to the minute', () => {
    expect(
      published({ timePrecision: 'exact', occurredAt: '2026-01-10T18:37:22.5-06:00' }),
    ).toMatchObject({ timePrecision: 'exact', occurredAt: '2026-01-10T18:37:00-06:00' });
  });

  it.each([
    ['hour', '2026-01-10T18:00:00-06:00'],
    ['day', '2026-01-10T00:00:00-06:00'],
    ['week', '2026-01-05T00:00:00-06:00'],
    ['month', '2026-01-01T00:00:00-06:00'],
  ] as const)('known to the %s says no more than that', (timePrecision, occurredAt) => {
    const exact = { timePrecision, occurredAt: '2026-01-10T18:37:22-06:00' };
    expect(published(exact)).toMatchObject({ timePrecision, occurredAt });
  });

  it('at which somebody said something of officers is told to the hour', () => {
    const { accounts } = published({
      category: 'stop',
      accounts: [
        { by: 'a passer-by', role: 'witness', says: 'So.', saidAt: '2026-01-10T19:23:00-06:00' },
        { by: 'a neighbor', role: 'witness', says: 'So.', saidAt: '2026-01-11' },
      ],
    });
    expect(accounts.map(({ saidAt, knownAt }) => [saidAt, knownAt])).toEqual([
      ['2026-01-10T19:00:00-06:00', '2026-01-10T19:00:00-06:00'],
      ['2026-01-11', '2026-01-11'],
    ]);
  });

  it('stays as it was written where it is round', () => {
    expect(published({ occurredAt: '2026-01-11T00:00:00Z' }).occurredAt).toBe(
      '2026-01-11T00:00:00Z',
    );
  });
});
