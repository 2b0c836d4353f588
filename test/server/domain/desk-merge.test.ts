import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../data/incident/rules.ts';
import { incidentDraft } from '../../../data/incident/schema.ts';
import { withoutAccounts, withReport } from '../../../server/domain/desk-merge.ts';
import { account, incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import { NOW } from './city.ts';

const url = 'https://example.org/candles';
const paper = { id: 's1', publisher: 'A paper', title: null, url };
const source = { ...paper, publishedAt: null, archivedUrl: null };
const there = incident({
  properties: {
    accounts: [account({ id: 'a1' }), account({ id: 'a3', disputes: ['a1'] })],
    sources: [source],
  },
});
const said = { by: 'Somebody', role: 'witness' as const, says: 'So it was.' };

function merged(properties: Parameters<typeof report>[0], disputes: readonly string[] = []) {
  const added = withReport(
    there,
    { feature: report(properties), receivedOn: '2026-01-20' },
    disputes,
    NOW,
  );
  if (!added) throw new Error('the incident is full');
  return added;
}

describe('a report in an incident', () => {
  it('stands there as accounts of its own, under ids that were free', () => {
    const { incident: both, accounts } = merged({
      accounts: [
        { ...said, id: 'x' },
        { ...said, disputes: ['x'] },
      ],
    });
    expect(accounts).toEqual(['a2', 'a4']);
    expect(both.properties.accounts.map(({ id, disputes }) => [id, disputes])).toEqual([
      ['a1', []],
      ['a3', ['a1']],
      ['a2', []],
      ['a4', ['a2']],
    ]);
    expect(incidentDraft.parse(both)).toEqual(both);
    expect(brokenRules(both.properties, NOW)).toEqual([]);
  });

  it('disputes what a moderator says it disputes', () => {
    const { incident: both } = merged({ summary: 'It was not so.' }, ['a3']);
    expect(both.properties.accounts.at(-1)).toMatchObject({
      says: 'It was not so.',
      by: 'A reporter to this map',
      knownAt: '2026-01-20',
      disputes: ['a3'],
    });
  });

  it('names a source once, however many name it', () => {
    const other = 'https://example.org/choir';
    const { incident: both, sources } = merged({
      sources: [
        { id: 'one', publisher: 'The same paper', url },
        { id: 'two', publisher: 'Another', url: other },
      ],
      accounts: [{ ...said, sources: ['one', 'two'] }],
    });
    expect(sources).toEqual(['s3']);
    expect(both.properties.sources.map((named) => named.url)).toEqual([url, other]);
    expect(both.properties.accounts.at(-1)?.sources).toEqual(['s1', 's3']);
  });

  it('tells nothing of where its reporter stood', () => {
    const position: [number, number] = [-93.265123, 44.977812];
    const feature = report({ locationPrecision: 'exact' }, position);
    const added = withReport(there, { feature, receivedOn: '2026-01-20' }, [], NOW);
    expect(added?.incident.geometry).toEqual(there.geometry);
    expect(JSON.stringify(added)).not.toMatch(/93\.265123|44\.977812/);
  });

  it('is gone without a trace once it is taken out', () => {
    const { incident: both, ...told } = merged(
      { accounts: [said, said], sources: [{ publisher: 'P', url: 'https://example.org/p' }] },
      ['a1'],
    );
    expect(JSON.stringify(withoutAccounts(both, told))).toBe(JSON.stringify(there));
  });

  it('never stands under an id that another report had', () => {
    const told = { feature: report(), receivedOn: '2026-01-20' };
    const first = withReport(there, told, [], NOW, 57);
    expect(first?.accounts).toEqual(['a57-1']);
    expect(withReport(there, told, [], NOW, 59)?.accounts).toEqual(['a59-1']);
    expect(incidentDraft.parse(first?.incident)).toEqual(first?.incident);
  });

  it('finds no room in an incident with as many accounts as it may have', () => {
    const full = incident({
      properties: {
        accounts: Array.from({ length: 100 }, (_, index) => account({ id: `n${index}` })),
      },
    });
    expect(withReport(full, { feature: report(), receivedOn: '2026-01-20' }, [], NOW)).toBeNull();
  });
});
