import type { State } from '../state.ts';
import { openFilters, openList } from './steps.ts';

/** What does not work, and what still does. */
export const FAILING: readonly State[] = [
  {
    name: 'offline',
    visitor: { serviceWorkers: 'allow' },
    steps: async (scene) => {
      const { page, map } = scene;
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      // From now on the worker stands between page and server, and keeps what is answered.
      await page.reload();
      await map.settled();
      await page.context().setOffline(true);
      await page.reload();
      await page
        .getByText(/No connection/)
        .first()
        .waitFor({ state: 'attached' });
      await openList(scene);
    },
  },
  {
    name: 'server-gone-at-first',
    before: ({ page }) => page.route('**/api/**', (route) => route.abort()),
    steps: async ({ page }) => {
      await page.getByText('The server did not answer.').first().waitFor({ state: 'attached' });
    },
    hasMap: false,
  },
  {
    name: 'server-gone-later',
    // Words are searched for by the server alone.
    address: '/?q=gas',
    steps: async (scene) => {
      const { page } = scene;
      await page.locator('.counts strong').first().waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await openFilters(scene);
      await page.getByRole('group', { name: 'How sure' }).getByRole('checkbox').first().check();
      await page.getByText('The server did not answer.').first().waitFor({ state: 'attached' });
    },
    hasMap: false,
  },
  {
    name: 'no-webgl',
    before: ({ page }) =>
      page.addInitScript(() => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked) {
          return asked[0].startsWith('webgl') ? null : getContext.apply(this, asked);
        } as typeof getContext;
      }),
    steps: ({ page }) => page.getByText('This browser cannot draw the map').waitFor(),
  },
];
