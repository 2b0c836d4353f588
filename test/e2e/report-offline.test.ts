import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { photoFile, ReporterMap, VIGIL } from './reporter-map.ts';
import { axeViolations } from './visitor.ts';

/** What stands between a report and the server: no connection, no room, a pause, a flood. */
const here = new ReporterMap();

describe('a device that keeps nothing', () => {
  it('is told so, and the report waits on the page', async () => {
    const { visitor, form } = await here.atForm();
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
    expect(await here.titlesWaiting('Nowhere to keep it')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('without a connection', () => {
  it('a report waits on the device, with its photo, and is sent once', async () => {
    const { visitor, form } = await here.atForm();
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
    expect(await here.titlesWaiting('Written without a connection')).toBe(0);

    await context.setOffline(false);
    await page.getByText('Pending · seen by you alone').waitFor();
    await page.reload();
    await page.getByText('Pending · seen by you alone').waitFor();
    expect(await here.titlesWaiting('Written without a connection')).toBe(1);
    await page.getByRole('link', { name: /Written without a connection/ }).click();
    await page.getByRole('img', { name: '1 of 1 with your report' }).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('an answer that is lost makes no second report', async () => {
    const { visitor, form } = await here.atForm();
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
    expect(await here.titlesWaiting('Sent twice')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a report that waits', () => {
  it.each(['is being sent', 'waits for another that is'])(
    'and is discarded while it %s stays discarded',
    async (moment) => {
      const { visitor, form } = await here.atForm();
      const { page } = visitor;
      const items = '**/api/collections/incidents/items';
      const titles = [`First, ${moment}`, `Second, ${moment}`] as const;
      visitor.allow(/ERR_FAILED/);
      await page.route(items, (route) => route.abort());
      for (const title of titles) {
        await form.fill({ ...VIGIL, title });
        await form.button('Send report').click();
        await page.getByRole('heading', { name: /waits on this device/ }).waitFor();
        await page.locator('button.back').click();
        if (title === titles[0]) await page.getByRole('button', { name: /^Report/ }).click();
      }
      await page.unroute(items);
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await page.route(items, async (route) => {
        await held;
        await route.continue();
      });
      const unsent = page.locator('.unsent');
      const sending = page.waitForRequest(items);
      await unsent.first().getByRole('button', { name: 'Try now' }).click();
      await sending;
      const discarded = moment === 'is being sent' ? titles[0] : titles[1];
      const own = unsent.filter({ hasText: discarded });
      await own.getByRole('button', { name: 'Discard' }).press('Enter');
      await own.waitFor({ state: 'detached' });
      // On the other report.
      expect(await page.locator('.unsent :focus').count()).toBe(1);
      letGo();
      // Of the first, which was under way, the server had been told.
      await page.getByRole('link', { name: titles[0] }).waitFor();
      await unsent.first().waitFor({ state: 'detached' });
      expect(await here.titlesWaiting(titles[1])).toBe(discarded === titles[1] ? 0 : 1);
      visitor.expectQuiet();
      await visitor.context.close();
    },
  );
});

describe('when the hosts or a flood stand in the way', () => {
  it('says that reports are paused, instead of the form', async () => {
    const visitor = await here.visitor();
    await visitor.page.route('**/api/reporting', async (route) => {
      const answer = await (await route.fetch()).json();
      await route.fulfill({
        json: { ...answer, open: false, notice: 'We are asleep until 7 am.' },
      });
    });
    await new MapPage(visitor.page).open(`${here.server.origin}/#report`);
    await visitor.page.getByText('We are asleep until 7 am.').waitFor();
    expect(await visitor.page.locator('form.report-form').count()).toBe(0);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says in the language of the page what the server refuses, and keeps what was typed', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    visitor.allow(/status of 4(29|22)/);
    await new MapPage(page).open(`${here.server.origin}/?lang=es#report`);
    const next = page.getByRole('button', { name: 'Siguiente' });
    await page.locator('form.report-form').getByRole('combobox').fill(VIGIL.corner);
    await page.locator('form.report-form').getByRole('option').first().click();
    await next.click();
    await page.locator('.category-button').first().click();
    await next.click();
    await page.locator('#report-title').fill(VIGIL.title);
    await page.locator('#report-summary').fill(VIGIL.summary);
    const refusal = (status: number, problem: object) =>
      page.route(
        '**/api/collections/incidents/items',
        (route) =>
          route.fulfill({
            status,
            contentType: 'application/problem+json',
            body: JSON.stringify({ type: 'about:blank', status, detail: 'English.', ...problem }),
          }),
        { times: 1 },
      );
    const send = page.locator('form.report-form button[type=submit]');
    await refusal(429, { code: 'too_many_requests' });
    await send.click();
    await page
      .getByRole('alert')
      .getByText(/^Ha llegado mucho desde su conexión/)
      .waitFor();
    const message = 'Too long: at most 160 characters.';
    const error = { pointer: '/properties/title', code: 'too_long', limit: 160, message };
    await refusal(422, { code: 'invalid', errors: [error] });
    await send.click();
    await page.getByText('Demasiado largo: como máximo 160 caracteres.').waitFor();
    await refusal(422, { code: 'invalid', errors: [{ ...error, code: 'new_rule' }] });
    await send.click();
    const untranslated = page.getByText(message);
    await untranslated.waitFor();
    expect(await untranslated.getAttribute('lang')).toBe('en');
    expect(await page.locator('#report-title').inputValue()).toBe(VIGIL.title);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says for how long it works, and stops where that is asked for, with nothing lost', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    visitor.allow(/status of 429/);
    await form.fill({ ...VIGIL, title: 'Too much work' });
    await askForMuchWork(page);
    await form.button('Send report').click();
    await page.getByText(/^Many reports are coming in/).waitFor();
    await page.getByRole('timer').getByText('2 seconds so far').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await visitor.picture('working');
    await page.getByRole('button', { name: 'Stop' }).click();
    await form.button('Send report').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Send report');
    expect(await form.form.getByLabel('In one line').inputValue()).toBe('Too much work');
    await form.send();
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('sends by itself what was left while the device worked', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    visitor.allow(/status of 429/);
    await form.fill({ ...VIGIL, title: 'Left at work' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).click();
    await askForMuchWork(page);
    await form.button('Send report').click();
    await page.getByRole('timer').waitFor();
    await page.locator('button.back').click();
    await page.getByRole('link', { name: /Left at work/ }).click();
    await page.getByRole('img', { name: '1 of 1 with your report' }).waitFor();
    expect(await here.titlesWaiting('Left at work')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('does the work that is asked for, and sends', async () => {
    const flooded = await startForTest({ SEED: 'none', REPORTS_PER_HOUR: '2' });
    for (const place of [2, 3]) await sendFrom(`127.0.0.${place}`, flooded);
    const { visitor, form } = await here.atForm({}, flooded);
    await form.fill({ ...VIGIL, title: 'Sent in a flood' });
    await form.send();
    visitor.expectQuiet();
    await visitor.context.close();
    await flooded.stop();
  });
});

/** Answers the next report once with work that no device ends. */
async function askForMuchWork(page: Page): Promise<void> {
  const zeros = (bytes: number): string => '00'.repeat(bytes);
  const parameters = {
    algorithm: 'PBKDF2/SHA-256',
    cost: 1000,
    keyLength: 32,
    keyPrefix: zeros(16),
    nonce: zeros(16),
    salt: zeros(16),
    expiresAt: Math.ceil(Date.now() / 1000) + 600,
  };
  const challenge = { parameters, signature: zeros(32) };
  const problem = { status: 429, detail: 'Work.', code: 'work_needed', challenge };
  await page.route(
    '**/api/collections/incidents/items',
    (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    { times: 1 },
  );
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
