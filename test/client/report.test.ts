import { describe, expect, it } from 'vitest';
import { byField, checkReport, firstStep } from '../../client/report/check.ts';
import {
  type Draft,
  metersPerPixel,
  newDraft,
  pinPlace,
  reportOf,
} from '../../client/report/draft.ts';

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
    ['2026-01-14T18:51', /future/],
    ['2027-06-01T12:00', /future/],
    ['1700-01-01T12:00', /between 1850/],
    ['2026-01-14T18:50', undefined],
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
    const errors = byField([{ pointer: '/geometry/coordinates', message }], reportOf(FILLED, NOW));
    expect(errors).toEqual({ '/geometry/coordinates': message });
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
