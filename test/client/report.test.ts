import { describe, expect, it } from 'vitest';
import { byField, checkReport, firstStep } from '../../client/report/check.ts';
import {
  type Draft,
  draftOf,
  draftSchema,
  isChanged,
  newDraft,
  reportOf,
  resumed,
} from '../../client/report/draft.ts';
import { measuredPlace, metersPerPixel, pinPlace } from '../../client/report/place.ts';
import { reportFeature } from '../../data/incident/schema.ts';
import { incident } from './made-answer.ts';

const NOW = Date.parse('2026-01-14T18:50:40-06:00');

const FILLED: Draft = {
  ...newDraft(null),
  place: pinPlace([-93.2627, 44.9484], 1, null),
  placeWords: 'Lake Street and Chicago Avenue',
  category: 'protest',
  title: 'Crowd gathers',
  summary: 'About forty people with signs.',
  links: 'https://www.example.org/a\n\nhttps://example.com/b',
};

describe('a report that is being written', () => {
  it('passes by the same schema as on the server, once it is filled in', () => {
    expect(checkReport(reportOf(FILLED, NOW), NOW)).toEqual({});
  });

  it('names every field that was left empty, in words that help', () => {
    const errors = checkReport(reportOf(newDraft(null), NOW), NOW);
    expect(errors).toMatchObject({
      '/geometry/coordinates': expect.stringContaining('pin'),
      '/properties/place': expect.stringContaining('where it was'),
      '/properties/category': expect.stringContaining('kind of thing'),
      '/properties/title': expect.stringContaining('one line'),
      '/properties/summary': expect.stringContaining('your own words'),
    });
    expect(firstStep(errors)).toBe(0);
  });

  it('sends "now" to the hour, and an earlier time no closer than it is known', () => {
    expect(reportOf(FILLED, NOW).properties).toMatchObject({
      occurredAt: '2026-01-14T18:00:00-06:00',
      timePrecision: 'hour',
    });
    const earlier: Draft = {
      ...FILLED,
      when: 'pick',
      pickedTime: '2026-01-13T16:42',
      timePrecision: 'hour',
    };
    expect(reportOf(earlier, NOW).properties).toMatchObject({
      occurredAt: '2026-01-13T16:00:00-06:00',
      timePrecision: 'hour',
    });
  });

  it.each([
    ['2026-01-14T19:06', /future/],
    ['2027-06-01T12:00', /future/],
    ['1700-01-01T12:00', /before 1850/],
    ['2026-01-14T18:55', undefined],
  ])('judges the time %s while other fields are empty', (pickedTime, message) => {
    const draft: Draft = { ...newDraft(null), when: 'pick', pickedTime };
    const error = checkReport(reportOf(draft, NOW), NOW)['/properties/occurredAt'];
    if (message === undefined) expect(error).toBeUndefined();
    else expect(error).toMatch(message);
  });

  it('takes each link for a source, named by its host', () => {
    expect(reportOf(FILLED, NOW).properties.sources).toEqual([
      { publisher: 'example.org', url: 'https://www.example.org/a' },
      { publisher: 'example.com', url: 'https://example.com/b' },
    ]);
    const wrong = checkReport(reportOf({ ...FILLED, links: 'javascript:alert(1)' }, NOW), NOW);
    expect(wrong['/properties/sources']).toContain('https://');
    expect(firstStep(wrong)).toBe(2);
  });

  it('shows what the server refuses beside the field it means', () => {
    const message = 'That place is outside Minneapolis by 5 km.';
    const pointer = '/geometry/coordinates';
    const shown = (code?: string) =>
      byField([{ pointer, message, ...(code ? { code } : {}) }], reportOf(FILLED, NOW))[pointer];
    expect(shown('outside_area')).toMatch(/outside the area of this map/);
    // What this page has no words for stays as the server said it, and is marked as English.
    expect(shown('never_heard_of')).toEqual({ english: message });
    expect(shown()).toEqual({ english: message });
  });
});

describe('a pin', () => {
  it('is no more exact than the map it was set on', () => {
    const streets = metersPerPixel(44.95, 17);
    const city = metersPerPixel(44.95, 11);
    expect(pinPlace([-93.26, 44.95], streets, null).locationPrecision).toBe('exact');
    expect(pinPlace([-93.26, 44.95], city, null).locationPrecision).toBe('block');
  });

  it('becomes an area where the reporter is not sure', () => {
    const place = pinPlace([-93.26, 44.95], 0.5, 800);
    expect(place).toMatchObject({ locationPrecision: 'neighborhood', uncertaintyMeters: 800 });
  });
});

describe('where a device or a photo says it is', () => {
  const spot = [-93.262741, 44.948436] as const;

  it('is rounded to the block, so that the spot stays on the device', () => {
    expect(measuredPlace(spot, 12, false, 'the reporter’s device')).toMatchObject({
      coordinates: [-93.263, 44.948],
      locationPrecision: 'block',
      uncertaintyMeters: 100,
      basis: expect.stringContaining('rounded to the block'),
    });
  });

  it('is the spot where its reporter wants it, unless the device does not know it so well', () => {
    expect(measuredPlace(spot, 12, true, 'a photo').locationPrecision).toBe('exact');
    expect(measuredPlace(spot, 90, true, 'a photo').locationPrecision).toBe('block');
  });

  it('is an area where the device only guesses', () => {
    expect(measuredPlace(spot, 1500, false, 'a photo')).toMatchObject({
      locationPrecision: 'neighborhood',
      uncertaintyMeters: 1500,
    });
  });
});

describe('a draft that was kept', () => {
  it('is kept once something was written, not for the pin that stands somewhere anyway', () => {
    const first = newDraft(null);
    expect(isChanged({ ...first, place: FILLED.place }, first)).toBe(false);
    expect(isChanged({ ...first, title: 'A' }, first)).toBe(true);
  });

  it('is read back as it was written, and refused when it was mangled', () => {
    expect(draftSchema.parse(JSON.parse(JSON.stringify(FILLED)))).toEqual(FILLED);
    expect(draftSchema.safeParse({ ...FILLED, category: 'gossip' }).success).toBe(false);
  });

  it('says "now" of the hour in which it was written', () => {
    const later = resumed(FILLED, NOW, NOW + 5 * 3_600_000);
    expect(reportOf(later, NOW + 5 * 3_600_000).properties).toMatchObject({
      occurredAt: '2026-01-14T18:00:00-06:00',
      timePrecision: 'hour',
    });
  });

  it('says "earlier today" of the day on which it was written', () => {
    const draft: Draft = { ...FILLED, when: 'today', pickedTime: '2026-01-14T15:00' };
    expect(resumed(draft, NOW, NOW)).toEqual(draft);
    expect(resumed(draft, NOW, NOW + 24 * 3_600_000)).toEqual({ ...draft, when: 'pick' });
  });
});

describe('a report that is corrected', () => {
  it('is in the form as it was sent', () => {
    const sent = reportFeature.parse(reportOf(FILLED, NOW));
    const again = reportFeature.parse(reportOf(draftOf(sent), NOW + 86_400_000));
    expect(again).toEqual(sent);
  });
});

describe('a record that is said to be wrong', () => {
  it('tells the moderator which: its id, title, time and place', () => {
    const record = incident('2026-01-14-made');
    const { properties, geometry } = reportOf(newDraft(record), NOW);
    for (const told of [record.id, record.properties.title, record.properties.place]) {
      expect(properties.summary).toContain(told);
    }
    expect(properties.title).toBe(`Correction: ${record.properties.title}`);
    expect(Date.parse(properties.occurredAt)).toBe(Date.parse(record.properties.occurredAt));
    expect(geometry.coordinates).toEqual(record.geometry?.coordinates);
  });
});
