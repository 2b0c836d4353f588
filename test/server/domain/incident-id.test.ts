import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { identifier } from '../../../data/incident/fields.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { newIncidentId } from '../../../server/domain/incident-id.ts';

const AT = { occurredAt: '2026-01-15T05:30:00Z', endedAt: null } as const;

describe('the id of a published report', () => {
  it.each([
    ['exact', '2026-01-14-police-force-'],
    ['month', '2026-01-01-police-force-'],
  ] as const)(
    'tells the day in Minneapolis, known %s, as it is told elsewhere',
    (timePrecision, start) => {
      const id = newIncidentId({ ...AT, timePrecision, category: 'police_force' }, { randomBytes });
      expect(id).toMatch(new RegExp(`^${start}[a-z0-9]{4}$`));
    },
  );

  it.each(CATEGORY_IDS)('is lawful, for a %s', (category) => {
    const id = newIncidentId({ ...AT, timePrecision: 'exact', category }, { randomBytes });
    expect(identifier.safeParse(id).success).toBe(true);
  });
});
