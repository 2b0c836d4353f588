import { expect, it } from 'vitest';
import { changedNames, rebased } from '../../../client/moderation/form/rebase.ts';

const point = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 44.95] });
const base = {
  id: 'vigil',
  geometry: point(-93.2),
  properties: { title: 'Vigil', place: 'Lake', actors: ['a', 'b'] },
};

it('names what two versions differ in, the position too', () => {
  const other = { ...base, geometry: point(-93.3), properties: { ...base.properties, title: 'X' } };
  expect(changedNames(base, other)).toEqual(['title', 'geometry']);
  expect(changedNames(base, base)).toEqual([]);
});

it('keeps what I typed, and what they changed elsewhere', () => {
  const mine = { ...base, properties: { ...base.properties, title: 'Mine', actors: ['a'] } };
  const theirs = {
    ...base,
    geometry: point(-93.3),
    properties: { ...base.properties, title: 'Theirs', place: 'Park' },
  };
  expect(rebased(base, mine, theirs)).toEqual({
    ...base,
    geometry: point(-93.3),
    properties: { title: 'Mine', place: 'Park', actors: ['a'] },
  });
});
