import { expect, it } from 'vitest';
import { screen } from '../../../data/screening/screen.ts';
import { records } from '../first-records.ts';

it('warns of nothing in the texts of the first data set', () => {
  const warned = records.flatMap((record) =>
    // Its members are those of a report and more.
    screen(record as unknown as Parameters<typeof screen>[0]).map(
      ({ pointer, message }) => `${record.id}${pointer}: ${message}`,
    ),
  );
  expect(warned).toEqual([]);
});
