import { describe, expect, it } from 'vitest';
import { MapPage } from './map-page.ts';
import { ReportForm } from './report-form.ts';
import { photoFile, ReporterMap, VIGIL } from './reporter-map.ts';
import { axeViolations, PHONE, type Visitor } from './visitor.ts';

/** From the street to a report that is sent, by touch, by keys, and at every size. */
const here = new ReporterMap();

describe('three steps on a phone', () => {
  it('go by touch alone, with what will be public in sight and no search bar over the map', async () => {
    const { visitor, form } = await here.atForm(PHONE);
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
      const { visitor, map, form } = await here.atForm({ ...PHONE, colorScheme });
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
      await map.open(`${here.server.origin}/#my-report`);
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByText('Paste the link, or type the words.').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      visitor.expectQuiet();
      await visitor.context.close();
    },
  );

  it('can all be reached at 200 % zoom, where the screen has 640 × 400', async () => {
    const { visitor, form } = await here.atForm({ viewport: { width: 640, height: 400 } });
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
    const { visitor, form } = await here.atForm();
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
    expect(await here.titlesWaiting('Written by keys')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a draft', () => {
  it('is there again after the page was closed, and goes when it is cleared', async () => {
    const { visitor, map, form } = await here.atForm();
    await form.fill(VIGIL);
    await visitor.page.getByText('Kept on this device until sent.').waitFor();
    await visitor.page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await visitor.page.getByRole('button', { name: 'Done' }).click();
    await visitor.page.locator('button.back').click();
    await visitor.page.getByRole('button', { name: /^Report/ }).click();
    await visitor.page.getByText(/Vigil.*1 photo/).waitFor();
    await visitor.page.goto('about:blank');
    await map.open(`${here.server.origin}/#report`);
    await visitor.page.getByText('As you left it').waitFor();
    expect(await form.form.getByLabel('The place in words').inputValue()).toMatch(/Lake/);
    await visitor.page.getByRole('button', { name: 'Clear', exact: true }).click();
    expect(await form.form.getByLabel('The place in words').inputValue()).toBe('');
    expect(await visitor.page.evaluate(() => localStorage.getItem('draft'))).toBeNull();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('leaving at once', () => {
  it('shows an empty page, and neither Back nor Forward shows the form again', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    const map = new MapPage(page);
    await page.goto('about:blank#before');
    await map.open(here.server.origin);
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
    await map.open(`${here.server.origin}/#report`);
    expect(await form.form.getByLabel('The place in words').inputValue()).toBe('');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('leaving at once, while a photo is blurred', () => {
  it.each([
    ['pointer', { viewport: { width: 640, height: 400 } }],
    ['keys', PHONE],
  ] as const)('is done by %s', async (by, screen) => {
    const { visitor, form } = await here.atForm(screen);
    const { page } = visitor;
    await form.fill(VIGIL);
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    const leave = page.getByRole('dialog').getByRole('button', { name: 'Leave now' });
    await leave.waitFor();
    // A key that was pressed once too often must not leave.
    expect(await page.getByRole('radio', { name: 'Medium' }).evaluate(isFocused)).toBe(true);
    await visitor.picture(`blur-${by}`);
    if (by === 'pointer') {
      await page.getByRole('button', { name: 'Done' }).scrollIntoViewIfNeeded();
      await leave.click();
    } else {
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Enter');
    }
    await page.waitForURL('about:blank');
    expect(await page.content()).not.toMatch(/blur/i);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('on a device whose clock is a day ahead', () => {
  const A_DAY_AHEAD = `{ const now = Date.now; Date.now = () => now() + ${24 * 3_600_000}; }`;

  it('what happens now is dated by the server’s clock', async () => {
    const visitor = await here.visitor();
    await visitor.context.addInitScript(A_DAY_AHEAD);
    await new MapPage(visitor.page).open(`${here.server.origin}/#report`);
    const form = new ReportForm(visitor.page);
    await form.fill({ ...VIGIL, title: 'Now, by a wrong clock' });
    const token = new URL(await form.send()).hash.replace('#report/', '');
    const { occurredAt } = (await here.report(token)).feature.properties;
    expect(Date.parse(occurredAt)).toBeLessThanOrEqual(Date.now());
    expect(Date.parse(occurredAt)).toBeGreaterThan(Date.now() - 2 * 3_600_000);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('that has not heard it, the date is refused beside the question, and chosen by hand', async () => {
    const visitor = await here.visitor();
    const { page } = visitor;
    visitor.allow(/reporting|status of 422/);
    await visitor.context.addInitScript(A_DAY_AHEAD);
    await page.route('**/api/reporting', (route) => route.abort());
    await new MapPage(page).open(`${here.server.origin}/#report`);
    const form = new ReportForm(page);
    await form.fill({ ...VIGIL, title: 'Refused, then dated by hand' });
    await form.button('Send report').click();
    await page.getByText(/your device’s may be set wrong/).waitFor();
    expect(await page.getByRole('radio', { name: 'Now' }).evaluate(isFocused)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.choice', { hasText: 'Another day' }).click();
    await form.form.getByLabel('Date and time').fill('2026-01-20T18:30');
    await form.button('Next').click();
    await form.send();
    expect(await here.titlesWaiting('Refused, then dated by hand')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a record that is wrong', () => {
  it('is named in the report, so that a moderator sees which', async () => {
    const visitor = await here.visitor();
    const id = '2026-01-14-north-shooting';
    await new MapPage(visitor.page).open(`${here.server.origin}/?incident=${id}`);
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

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}

/** Presses Tab until the focus is on what has this name, id or value. */
async function tabTo({ page }: Visitor, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      const value = activeElement instanceof HTMLInputElement ? activeElement.value : '';
      const foot = document.querySelector('.form-foot');
      const { top = 0, height = 0 } = activeElement?.getBoundingClientRect() ?? {};
      // Of a field of many lines, the first.
      const end = top + Math.min(height, 44);
      const isInForm = activeElement?.closest('form') && !foot?.contains(activeElement);
      const isBehind = isInForm && end > (foot?.getBoundingClientRect().top ?? Infinity);
      const names = [activeElement?.id, activeElement?.textContent?.trim(), value];
      return { names, isBehind };
    });
    expect(focused.isBehind, `${focused.names} behind the foot of the form`).toBeFalsy();
    if (focused.names.includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${name}"`);
}
