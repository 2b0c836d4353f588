import { expect, it } from 'vitest';
import { linkedIncident } from '../../../client/moderation/incidents/linked-incident.ts';

const ID = '2026-01-10-vigil-dfn8';

it.each([
  ['an id', ` ${ID}\n`],
  ['a link from the map', `https://map.example.org/?category=vigil&incident=${ID}#list`],
  ['a link to the moderators’ page', `https://map.example.org/moderation#incident/${ID}`],
])('reads %s as the incident that it names', (_what, text) => {
  expect(linkedIncident(text)).toBe(ID);
});

it.each(['vigil', 'a vigil on Lake Street', 'https://map.example.org/', 'sit-in, Lake Street'])(
  'looks for the words “%s”',
  (text) => expect(linkedIncident(text)).toBeNull(),
);
