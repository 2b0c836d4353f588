import { describe, expect, it, test } from 'vitest';
import { reportFeature } from '../../../data/incident/schema.ts';
import { reportOf } from './records.ts';

/** Where a report is refused, as JSON pointers; a field that is not known is named in its parent. */
function refused(report: unknown): string[] {
  const issues = reportFeature.safeParse(report).error?.issues ?? [];
  return issues.map((issue) => `/${issue.path.join('/')}`);
}

describe('a report', () => {
  it('needs only what a passer-by knows', () => {
    const { properties } = reportFeature.parse(reportOf());
    expect(properties).toMatchObject({
      crowdSizeLow: null,
      fatalities: null,
      accounts: [],
      sources: [],
      locationBasis: 'Given by the reporter',
    });
  });

  test.each([
    ['id'],
    ['verification'],
    ['decisions'],
    ['synthetic'],
    ['createdAt'],
    ['updatedAt'],
    ['revision'],
    ['latestAt'],
    ['favouriteColour'],
  ])('cannot bring its own %s', (name) => {
    expect(refused(reportOf({ [name]: 'x' }))).toEqual(['/properties']);
  });

  it('cannot bring a prototype', () => {
    const own = JSON.parse(
      JSON.stringify(reportOf()).replace('"title"', '"__proto__":{"synthetic":true},"title"'),
    );
    const parsed = reportFeature.safeParse(own);
    if (parsed.success) expect(parsed.data.properties).not.toHaveProperty('synthetic');
    expect({}).not.toHaveProperty('synthetic');
  });

  test.each(['title', 'summary', 'category', 'occurredAt', 'timePrecision', 'place'])(
    'needs a %s',
    (name) => {
      const report = reportOf();
      delete (report.properties as Record<string, unknown>)[name];
      expect(refused(report)).toEqual([`/properties/${name}`]);
    },
  );

  it('has a place', () => {
    expect(refused({ ...reportOf(), geometry: null })).toEqual(['/geometry']);
  });

  it('names every wrong field at once', () => {
    const report = reportOf({ title: '', fatalities: -1, occurredAt: 'yesterday' });
    expect(refused(report).sort()).toEqual([
      '/properties/fatalities',
      '/properties/occurredAt',
      '/properties/title',
    ]);
  });
});
