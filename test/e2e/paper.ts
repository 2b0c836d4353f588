import type { Page } from 'playwright-core';

/** Shows the page as it is printed, once what it has on paper alone has come. */
export async function print(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return document.querySelector('.paper') !== null;
  });
  await page.emulateMedia({ media: 'print' });
  await page.getByAltText('The map of this view').waitFor();
}

export async function endPrint(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
}
