import { expect, it } from 'vitest';
import { screen, screenEdit } from '../../../data/screening/screen.ts';
import { report } from '../../server/made-reports.ts';

it('says where in a report each private detail seems to stand, and repeats nothing of it', () => {
  const warnings = screen(
    report({
      title: 'Agents took Maria Lopez',
      summary: 'Call 612-555-0134. The plate was 4XY 882.',
      place: '3124 Chicago Avenue',
      accounts: [{ by: 'a passer-by', role: 'witness', says: 'Her name is Hodan.' }],
      sources: [{ publisher: 'A paper', url: 'https://example.org/maria.lopez@example.org' }],
    }),
  );
  expect(warnings.map(({ pointer }) => pointer)).toEqual([
    '/properties/title',
    '/properties/summary',
    '/properties/summary',
    '/properties/place',
    '/properties/accounts/0/says',
  ]);
  expect(JSON.stringify(warnings)).not.toMatch(/Lopez|0134|882|3124|Hodan/);
});

it('has nothing to say of a plain report', () => {
  expect(screen(report())).toEqual([]);
});

it('warns of what an edit adds or changes, and not of what stands already, wherever it stands now', () => {
  const told = { by: 'a passer-by', role: 'witness', says: 'Call 612-555-0134.' } as const;
  const before = report({ summary: 'The plate was 4XY 882.', accounts: [told] });
  const accounts = [{ ...told, says: 'Call 612-555-0135.' }, told];
  const after = report({ summary: 'The plate was 4XY 882.', accounts });
  expect(screenEdit(before, after).map(({ pointer }) => pointer)).toEqual([
    '/properties/accounts/0/says',
  ]);
});
