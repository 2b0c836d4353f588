import { describe, expect, it } from 'vitest';
import { distanceWords } from '../../client/near/distance.ts';
import { records } from '../data/first-records.ts';

/** At Whittier Park, by a phone that knows itself within 30 m. */
const OWN = { longitude: -93.2795, latitude: 44.9558, accuracyMeters: 30 };

describe('how far an incident is', () => {
  it('is said in miles, to a tenth where both places are known well enough', () => {
    expect(distanceWords(placed([-93.2795, 44.9703], 20), OWN)).toBe('1 mi from you');
    expect(distanceWords(placed([-93.2795, 44.9775], 20), OWN)).toBe('1.5 mi from you');
  });

  it('is about so many miles where the place is an area', () => {
    expect(distanceWords(placed([-93.2795, 44.9993], 1800), OWN)).toBe('about 3 mi from you');
  });

  it('is only near where it may be right here', () => {
    expect(distanceWords(placed([-93.2795, 44.9603], 800), OWN)).toBe('near you');
  });

  it('is not said of what has no place, or before the device was asked', () => {
    expect(distanceWords(placed(null, null), OWN)).toBe('');
    expect(distanceWords(placed([-93.28, 44.95], 20), null)).toBe('');
  });
});

function placed(coordinates: [number, number] | null, uncertaintyMeters: number | null) {
  const [record] = records;
  if (!record) throw new Error('the first data set is empty');
  const geometry = coordinates && { type: 'Point' as const, coordinates };
  const properties = { ...record.properties, uncertaintyMeters };
  return { ...record, geometry, properties } as unknown as Parameters<typeof distanceWords>[0];
}
