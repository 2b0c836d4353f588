import type { Scene, State } from '../state.ts';
import { SHOOTING } from './steps.ts';

const LANGUAGES = ['es', 'so', 'hmn'] as const;

/** A phone and a desk show what is too long. */
const WIDTHS = [360, 1440] as const;

/** What speaks in other words: by classes, since names are told in each language. */
const SPOKEN: readonly Omit<State, 'widths'>[] = [
  { name: 'opening', address: '/', steps: raise },
  {
    name: 'filters',
    address: '/',
    height: 1900,
    steps: async ({ page }) => {
      await page.locator('.filter-button').click();
      await page.locator('#filters').waitFor();
    },
  },
  {
    name: 'incident',
    address: `/?incident=${SHOOTING}`,
    height: 2400,
    steps: ({ page }) => page.locator('.detail-title').waitFor(),
  },
  {
    name: 'figures',
    address: '/#charts',
    height: 2400,
    steps: ({ page }) => page.locator('.charts .named-bars').first().waitFor(),
  },
  {
    name: 'report',
    address: '/#report',
    height: 1700,
    steps: async ({ page, form }) => {
      await form.pickCorner('Lake Street and Chicago');
      await form.form.locator('button[type="submit"]').click();
      await page.locator('.category-button').first().waitFor();
    },
  },
  {
    name: 'about',
    address: '/#about',
    height: 2400,
    steps: ({ page }) => page.locator('.about').waitFor(),
  },
];

export const IN_OTHER_LANGUAGES: readonly State[] = LANGUAGES.flatMap((language) =>
  SPOKEN.map((state) => ({
    ...state,
    name: `${state.name}-${language}`,
    address: inLanguage(String(state.address), language),
    widths: WIDTHS,
    schemes: ['light'],
  })),
);

async function raise({ page, isNarrow }: Scene): Promise<void> {
  if (isNarrow) await page.locator('.sheet-grip').click();
}

function inLanguage(address: string, language: string): string {
  const url = new URL(address, 'http://map');
  url.searchParams.set('lang', language);
  return url.pathname + url.search + url.hash;
}
