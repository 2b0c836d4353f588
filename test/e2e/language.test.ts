import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** Somebody whose language is not English. */
const SHOOTING = '2026-01-14-north-shooting';
const PHONE = { viewport: { width: 360, height: 740 } };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(address: string, options = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, server.origin, options);
  await new MapPage(visitor.page).open(server.origin + address);
  return visitor;
}

/** @returns whatever is wider than the screen or than what scrolls it. */
function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ['html', '.sheet-body', '.panel-body', '.filter-dialog-body']
      .flatMap((name) => [...document.querySelectorAll(name)])
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
}

describe('Spanish', () => {
  it('is chosen by keyboard: the whole page speaks it, and the focus stays', async () => {
    const { page, context, expectQuiet } = await open('/');
    const map = new MapPage(page);
    await page.getByRole('combobox', { name: 'Language' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('html[lang="es"]').waitFor();
    await page.getByRole('heading', { name: 'Mapa de incidentes de Minneapolis' }).waitFor();
    const control = page.getByRole('combobox', { name: 'Idioma' });
    expect(await control.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toBe('Mapa de incidentes de Minneapolis');
    expect(await map.counts.textContent()).toMatch(/^79 de 79 incidentes/);
    await page.getByRole('searchbox', { name: 'Buscar incidentes' }).waitFor();
    await page.getByRole('toolbar', { name: /^Marcas en el mapa/ }).waitFor();
    await page.getByRole('region', { name: 'Mapa de incidentes', exact: true }).waitFor();
    await page.getByText('Díganos qué está mal').waitFor();
    await page.getByText('These words have not been read by a native speaker').waitFor();
    await page
      .getByRole('heading', { name: /de enero de 2026$/ })
      .first()
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);

    expect(new URL(page.url()).searchParams.get('lang')).toBe('es');
    await page.goBack();
    await page.getByRole('heading', { name: 'Minneapolis Incident Map' }).waitFor();
    await page.goForward();
    await page.getByRole('searchbox', { name: 'Buscar incidentes' }).waitFor();
    await page.reload();
    await page.getByRole('searchbox', { name: 'Buscar incidentes' }).waitFor();
    // Remembered on this device, where a link leaves it open.
    await page.goto(`${server.origin}/?q=tear%20gas`);
    await page.getByRole('button', { name: 'Quitar filtro: “tear gas”' }).waitFor();
    expectQuiet();
    await context.close();
  });

  it('is what a browser gets that asks for it, and a record stays in its own language', async () => {
    const { page, context, expectQuiet, picture } = await open(`/?incident=${SHOOTING}`, {
      locale: 'es-MX',
    });
    expect(new URL(page.url()).searchParams.get('lang')).toBeNull();
    const title = page.locator('.detail-title');
    expect(await title.getAttribute('lang')).toBe('en');
    await page.getByRole('heading', { name: /^Versiones/ }).waitFor();
    await page.getByText('contradice', { exact: true }).first().waitFor();
    await picture('spanish-incident');
    expect(await axeViolations(page)).toEqual([]);
    expectQuiet();
    await context.close();
  });

  it('is the report form’s too, with what it finds wanting', async () => {
    const { page, context, expectQuiet } = await open('/?lang=es#report');
    await page.getByRole('heading', { name: 'Informar de un incidente' }).waitFor();
    await page.getByRole('button', { name: 'Siguiente' }).click();
    await page.getByText('Diga en palabras dónde fue').waitFor();
    await page.getByRole('button', { name: 'Salir ya' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expectQuiet();
    await context.close();
  });
});

describe('English', () => {
  it('is the report form’s where that comes later than the page', async () => {
    const { page, context, expectQuiet } = await open('/');
    await page.getByRole('button', { name: 'Report an incident' }).click();
    await page.getByRole('heading', { name: 'Report an incident' }).waitFor();
    await page.getByText('Move the map under the pin, or type the place.').waitFor();
    expectQuiet();
    await context.close();
  });
});

describe('long words on a small screen', () => {
  it.each(['so', 'hmn'])('of %s fit, wherever one goes', async (language) => {
    const { page, context, expectQuiet, picture } = await open(`/?lang=${language}`, PHONE);
    await page.locator('.sheet-grip').click();
    await picture(`${language}-list`);
    expect(await sideways(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.filter-button').click();
    await page.locator('.filter-dialog').waitFor();
    await picture(`${language}-filters`);
    expect(await sideways(page)).toEqual([]);
    for (const address of [`&incident=${SHOOTING}`, '#report', '#about']) {
      await new MapPage(page).open(`${server.origin}/?lang=${language}${address}`);
      await picture(`${language}-${address.replace(/\W/g, '')}`);
      expect(await sideways(page)).toEqual([]);
    }
    expectQuiet();
    await context.close();
  });
});

describe('a page that is read from the right', () => {
  it.each([
    ['a phone', PHONE],
    ['a desk', {}],
  ])('holds together on %s', async (where, options) => {
    const { page, context, picture } = await open('/', options);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const grip = page.locator('.sheet-grip');
    if (where === 'a phone') await grip.click();
    await picture(`rtl-${where.replace('a ', '')}`);
    expect(await sideways(page)).toEqual([]);
    const row = page.locator('.row').first();
    await row.click();
    await page.locator('.detail-title').waitFor();
    await picture(`rtl-incident-${where.replace('a ', '')}`);
    expect(await sideways(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await context.close();
  });
});
