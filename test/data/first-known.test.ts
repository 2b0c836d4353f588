import { describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import { versionsOf } from '../../data/incident/versions.ts';
import { centralDate, endOfCentralDate } from '../../data/time/central.ts';
import { faults, instant, records } from './first-records.ts';

/** No record knows more than was public at the time. */

describe('what was known when', () => {
  const kept = {
    createdAt: '2026-11-24T12:00:00-06:00',
    updatedAt: '2026-11-24T12:00:00-06:00',
    revision: 1,
  };
  const firstKnown = ({ properties: { accounts } }: IncidentDraft): number =>
    Math.min(...accounts.map((account) => instant(account.knownAt)));

  it('decides from the first day on, in order, each time on what had become public', () => {
    expect(
      faults((record) => {
        const at = record.properties.decisions.map((d) =>
          instant(d.basedOn?.knownAt ?? d.decidedAt),
        );
        const ordered = at.every(
          (moment, index) => index === 0 || moment >= (at[index - 1] as number),
        );
        return ordered && at[0] === firstKnown(record) ? [] : ['decisions'];
      }),
    ).toEqual([]);
  });

  it('names no day in title or summary that was still to come when the record became known', () => {
    const months = ['January', 'February', 'March', 'April', 'May', 'June'];
    const day = new RegExp(`\\b(\\d{1,2}) (${months.join('|')})\\b`, 'g');
    expect(
      faults((record) => {
        const { title, summary, occurredAt } = record.properties;
        const known = Math.max(
          firstKnown(record),
          endOfCentralDate(centralDate(instant(occurredAt))),
        );
        return [...`${title} ${summary}`.matchAll(day)].flatMap(([words, date, month]) => {
          const number = String(months.indexOf(month as string) + 1).padStart(2, '0');
          return instant(`2026-${number}-${(date as string).padStart(2, '0')}`) > known
            ? [words]
            : [];
        });
      }),
    ).toEqual([]);
  });

  /** The record of the shooting of 14 January as it stood at the end of a day. */
  function northShooting(date: string) {
    const draft = records.find(
      (record) => record.id === '2026-01-14-north-shooting',
    ) as IncidentDraft;
    const moment = endOfCentralDate(date);
    const version = versionsOf(draft, kept).find(
      (v) => v.knownFrom <= moment && moment < v.knownUntil,
    );
    const properties = version?.feature.properties;
    return {
      verification: properties?.verification,
      speakers: properties?.accounts.map((a) => a.by) ?? [],
    };
  }

  it("has DHS's account alone, unverified, on the night of the 14 January shooting", () => {
    const { verification, speakers } = northShooting('2026-01-14');
    expect(verification).toBe('unverified');
    expect(speakers).toEqual(['Department of Homeland Security']);
  });

  it('is disputed by the 911 call at the end of 15 January, and knows nothing of February', () => {
    const { verification, speakers } = northShooting('2026-01-15');
    expect(verification).toBe('disputed');
    expect(speakers).toContainEqual(expect.stringMatching(/911 call/));
    expect(speakers.join('\n')).not.toMatch(/Rosen|Magnuson|Lyons|Moriarty/);
  });

  it("has the court's and the government's own later statements at the end of 13 February, and no charges", () => {
    const { speakers } = northShooting('2026-02-13');
    expect(speakers).toContainEqual(expect.stringMatching(/\b(US|U\.S\.) Attorney/));
    expect(speakers).toContainEqual(expect.stringMatching(/District Judge|District Court/));
    expect(speakers).toContainEqual(expect.stringMatching(/ICE Acting Director/i));
    expect(speakers.join('\n')).not.toMatch(/Hennepin County Attorney/);
  });

  it("has the county's charges only from 18 May", () => {
    expect(northShooting('2026-05-17').speakers.join('\n')).not.toMatch(
      /Hennepin County Attorney’s Office/,
    );
    expect(northShooting('2026-05-18').speakers).toContainEqual(
      expect.stringMatching(/Hennepin County Attorney’s Office/),
    );
  });
});
