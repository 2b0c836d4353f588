import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { MapPage } from './map-page.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** The page as a screen reader has it: names that say enough, and nothing that is said for nothing. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;
let page: Page;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
  ({ page } = visitor);
});

afterAll(() => stopFirstMap({ browser, server }));

const heard = (of: Locator): Promise<string> => of.ariaSnapshot();

describe('by a screen reader', () => {
  it('how sure is a word that is described', async () => {
    await map.open(`${server.origin}/?category=shooting,vigil`);
    await page.getByRole('button', { name: /^Filters/ }).click();
    const disputed = page.getByRole('checkbox', { name: /^Disputed \d+$/ });
    await disputed.waitFor();
    const described = await disputed.evaluate((box: HTMLInputElement) =>
      box.ariaDescribedByElements?.map(({ textContent }) => textContent).join(),
    );
    expect(described).toBe('Parties contradict each other on what matters most.');
  });

  it('each account says whom it disputes, and nothing stands between two that has no subject', async () => {
    await map.open(`${server.origin}/?incident=2026-01-14-north-shooting`);
    const accounts = page.getByRole('region', { name: /^Accounts/ });
    await accounts.waitFor();
    expect(await accounts.getByText('disputes', { exact: true }).count()).toBeGreaterThan(0);
    const words = await heard(accounts);
    expect(words).not.toMatch(/: disputes$/m);
    expect(words).toContain('text: Disputes');
  });

  it('days of change are headings and no landmarks, and lines are read without their dots', async () => {
    await map.open(`${server.origin}/#changes`);
    const changes = page.getByRole('article');
    await changes.getByRole('heading', { level: 3 }).first().waitFor();
    const words = await heard(changes);
    expect(words).toContain('New account: ');
    expect(words).not.toMatch(/·|region/);
  });

  it('bars of figures are named once', async () => {
    await map.open(`${server.origin}/?category=shooting#charts`);
    const figures = page.getByRole('article');
    await figures.getByRole('img').first().waitFor();
    const words = await heard(figures);
    expect(words).toContain('img "Shooting and injury: 3 incidents"');
    expect(words).not.toContain('paragraph: Shooting and injury 3');
    visitor.expectQuiet();
  });

  it('the filters of a phone are a dialog without a landmark of the page in it', async () => {
    const phone = await newVisitor(browser, server.origin, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    await new MapPage(phone.page).open(server.origin);
    await phone.page.getByRole('button', { name: 'Filters', exact: true }).tap();
    const dialog = phone.page.getByRole('dialog', { name: 'Filters' });
    await dialog.waitFor();
    expect(await heard(dialog)).not.toMatch(/contentinfo|banner/);
    await phone.context.close();
  });
});
