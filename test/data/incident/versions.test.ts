import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { featureAsOf, versionsOf } from '../../../data/incident/versions.ts';
import { endOfCentralDate } from '../../../data/time/central.ts';
import { knownInstant } from '../../../data/time/span.ts';
import { accountOf, decisionOf, draftOf, sourceOf } from './records.ts';

const kept = {
  createdAt: '2026-11-24T12:00:00-06:00',
  updatedAt: '2026-11-24T12:00:00-06:00',
  revision: 1,
};

/** The record as the map answers for a day; null where it was not known then. */
function asOf(draft: IncidentDraft, day: string) {
  const instant = knownInstant(day) as number;
  const version = versionsOf(draft, kept).find(
    ({ knownFrom, knownUntil }) => knownFrom <= instant && instant < knownUntil,
  );
  return version?.feature.properties ?? null;
}

/** The shape of the shooting of 14 January: one account that night, another the day after. */
const shooting = draftOf('shooting', {
  category: 'shooting',
  accounts: [
    accountOf('dhs', '2026-01-14', { disputes: [], sources: ['wire'] }),
    accountOf('caller', '2026-01-15', { disputes: ['dhs'], sources: ['paper'] }),
    accountOf('court', '2026-02-13', { disputes: ['dhs'], sources: ['order'] }),
  ],
  sources: [
    sourceOf('wire', '2026-01-14'),
    sourceOf('paper', '2026-01-15'),
    sourceOf('second-paper', '2026-01-20'),
    sourceOf('order', '2026-02-13'),
    sourceOf('undated', null),
  ],
  decisions: [
    decisionOf('verified', '2026-11-24', '2026-02-13'),
    decisionOf('unverified', '2026-11-24', '2026-01-14'),
    decisionOf('disputed', '2026-11-24', '2026-01-15'),
  ],
});

const ids = (entries: readonly { id: string }[] | undefined) => entries?.map((entry) => entry.id);

describe('a record as it was known', () => {
  it('is unknown before its first account', () => {
    expect(asOf(shooting, '2026-01-13')).toBeNull();
  });

  it('holds one account alone on the night', () => {
    const night = asOf(shooting, '2026-01-14');
    expect(ids(night?.accounts)).toEqual(['dhs']);
    expect(ids(night?.sources)).toEqual(['wire']);
    expect(night?.verification).toBe('unverified');
  });

  it('holds the second account, disputing the first, a day later', () => {
    const next = asOf(shooting, '2026-01-15');
    expect(ids(next?.accounts)).toEqual(['dhs', 'caller']);
    expect(next?.accounts[1]?.disputes).toEqual(['dhs']);
    expect(next?.verification).toBe('disputed');
  });

  it('shows a source from the day it was published, not before', () => {
    expect(ids(asOf(shooting, '2026-01-19')?.sources)).toEqual(['wire', 'paper']);
    expect(ids(asOf(shooting, '2026-01-20')?.sources)).toEqual(['wire', 'paper', 'second-paper']);
  });

  it('is whole today, decisions in the order in which they held', () => {
    const today = asOf(shooting, '2026-11-24');
    expect(ids(today?.accounts)).toEqual(['dhs', 'caller', 'court']);
    expect(ids(today?.sources)).toHaveLength(5);
    expect(today?.verification).toBe('verified');
    expect(today?.decisions.map((decision) => decision.verification)).toEqual([
      'unverified',
      'disputed',
      'verified',
    ]);
  });

  it('is known through the whole of the first day only at its end', () => {
    const noon = versionsOf(shooting, kept)[0]?.knownFrom;
    expect(noon).toBe(endOfCentralDate('2026-01-14'));
  });

  it('names no account in a dispute before that account is known', () => {
    const draft = draftOf('a', {
      accounts: [
        accountOf('early', '2026-01-10', { disputes: ['late'] }),
        accountOf('late', '2026-01-12', { disputes: ['early'] }),
      ],
    });
    expect(asOf(draft, '2026-01-11')?.accounts[0]?.disputes).toEqual([]);
    expect(asOf(draft, '2026-01-12')?.accounts[0]?.disputes).toEqual(['late']);
  });

  it('shows an undated source with the account that cites it', () => {
    const draft = draftOf('a', {
      accounts: [
        accountOf('early', '2026-01-10'),
        accountOf('late', '2026-01-12', { sources: ['undated'] }),
      ],
      sources: [sourceOf('undated', null)],
    });
    expect(asOf(draft, '2026-01-11')?.sources).toEqual([]);
    expect(ids(asOf(draft, '2026-01-12')?.sources)).toEqual(['undated']);
  });

  it('is known from when it was entered, where nobody speaks of it', () => {
    expect(asOf(draftOf('a'), '2026-11-23')).toBeNull();
    expect(asOf(draftOf('a'), '2026-11-24')?.verification).toBe('unverified');
  });

  it('says until when it may have gone on', () => {
    expect(asOf(draftOf('a'), '2026-11-24')?.latestAt).toBe('2026-01-10T18:59:59-06:00');
  });

  it('never ends before it begins, to the millisecond', () => {
    const draft = draftOf('a', {
      occurredAt: '2026-01-10T18:00:00.500-06:00',
      timePrecision: 'exact',
    });
    expect(asOf(draft, '2026-11-24')?.latestAt).toBe('2026-01-10T18:00:00.500-06:00');
  });
});

describe('versions', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
  const drafts = fc
    .record({
      accounts: fc.array(day, { maxLength: 5 }),
      sources: fc.array(fc.option(day), { maxLength: 5 }),
      decisions: fc.array(day, { maxLength: 3 }),
    })
    .map(({ accounts, sources, decisions }) =>
      draftOf('a', {
        accounts: accounts.map((knownAt, i) => accountOf(`account-${i}`, knownAt)),
        sources: sources.map((publishedAt, i) => sourceOf(`source-${i}`, publishedAt)),
        decisions: decisions.map((knownAt) => decisionOf('disputed', knownAt)),
      }),
    );

  it('follow one another without gap or overlap, and the last never ends', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const versions = versionsOf(draft, kept);
        versions.forEach((version, i) => {
          expect(version.knownUntil).toBe(versions[i + 1]?.knownFrom ?? Infinity);
          expect(version.knownFrom).toBeLessThan(version.knownUntil);
        });
      }),
    );
  });

  it('say on every day just what was known on that day', () => {
    fc.assert(
      fc.property(drafts, day, (draft, date) => {
        const answer = asOf(draft, date);
        const last = versionsOf(draft, kept).at(-1);
        const instant = knownInstant(date) as number;
        if (answer === null || !last || instant >= last.knownFrom) return;
        expect(answer).toEqual(featureAsOf(draft, kept, instant).properties);
        for (const account of answer.accounts) expect(account.knownAt <= date).toBe(true);
        for (const source of answer.sources) expect((source.publishedAt ?? '') <= date).toBe(true);
      }),
    );
  });
});
