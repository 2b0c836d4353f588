import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { MapPage } from './map-page.ts';
import { photoFile, ReporterMap, VIGIL } from './reporter-map.ts';
import type { Visitor } from './visitor.ts';

/** Code that does not come: the connection is gone, or the server has a newer build. */
const here = new ReporterMap();
const MISSING = 'This could not be loaded. Reload the page to try again.';

/** From now on no code comes that the page has not got. */
async function keepCodeFrom({ page, allow }: Visitor, name = '*'): Promise<void> {
  allow(/ERR_FAILED/);
  await page.route(`**/assets/${name}.js`, (route) => route.abort());
}

function told(page: Page): Promise<void> {
  return page.getByText(MISSING).first().waitFor();
}

describe('the map', () => {
  it('whose code does not come is missing, and says so; the list is there', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    visitor.allow(/could not be drawn/);
    await keepCodeFrom(visitor, 'incident-map-*');
    await page.goto(here.server.origin);
    await page.locator('.map-view').getByText(MISSING).waitFor();
    await page.locator('.list .row-title').first().waitFor();
    expect(await page.getByText(/WebGL/).count()).toBe(0);
    // Nor does its place still say that it is on the way.
    await page.locator('#opening').waitFor({ state: 'detached' });
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('plays nothing, and says so', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    await new MapPage(page).open(here.server.origin);
    await keepCodeFrom(visitor);
    await page.getByRole('button', { name: 'Play' }).click();
    await told(page);
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a language', () => {
  it('whose words do not come is not spoken, which is said', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    await new MapPage(page).open(here.server.origin);
    await keepCodeFrom(visitor);
    const control = page.getByRole('combobox', { name: /language/i });
    await control.selectOption('es');
    await told(page);
    expect(await control.inputValue()).toBe('en');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('the report form', () => {
  it('says so of a photo’s position', async () => {
    const { visitor } = await here.atForm();
    await keepCodeFrom(visitor);
    await visitor.page.getByLabel('Use a photo’s position').setInputFiles(await photoFile());
    await told(visitor.page);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says so of words from paper, beside their field', async () => {
    const { visitor } = await here.atForm();
    const { page } = visitor;
    await page.getByRole('button', { name: 'Open a report I sent' }).click();
    const field = page.getByLabel(/^Your private link/);
    await keepCodeFrom(visitor);
    await field.fill('legal winner thank year wave sausage worth useful legal winner thank yellow');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await told(page);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says so of the private link as words and as a picture', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'Sent with parts missing' });
    await form.send();
    await keepCodeFrom(visitor);
    for (const what of ['Words to write down', 'QR code for another device']) {
      const part = page.locator('details', { hasText: what });
      await part.locator('summary').click();
      await part.getByRole('alert').getByText(MISSING).waitFor();
    }
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('lets a report wait whose work cannot be done; it is discarded all the same', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    const title = 'Without the code to work';
    visitor.allow(/status of 429/);
    await form.fill({ ...VIGIL, title });
    const challenge = { parameters: {}, signature: '' };
    await page.route('**/api/collections/incidents/items', (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 429, detail: 'Work.', code: 'work_needed', challenge }),
      }),
    );
    await keepCodeFrom(visitor, 'solve-*');
    await form.button('Send report').click();
    await page.getByRole('heading', { name: 'Your report waits on this device.' }).waitFor();

    await keepCodeFrom(visitor, 'send-waiting-*');
    await page.goto('about:blank');
    await map.open(here.server.origin);
    await page.getByRole('button', { name: 'Try now' }).click();
    await told(page);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByText(title).waitFor({ state: 'detached' });
    visitor.expectQuiet();
    await visitor.context.close();
  });
});
