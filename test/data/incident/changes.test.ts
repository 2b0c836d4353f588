import { describe, expect, it } from 'vitest';
import { type ChangeLine, changeLines } from '../../../data/incident/change-lines.ts';
import { changeWords } from '../../../data/incident/change-words.ts';
import { changesBetween } from '../../../data/incident/changes.ts';
import { account, incident } from '../../server/made-incidents.ts';

const before = incident({ properties: { accounts: [account({ id: 'a1', by: 'DHS' })] } });

const inEnglish = (line: ChangeLine): string => changeWords(line, 'en');

describe('two states of a record', () => {
  it('do not differ where nothing but the order of members does', () => {
    const { title, ...rest } = before.properties;
    expect(changesBetween(before, { ...before, properties: { ...rest, title } })).toEqual([]);
  });

  it('name an account by its id wherever it stands in the list', () => {
    const added = account({ id: 'a2', by: 'The city', disputes: ['a1'] });
    const after = incident({ properties: { accounts: [added, ...before.properties.accounts] } });
    const changes = changesBetween(before, after);
    expect(changes).toEqual([{ pointer: '/properties/accounts/a2', before: null, after: added }]);
    expect(changeLines(changes).map(inEnglish)).toEqual([
      'New account, disputing an earlier one: The city',
    ]);
  });

  it('differ in a member of an account by that member alone', () => {
    const after = incident({ properties: { accounts: [account({ id: 'a1', by: 'ICE' })] } });
    const changes = changesBetween(before, after);
    expect(changes).toEqual([
      { pointer: '/properties/accounts/a1/by', before: 'DHS', after: 'ICE' },
    ]);
    expect(changeLines(changes).map(inEnglish)).toEqual(['Account a1: changed']);
  });

  it('are told in words, each line once', () => {
    const after = incident({
      geometry: null,
      properties: { accounts: [], crowdSizeLow: 10, crowdSizeHigh: 20, title: 'Vigil' },
    });
    expect(changeLines(changesBetween(before, after)).map(inEnglish)).toEqual([
      'Position on the map: changed',
      'Title: changed',
      'Size of the crowd: changed',
      'Account taken out: DHS',
    ]);
  });

  it('say how the editors decided', () => {
    const decision = { decidedAt: '2026-02-01', reason: 'Seen.', basedOn: null };
    const after = incident({
      properties: {
        accounts: before.properties.accounts,
        decisions: [{ ...decision, verification: 'verified' }],
      },
    });
    expect(changeLines(changesBetween(before, after)).map(inEnglish)).toEqual([
      'Decided: Verified',
    ]);
  });
});
