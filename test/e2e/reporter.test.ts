import { request } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moderatorCookie, type RunningServer, startForTest } from '../running-server.ts';
import { madePhoto, middleOf } from './made-photo.ts';
import { MapPage } from './map-page.ts';
import { ReportForm, type Told } from './report-form.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** What a reporter does from the street to the day after, on their own device and on another. */
const VIGIL: Told = {
  corner: 'Lake Street and Chicago',
  category: 'Vigil',
  title: 'Candles at the corner',
  summary: 'About twenty people stand with candles.',
};
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A visitor before an open form. */
async function atForm(
  options: Parameters<typeof newVisitor>[2] = {},
  at = server,
): Promise<{ visitor: Visitor; map: MapPage; form: ReportForm }> {
  const visitor = await newVisitor(browser, at.origin, options);
  const map = new MapPage(visitor.page);
  await map.open(`${at.origin}/#report`);
  const form = new ReportForm(visitor.page);
  await form.button('Next').waitFor();
  return { visitor, map, form };
}

async function queue(): Promise<
  { id: string; revision: number; feature: { properties: { title: string } } }[]
> {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/moderation/queue`, {
    headers: { Cookie: await moderatorCookie(server) },
  });
  return (await response.json()).reports;
}

async function titlesWaiting(title: string): Promise<number> {
  return (await queue()).filter(({ feature }) => feature.properties.title === title).length;
}

describe('three steps on a phone', () => {
  it('go by touch alone, with what will be public in sight and no search bar over the map', async () => {
    const { visitor, form } = await atForm(PHONE);
    const { page } = visitor;
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await form.form.getByRole('combobox').tap();
    await form.form.getByRole('combobox').fill(VIGIL.corner);
    await form.form.getByRole('option').first().tap();
    await form.button('Next').tap();
    await page.locator('.category-button', { hasText: 'Vigil' }).tap();
    await page.locator('.choice', { hasText: 'Earlier today' }).tap();
    await page.locator('.choice', { hasText: 'To the hour' }).tap();
    const seen = page.getByText('Will be public after review:');
    await expect.poll(() => seen.textContent()).toBeTruthy();
    expect(await page.locator('.will-be-public').textContent()).toMatch(/Vigil.*Lake.*corner/);
    await form.button('Next').tap();
    await form.form.getByLabel('In one line').fill(VIGIL.title);
    await form.form.getByLabel('What did you see?').fill(VIGIL.summary);
    await form.button('Send report').tap();
    await page.getByRole('heading', { name: /Your report waits for review/ }).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it.each(['light', 'dark'] as const)(
    'have no violation in %s, nor has what follows',
    async (colorScheme) => {
      const { visitor, map, form } = await atForm({ ...PHONE, colorScheme });
      const { page } = visitor;
      await page.getByText('Staying safe').click();
      expect(await axeViolations(page)).toEqual([]);
      await form.fill({ ...VIGIL, title: 'Looked at by axe' });
      await page.getByLabel('Choose photos').setInputFiles(await photoFile());
      await page.getByRole('dialog').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Done' }).click();
      expect(await axeViolations(page)).toEqual([]);
      const link = await form.send();
      await page.getByText('Words to write down').click();
      await page.getByText('QR code for another device').click();
      await page.getByRole('img', { name: /QR code/ }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.goto('about:blank');
      await map.open(link);
      await page.getByText('Waiting for review').waitFor();
      await page.getByRole('button', { name: 'Withdraw this report' }).click();
      expect(await axeViolations(page)).toEqual([]);
      await page.goto('about:blank');
      await map.open(`${server.origin}/#my-report`);
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByText('Paste the link, or type the words.').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      visitor.expectQuiet();
      await visitor.context.close();
    },
  );

  it('can all be reached at 200 % zoom, where the screen has 640 × 400', async () => {
    const { visitor, form } = await atForm({ viewport: { width: 640, height: 400 } });
    // Each click scrolls to its control, and fails where something else covers it.
    await form.pickCorner(VIGIL.corner);
    await form.form.getByLabel('The place in words').click();
    await form.form.getByLabel('I’m not sure exactly').click();
    await form.form.getByRole('slider').click();
    await form.form.getByLabel('I’m not sure exactly').click();
    await form.button('Next').click();
    await visitor.page.locator('.category-button', { hasText: 'Other' }).last().click();
    await visitor.page.locator('.choice', { hasText: 'Another day' }).click();
    await form.form.getByLabel('Date and time').click();
    await visitor.page.locator('.choice', { hasText: 'To the month' }).click();
    await form.button('Back').click();
    await form.button('Next').click();
    await form.button('Next').click();
    await form.form.getByLabel('In one line').click();
    await form.form.getByLabel('What did you see?').click();
    await form.form.getByLabel('Links').click();
    await form.button('Send report').click();
    await visitor.page.getByText('Say in one line what happened.').waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('by keyboard alone', () => {
  it('a report is written and sent', async () => {
    const { visitor, form } = await atForm();
    const { keyboard } = visitor.page;
    await form.form.getByRole('combobox').focus();
    await keyboard.type(VIGIL.corner);
    await form.form.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await tabTo(visitor, 'Next');
    await keyboard.press('Enter');
    await visitor.page.locator('input[value=protest]').waitFor({ state: 'attached' });
    await tabTo(visitor, 'protest');
    await keyboard.press('ArrowRight');
    await tabTo(visitor, 'Next');
    await keyboard.press('Enter');
    await visitor.page.locator('#report-title').waitFor();
    await tabTo(visitor, 'report-title');
    await keyboard.type('Written by keys');
    await tabTo(visitor, 'report-summary');
    await keyboard.type('Nobody touched a mouse.');
    await tabTo(visitor, 'Send report');
    await keyboard.press('Enter');
    await visitor.page.getByRole('heading', { name: /Your report waits for review/ }).waitFor();
    expect(await titlesWaiting('Written by keys')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a photo', () => {
  it('reaches the server with what was blurred blurred, and without what the camera wrote', async () => {
    const { visitor, form } = await atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'With a photo' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    const box = await page.getByRole('img', { name: /Your photo/ }).boundingBox();
    if (!box) throw new Error('no photo');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.locator('.brushes .choice', { hasText: 'Large' }).click();
    await page.mouse.move(x - 10, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y, { steps: 3 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Rectangle, by keys' }).click();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'ArrowLeft', 'Enter']) {
      await page.keyboard.press(key);
    }
    await page.getByRole('button', { name: 'Done' }).click();
    const link = await form.send();
    await page.getByText('Sent, without what the camera wrote into it.').waitFor();
    const token = new URL(link).hash.replace('#report/', '');
    const [photo] = (await report(token)).photos;
    const jpeg = Buffer.from(await (await fetch(local(photo.href))).arrayBuffer());
    expect(await middleOf(await madePhoto())).toEqual({ contrast: 255, hasCamera: true });
    const { contrast, hasCamera } = await middleOf(jpeg);
    expect(hasCamera).toBe(false);
    expect(contrast).toBeLessThan(30);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('that fails is tried again, and costs no report', async () => {
    const { visitor, form } = await atForm();
    const { page } = visitor;
    visitor.allow(/photos/);
    await form.fill({ ...VIGIL, title: 'With a photo that fails' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).click();
    await page.route('**/photos', (route) => route.abort());
    await form.send();
    await page.getByText(/^Not sent/).waitFor();
    await page.unroute('**/photos');
    await page.getByRole('button', { name: /^Try again/ }).click();
    await page.getByText('Sent, without what the camera wrote into it.').waitFor();
    expect(await titlesWaiting('With a photo that fails')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says where it was taken, to the block, where its reporter asks for that', async () => {
    const { visitor, form } = await atForm();
    await visitor.page.getByLabel('Use a photo’s position').setInputFiles(await photoFile());
    await visitor.page.getByText('The pin stands on the block').waitFor();
    await form.form.getByLabel('The place in words').fill('Near the lake');
    await finish(form, 'Placed by its photo');
    const token = new URL(await form.send()).hash.replace('#report/', '');
    const { feature } = await report(token);
    expect(feature.geometry.coordinates).toEqual([-93.263, 44.948]);
    expect(feature.properties.locationPrecision).toBe('block');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('the device’s own position', () => {
  it('is taken once and rounded to the block', async () => {
    const { visitor, form } = await atForm({
      geolocation: { longitude: -93.262741, latitude: 44.948436, accuracy: 12 },
      permissions: ['geolocation'],
    });
    await visitor.page.getByRole('button', { name: 'Use where I am now' }).click();
    await visitor.page.getByText('The pin stands on the block').waitFor();
    await form.form.getByLabel('The place in words').fill('Here');
    await finish(form, 'Placed by the device');
    const token = new URL(await form.send()).hash.replace('#report/', '');
    expect((await report(token)).feature.geometry.coordinates).toEqual([-93.263, 44.948]);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a draft', () => {
  it('is there again after the page was closed, and goes when it is cleared', async () => {
    const { visitor, map, form } = await atForm();
    await form.fill(VIGIL);
    await visitor.page.getByText('Kept on this device until sent.').waitFor();
    await visitor.page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await visitor.page.getByRole('button', { name: 'Done' }).click();
    await visitor.page.locator('button.back').click();
    await visitor.page.getByRole('button', { name: /^Report/ }).click();
    await visitor.page.getByText(/Vigil.*1 photo/).waitFor();
    await visitor.page.goto('about:blank');
    await map.open(`${server.origin}/#report`);
    await visitor.page.getByText('As you left it').waitFor();
    expect(await form.form.getByLabel('The place in words').inputValue()).toMatch(/Lake/);
    await visitor.page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(await form.form.getByLabel('The place in words').inputValue()).toBe('');
    expect(await visitor.page.evaluate(() => localStorage.getItem('draft'))).toBeNull();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a device that keeps nothing', () => {
  it('is told so, and the report waits on the page', async () => {
    const { visitor, form } = await atForm();
    const { page } = visitor;
    visitor.allow(/ERR_INTERNET_DISCONNECTED/);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await form.fill({ ...VIGIL, title: 'Nowhere to keep it' });
    await page.getByText(/This device keeps nothing for web pages/).waitFor();
    await visitor.context.setOffline(true);
    await form.button('Send report').click();
    await page.getByText(/closed, the report is lost/).waitFor();
    await visitor.context.setOffline(false);
    await page.getByRole('heading', { name: /Your report waits for review/ }).waitFor();
    await page.getByLabel('Your private link').waitFor();
    expect(await titlesWaiting('Nowhere to keep it')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('without a connection', () => {
  it('a report waits on the device, with its photo, and is sent once', async () => {
    const { visitor, form } = await atForm();
    const { page, context } = visitor;
    visitor.allow(/ERR_INTERNET_DISCONNECTED/);
    await form.fill({ ...VIGIL, title: 'Written without a connection' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).click();
    await context.setOffline(true);
    await form.button('Send report').click();
    await page.getByRole('heading', { name: 'Your report waits on this device.' }).waitFor();
    await page.locator('button.back').click();
    await page.getByText(/Not sent yet/).waitFor();
    expect(await titlesWaiting('Written without a connection')).toBe(0);

    await context.setOffline(false);
    await page.getByText('Pending · seen by you alone').waitFor();
    await page.reload();
    await page.getByText('Pending · seen by you alone').waitFor();
    expect(await titlesWaiting('Written without a connection')).toBe(1);
    await page.getByRole('link', { name: /Written without a connection/ }).click();
    await page.getByRole('img', { name: '1 of 1 with your report' }).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('an answer that is lost makes no second report', async () => {
    const { visitor, form } = await atForm();
    visitor.allow(/ERR_FAILED|collections\/incidents\/items/);
    await form.fill({ ...VIGIL, title: 'Sent twice' });
    await visitor.page.route('**/api/collections/incidents/items', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await form.button('Send report').click();
    await visitor.page.getByRole('heading', { name: /waits on this device/ }).waitFor();
    await visitor.page.unroute('**/api/collections/incidents/items');
    await visitor.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await visitor.page.getByRole('heading', { name: /Your report waits for review/ }).waitFor();
    expect(await titlesWaiting('Sent twice')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('the way back to a report', () => {
  it('is by twelve words, on a device that never saw it; a mistyped one is named', async () => {
    const { visitor, form } = await atForm();
    await form.fill({ ...VIGIL, title: 'Found by words' });
    await form.send();
    await visitor.page.getByText('Words to write down').click();
    const items = visitor.page.locator('.token-words li');
    await expect.poll(() => items.count()).toBe(12);
    const words = await items.allTextContents();

    const other = await newVisitor(browser, server.origin);
    await new MapPage(other.page).open(`${server.origin}/#report`);
    await other.page.getByRole('button', { name: 'Open a report I sent' }).click();
    const field = other.page.getByLabel(/^Your private link/);
    await field.fill(['zzzzz', ...words.slice(1)].join(' '));
    await other.page.getByRole('button', { name: 'Open', exact: true }).click();
    await other.page.getByText('Not a word of the list: “zzzzz”.').waitFor();
    await field.fill(words.join(' '));
    await other.page.getByRole('button', { name: 'Open', exact: true }).click();
    await other.page.getByText('Found by words').first().waitFor();
    for (const one of [visitor, other]) {
      one.expectQuiet();
      await one.context.close();
    }
  });
});

describe('on its private link', () => {
  it('a question is read and answered, the report corrected, then withdrawn and erased', async () => {
    const { visitor, map, form } = await atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'Asked about' });
    const link = await form.send();
    const token = new URL(link).hash.replace('#report/', '');
    await ask('Asked about', 'Which corner of the crossing?');

    await page.goto('about:blank');
    await map.open(link);
    await page.getByRole('heading', { name: 'The moderators have a question' }).waitFor();
    await page.getByLabel('Your answer').fill('The north-west one.');
    await page.getByRole('button', { name: 'Send answer' }).click();
    await page.getByRole('heading', { name: 'Between you and the moderators' }).waitFor();
    expect((await report(token)).thread).toMatchObject([
      { from: 'moderator', text: 'Which corner of the crossing?' },
      { from: 'reporter', text: 'The north-west one.' },
    ]);

    await page.getByRole('button', { name: 'Correct it' }).click();
    await form.button('Next').click();
    await form.button('Next').click();
    expect(await form.form.getByLabel('In one line').inputValue()).toBe('Asked about');
    await form.form.getByLabel('In one line').fill('Corrected');
    await form.form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Waiting for review').waitFor();
    await page.getByText('Corrected', { exact: true }).waitFor();
    expect((await report(token)).feature.properties.title).toBe('Corrected');

    await page.getByRole('button', { name: 'Withdraw this report' }).click();
    await page.getByText('This erases what you wrote').waitFor();
    await page.getByRole('button', { name: 'Withdraw and erase it' }).click();
    await page.getByText(/have been erased/).waitFor();
    expect((await fetch(local(`/api/reports/${token}`))).status).toBe(404);
    expect(await page.evaluate(() => localStorage.getItem('reports'))).toBeNull();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('leaving at once', () => {
  it('shows an empty page, and neither Back nor Forward shows the form again', async () => {
    const visitor = await newVisitor(browser, server.origin);
    const { page } = visitor;
    const map = new MapPage(page);
    await page.goto('about:blank#before');
    await map.open(server.origin);
    await page.getByRole('button', { name: /^Report/ }).click();
    const form = new ReportForm(page);
    await form.fill(VIGIL);
    await page.getByRole('button', { name: 'Leave now' }).click();
    await page.waitForURL('about:blank');
    expect(await page.content()).not.toMatch(/report/i);
    await page.goForward().catch(() => null);
    expect(page.url()).not.toContain('report');
    await page.goto('about:blank');
    for (let step = 0; step < 3; step++) {
      await page.goBack().catch(() => null);
      expect(page.url()).not.toContain('report');
    }
    await map.open(`${server.origin}/#report`);
    expect(await form.form.getByLabel('The place in words').inputValue()).toBe('');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a record that is wrong', () => {
  it('is named in the report, so that a moderator sees which', async () => {
    const visitor = await newVisitor(browser, server.origin);
    const id = '2026-01-14-north-shooting';
    await new MapPage(visitor.page).open(`${server.origin}/?incident=${id}`);
    await visitor.page.getByRole('button', { name: 'Report a mistake' }).click();
    const form = new ReportForm(visitor.page);
    for (const _ of [1, 2]) await form.button('Next').click();
    expect(await form.form.getByLabel('In one line').inputValue()).toMatch(/^Correction: /);
    const summary = await form.form.getByLabel('What did you see?').inputValue();
    expect(summary).toContain(`(${id})`);
    expect(summary).toContain('14 January 2026');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('when the hosts or a flood stand in the way', () => {
  it('says that reports are paused, instead of the form', async () => {
    const visitor = await newVisitor(browser, server.origin);
    await visitor.page.route('**/api/reporting', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({
        json: { ...answer, open: false, notice: 'We are asleep until 7 am.' },
      });
    });
    await new MapPage(visitor.page).open(`${server.origin}/#report`);
    await visitor.page.getByText('We are asleep until 7 am.').waitFor();
    expect(await visitor.page.locator('form.report-form').count()).toBe(0);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('does the work that is asked for, and sends', async () => {
    const flooded = await startForTest({ SEED: 'none', REPORTS_PER_HOUR: '2' });
    for (const place of [2, 3]) await sendFrom(`127.0.0.${place}`, flooded);
    const { visitor, form } = await atForm({}, flooded);
    await form.fill({ ...VIGIL, title: 'Sent in a flood' });
    await form.send();
    visitor.expectQuiet();
    await visitor.context.close();
    await flooded.stop();
  });
});

function local(path: string): string {
  return `http://127.0.0.1:${server.port}${new URL(path, server.origin).pathname}`;
}

async function report(token: string) {
  return (await fetch(local(`/api/reports/${token}`))).json();
}

async function photoFile() {
  return { name: 'street.jpg', mimeType: 'image/jpeg', buffer: await madePhoto() };
}

/** The steps after the place. */
async function finish(form: ReportForm, title: string): Promise<void> {
  await form.button('Next').click();
  await form.category(VIGIL.category).check({ force: true });
  await form.button('Next').click();
  await form.form.getByLabel('In one line').fill(title);
  await form.form.getByLabel('What did you see?').fill(VIGIL.summary);
}

/** A moderator asks the reporter something. */
async function ask(title: string, text: string): Promise<void> {
  const asked = (await queue()).find(({ feature }) => feature.properties.title === title);
  const response = await fetch(local(`/api/moderation/reports/${asked?.id}/ask`), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Origin: server.origin,
      Cookie: await moderatorCookie(server),
    },
    body: JSON.stringify({ revision: asked?.revision, text }),
  });
  expect(response.status).toBe(200);
}

/** Presses Tab until the focus is on what has this name, id or value. */
async function tabTo({ page }: Visitor, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const value = activeElement instanceof HTMLInputElement ? activeElement.value : '';
      return [activeElement?.id, activeElement?.textContent?.trim(), value];
    });
    if (focused.includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${name}"`);
}

/** Sends a report from another address of this machine, as another reporter would. */
function sendFrom(localAddress: string, to: RunningServer): Promise<void> {
  const body = JSON.stringify({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [-93.2627, 44.9484] },
    properties: {
      title: `Report from ${localAddress}`,
      summary: 'Something happened.',
      category: 'protest',
      occurredAt: '2026-01-14T18:00:00-06:00',
      timePrecision: 'hour',
      place: 'Lake Street and Chicago Avenue',
      locationPrecision: 'intersection',
    },
  });
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      localAddress,
      headers: { 'Content-Type': 'application/json' },
    };
    request(`http://127.0.0.1:${to.port}/api/collections/incidents/items`, options, (response) => {
      response.resume();
      if (response.statusCode === 202) resolve();
      else reject(new Error(`answered ${response.statusCode}`));
    })
      .on('error', reject)
      .end(body);
  });
}
