import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirstMap, startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** A device that has no room left, or that is wrong about the time. */
let started: FirstMap;

beforeAll(async () => {
  started = await startFirstMap();
});

afterAll(async () => {
  await stopFirstMap(started ?? {});
});

describe('on a device without room', () => {
  let visitor: Visitor;
  let map: MapPage;

  beforeAll(async () => {
    visitor = await newVisitor(started.browser, started.server.origin, {
      serviceWorkers: 'allow',
    });
    map = new MapPage(visitor.page);
    const session = await visitor.context.newCDPSession(visitor.page);
    await session.send('Storage.overrideQuotaForOrigin', {
      origin: started.server.origin,
      quotaSize: 1,
    });
    await visitor.page.addInitScript(() => {
      for (let length = 5_000_000; length > 0; length = Math.floor(length / 2)) {
        try {
          localStorage.setItem(`filled ${length}`, 'x'.repeat(length));
        } catch {}
      }
    });
    await map.open(started.server.origin);
  });

  it('the map opens, and is filtered, played and shown in the dark', async () => {
    expectAgreement(await map.seen());
    await map.change(async () => (await map.filter('Category', 'Vigil')).click());
    expectAgreement(await map.seen());
    await visitor.page.getByRole('button', { name: /dark/i }).click();
    await visitor.page.getByRole('button', { name: 'Play' }).click();
    await visitor.page.getByRole('button', { name: 'Pause' }).click();
    await map.settled();
  });

  it('a language is spoken that cannot be remembered', async () => {
    await visitor.page.getByRole('combobox', { name: /language/i }).selectOption('es');
    await visitor.page.getByRole('heading', { name: /Mapa/ }).first().waitFor();
  });

  it('a report can be written', async () => {
    await visitor.page.getByRole('button', { name: /^Informar|^Reportar/ }).click();
    await visitor.page.locator('.screen h2').first().waitFor();
    visitor.expectQuiet();
  });
});

describe.each([
  // To it, all that is known came since yesterday.
  ['ten years slow', '2016-01-01T12:00:00Z', 79],
  ['ten years fast', '2036-06-01T12:00:00Z', 0],
])('on a device whose clock is %s', (_, time, sinceYesterday) => {
  it('the map opens with everything, and a wrong range is one click from all dates', async () => {
    const visitor = await newVisitor(started.browser, started.server.origin);
    const map = new MapPage(visitor.page);
    await visitor.page.clock.setFixedTime(time);
    await map.open(started.server.origin);
    const all = await map.seen();
    expect(all.shown).toBe(all.total);
    expectAgreement(all);
    await map.open(`${started.server.origin}/?range=last-24-hours`);
    expect((await map.seen()).shown).toBe(sinceYesterday);
    await map.change(() => visitor.page.locator('.presets').selectOption('all'));
    expect((await map.seen()).shown).toBe(all.total);
    await map.row('Whipple').click();
    await map.heading(/Accounts/).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});
