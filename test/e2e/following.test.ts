import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type RunningServer, startForTest } from '../running-server.ts';
import { type MailSink, startMailSink } from '../server/mail-sink.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

const AREA = 'POLYGON((-93.28 44.94,-93.24 44.94,-93.26 44.99,-93.28 44.94))';

let sink: MailSink;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  sink = await startMailSink();
  // Links in mails are made from PUBLIC_URL, which is set before the server listens.
  const port = await freePort();
  server = await startForTest({
    SEED: 'first',
    REPORTS_PER_HOUR: '0',
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    SMTP_URL: sink.url,
    MAIL_FROM: 'map@incidents.example',
  });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await sink?.close();
});

async function openForm(page: Page, query = ''): Promise<void> {
  await page.goto(`${server.origin}/${query}#changes`);
  await page.getByRole('button', { name: 'By e-mail' }).click();
  await page.getByLabel('Your e-mail address').waitFor();
}

it('goes from the list of changes to a mail, to its page, and to an end by one press', async () => {
  const visitor = await newVisitor(browser, server.origin);
  const { page } = visitor;
  await openForm(page, `?within=${AREA}&category=vigil&q=park&datetime=2026-01-01/2026-02-01`);
  const what = ['Inside a drawn area', 'Vigil', '“park”'];
  const followed = page.getByRole('list', { name: 'What is followed' });
  expect(await followed.getByRole('listitem').allTextContents()).toEqual(what);
  await page.getByText('The range of time is left out').waitFor();

  const address = page.getByLabel('Your e-mail address');
  await address.fill('ann at example.org');
  await page.keyboard.press('Enter');
  await page.getByText('Write one address').waitFor();
  expect(await address.evaluate((field) => field === document.activeElement)).toBe(true);
  expect(await address.inputValue()).toBe('ann at example.org');
  await address.fill('ann@example.org');
  await page.keyboard.press('Enter');
  await page.getByText('a mail is on its way').waitFor();

  const [mail] = await sink.to('ann@example.org');
  const link = /http:\/\/localhost\S+\/following\/\S+/.exec(mail?.parsed.text ?? '')?.[0] ?? '';
  await page.goto(link);
  await page.getByText('Not confirmed yet').waitFor();
  expect(new URL(page.url()).hash).toBe(`#following/${mail?.token}`);
  expect(await followed.getByRole('listitem').allTextContents()).toEqual(what);
  expect(await page.content()).not.toContain('ann@example.org');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('Confirmed: you get mails').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Confirmed');
  const onMap = await page.getByRole('link', { name: 'Open it on the map' }).getAttribute('href');
  const { searchParams, hash } = new URL(onMap ?? '', server.origin);
  expect([...searchParams.keys(), hash]).toEqual(['within', 'category', 'q', '#changes']);

  await page.reload();
  await page.getByText('Confirmed: you get mails').waitFor();
  await page.getByRole('button', { name: 'Stop the mails and erase my address' }).click();
  await page.getByText('are erased; no more mails come').waitFor();
  expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
  visitor.allow(/status of 404/);
  await page.reload();
  await page.getByText('This link is known no more').waitFor();
  visitor.expectQuiet();
  await visitor.context.close();
});

it('is not offered where the map sends no mail', async () => {
  const without = await startForTest({ SEED: 'first' });
  const visitor = await newVisitor(browser, without.origin);
  const asked = visitor.page.waitForResponse((response) => response.url().includes('/following'));
  await visitor.page.goto(`${without.origin}/#changes`);
  await asked;
  await visitor.page.locator('.changes-title').first().waitFor();
  expect(await visitor.page.getByRole('button', { name: 'By e-mail' }).count()).toBe(0);
  await visitor.context.close();
  await without.stop();
});

const screens = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 1440, height: 900 }],
  ['light', { width: 360, height: 740 }],
  ['dark', { width: 360, height: 740 }],
] as const;

describe.each(screens)('in %s at %o', (colorScheme, viewport) => {
  let visitor: Visitor;
  const name = (state: string): string => `following-${state}-${colorScheme}-${viewport.width}`;
  const address = `${colorScheme}-${viewport.width}@example.org`;

  beforeAll(async () => {
    visitor = await newVisitor(browser, server.origin, { colorScheme, viewport });
  });
  afterAll(() => visitor.context.close());

  async function holds(state: string): Promise<void> {
    await visitor.picture(name(state));
    expect(await axeViolations(visitor.page)).toEqual([]);
    const over = await visitor.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    for (const target of await visitor.page.locator('.follow button, .follower button').all()) {
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(24);
    }
  }

  it('each state has no violation and needs no scrolling sideways', async () => {
    const { page } = visitor;
    await openForm(page, '?category=vigil');
    await holds('form');
    await page.getByRole('button', { name: 'Send me the mail' }).click();
    await page.getByText('Write one address').waitFor();
    await holds('error');
    await page.getByLabel('Your e-mail address').fill(address);
    await page.getByRole('button', { name: 'Send me the mail' }).click();
    await page.getByText('a mail is on its way').waitFor();
    await holds('sent');
    const [mail] = await sink.to(address);
    await page.goto(`${server.origin}/following/${mail?.token}`);
    await page.getByRole('button', { name: 'Confirm' }).waitFor();
    await holds('unconfirmed');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByText('Confirmed: you get mails').waitFor();
    await holds('following');
    await page.getByRole('button', { name: 'Stop the mails' }).click();
    await page.getByText('are erased; no more').waitFor();
    await holds('erased');
    visitor.expectQuiet();
  });
});
