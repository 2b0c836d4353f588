import { afterAll, beforeAll, expect, it } from 'vitest';
import { account, incident } from '../server/made-incidents.ts';
import { type MadeMap, startMadeMap } from './made-map.ts';
import { MapPage } from './map-page.ts';
import { newVisitor } from './visitor.ts';

let made: MadeMap;

beforeAll(async () => {
  made = await startMadeMap([
    incident({
      id: 'long-words',
      properties: {
        summary: `Something long was written here: ${'mobnyabtseemceeb'.repeat(8)}.`,
        place: `${'Llanfairpwllgwyngyll'.repeat(4)} Street`,
        accounts: [account({ by: 'SomebodyWhoseNameGoesOnAndOnAndOnAndOnWithoutASpace' })],
      },
    }),
  ]);
});

afterAll(() => made?.stop());

it.each([
  [360, '.sheet-body'],
  [1440, '.panel-body'],
] as const)('words that no line holds are broken, at %i pixels', async (width, body) => {
  const visitor = await newVisitor(made.browser, made.server.origin, {
    viewport: { width, height: 740 },
  });
  const map = new MapPage(visitor.page);
  await map.open(`${made.server.origin}/?incident=long-words`);
  await map.heading(/Accounts/).waitFor();
  const over = await visitor.page
    .locator(body)
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
  visitor.expectQuiet();
  await visitor.context.close();
});
