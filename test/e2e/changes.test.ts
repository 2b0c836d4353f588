import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
  visitor = await newVisitor(browser, server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('leads from what changed to an incident and its history, and back step by step', async () => {
  const { page } = visitor;
  await page.goto(server.origin);
  await page.getByRole('button', { name: 'What changed', exact: true }).click();
  await page.getByRole('heading', { name: 'What changed' }).waitFor();
  expect(new URL(page.url()).hash).toBe('#changes');
  const first = page.locator('.changes-title').first();
  const title = await first.textContent();
  await visitor.picture('changes');
  await first.click();
  await page.locator('.detail-title').waitFor();
  expect(await page.locator('.detail-title').textContent()).toBe(title);
  await page.getByText('What changed in this record').click();
  await page.getByText('first data set').waitFor();
  await page.goBack();
  await page.getByRole('heading', { name: 'What changed' }).waitFor();
  await page.goBack();
  await page.locator('.row').first().waitFor();
  expect(new URL(page.url()).hash).toBe('');
  visitor.expectQuiet();
});

it('opens by its own address', async () => {
  await visitor.page.goto(`${server.origin}/#changes`);
  await visitor.page.locator('.changes-title').first().waitFor();
  const feed = visitor.page.getByRole('link', { name: 'Feed (Atom)' });
  expect(await feed.getAttribute('href')).toBe('/api/incidents.atom');
});

it('is said in the language of the page, and records in the one they are written in', async () => {
  const { page, context } = await newVisitor(browser, server.origin);
  await page.goto(`${server.origin}/?lang=es#changes`);
  await page
    .getByText(/^Nueva versión: |^Primera versión: /)
    .first()
    .waitFor();
  await page.locator('.changes-title').first().click();
  await page.getByText('Qué cambió en este registro').click();
  await page.getByText('Primer conjunto de datos').waitFor();
  const english = page.locator('.history [lang="en"]');
  expect(await english.count()).toBe(await english.filter({ hasText: /\w/ }).count());
  await context.close();
});
