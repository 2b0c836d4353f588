import { describe, expect, it } from 'vitest';
import { publishableAt } from '../../../server/domain/publication-delay.ts';
import { report } from '../made-reports.ts';

const at = (text: string): number => Date.parse(text);
const NOW = at('2026-02-01T12:00:00-06:00');

describe('a report', () => {
  it('of a vigil may be public at once', () => {
    const soon = report({ category: 'vigil', occurredAt: '2026-02-01T11:59:00-06:00' });
    expect(publishableAt(soon, NOW)).toBe(NOW);
  });

  it.each([
    [
      'a detention',
      'detention',
      'exact',
      '2026-02-01T11:00:00-06:00',
      null,
      '2026-02-02T11:00:00-06:00',
    ],
    [
      'force by officers',
      'police_force',
      'exact',
      '2026-02-01T11:00:00-06:00',
      null,
      '2026-02-01T17:00:00-06:00',
    ],
    [
      'a raid, from its end',
      'raid',
      'exact',
      '2026-02-01T08:00:00-06:00',
      '2026-02-01T11:00:00-06:00',
      '2026-02-02T11:00:00-06:00',
    ],
    [
      'a stop at some time of this hour',
      'stop',
      'hour',
      '2026-02-01T11:00:00-06:00',
      null,
      '2026-02-02T12:00:00-06:00',
    ],
    [
      'a stop at some time today, which may be going on',
      'stop',
      'day',
      '2026-02-01T00:00:00-06:00',
      null,
      '2026-02-02T12:00:00-06:00',
    ],
    [
      'a detention at 11:17, on the full hour',
      'detention',
      'exact',
      '2026-02-01T11:17:00-06:00',
      null,
      '2026-02-02T12:00:00-06:00',
    ],
  ] as const)('of %s waits', (_name, category, timePrecision, occurredAt, endedAt, expected) => {
    const feature = report({ category, timePrecision, occurredAt, endedAt });
    expect(new Date(publishableAt(feature, NOW))).toEqual(new Date(at(expected)));
  });

  it('of what lies back far enough waits no longer', () => {
    const old = report({ category: 'raid', occurredAt: '2026-01-30T08:00:00-06:00' });
    expect(publishableAt(old, NOW)).toBe(NOW);
  });
});
