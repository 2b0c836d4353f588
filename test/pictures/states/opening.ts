import type { State } from '../state.ts';
import { openFilters, openList, openListFully } from './steps.ts';

/** What a visitor sees first, and the ways to narrow it. */
export const OPENING: readonly State[] = [
  { name: 'opening' },
  { name: 'opening-many', map: 'many' },
  { name: 'opening-empty', map: 'empty' },
  {
    name: 'loading',
    before: ({ page }) => page.route('**/api/**', () => undefined),
    // Longer than the page waits before it says that it loads.
    steps: ({ page }) => page.waitForTimeout(1000),
    hasMap: false,
  },
  {
    name: 'list',
    steps: async (scene) => {
      await openList(scene);
      await scene.page.locator('.row').first().focus();
      // From here on the focus is seen.
      await scene.page.keyboard.press('Tab');
    },
  },
  {
    name: 'list-end',
    steps: async (scene) => {
      await openListFully(scene);
      await scene.page.locator('.unplaced .row').last().scrollIntoViewIfNeeded();
    },
  },
  { name: 'filters', steps: openFilters },
  { name: 'filters-whole', steps: openFilters, height: 1900 },
  {
    name: 'filters-in-force',
    address: '/?category=protest,vigil,police_force&verification=disputed,corroborated&q=lake',
    steps: openList,
  },
  { name: 'nothing-found', address: '/?q=nosuchwordanywhere&category=vigil', steps: openList },
  {
    name: 'nothing-in-range',
    address: '/?datetime=2020-01-01/2020-01-02',
    steps: openList,
  },
  {
    name: 'mangled-link',
    address: '/?category=riot&datetime=tomorrow&map=99/1/1&utm_source=x',
    steps: openList,
  },
  {
    name: 'downloads',
    steps: async (scene) => {
      await openList(scene);
      await scene.map.downloads.locator('summary').click();
    },
  },
  {
    name: 'about',
    address: '/#about',
    steps: ({ page }) => page.getByText('Data and privacy').waitFor(),
  },
  {
    name: 'about-whole',
    address: '/#about',
    steps: ({ page }) => page.getByText('Data and privacy').waitFor(),
    height: 2400,
  },
  { name: 'no-such-page', address: '/no-such-page', hasMap: false },
  {
    name: 'zoomed-to-200-percent',
    visitor: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
    widths: [1440],
  },
  { name: 'wide-and-low', height: 520, widths: [1440] },
];
