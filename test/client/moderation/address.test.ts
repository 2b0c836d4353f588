import { expect, it } from 'vitest';
import { readAddress } from '../../../client/moderation/address.ts';

it('takes whatever names no page as the token of a one-time link', () => {
  expect(readAddress('')).toEqual({ kind: 'queue' });
  expect(readAddress('#audit')).toEqual({ kind: 'audit' });
  expect(readAddress('#incident/2026-01-14-north-shooting')).toEqual({
    kind: 'incident',
    id: '2026-01-14-north-shooting',
  });
  const token = 'pQ3rX1mZ9aB7cD5eF2gH8j';
  expect(readAddress(`#${token}`)).toEqual({ kind: 'link', token });
});
