import type { Scene, State } from '../state.ts';
import { opened } from './steps.ts';

const charts = opened('.charts .named-bars');
const compared = opened('.compare-table');

async function openFollowing({ page }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'By e-mail' }).click();
  await page.getByLabel('Your e-mail address').waitFor();
}

/** @returns the address that the mail went to: each is sent one a day at most. */
async function askToFollow(scene: Scene, name: string): Promise<string> {
  await openFollowing(scene);
  const { page, screen } = scene;
  const address = `${name}-${screen.scheme}-${screen.width}@example.org`;
  await page.getByLabel('Your e-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await page.getByText('a mail is on its way').waitFor();
  return address;
}

/** Whoever counts, compares and follows. */
export const FIGURES: readonly State[] = [
  { name: 'figures', address: '/#charts', steps: charts },
  { name: 'figures-whole', address: '/#charts', steps: charts, height: 3000 },
  {
    name: 'figures-as-a-table',
    address: '/#charts',
    height: 3400,
    steps: async (scene) => {
      await charts(scene);
      for (const table of await scene.page.getByText('As a table').all()) await table.click();
    },
  },
  {
    name: 'figures-none',
    address: '/?datetime=2020-01-01/2020-01-02#charts',
    steps: ({ page }) => page.getByText('There is nothing to count here.').waitFor(),
  },
  {
    name: 'figures-printed',
    address: '/#charts',
    steps: charts,
    isPrinted: true,
    widths: [768],
  },
  { name: 'two-days', address: '/#compare/2026-01-14/2026-01-24', steps: compared, height: 1500 },
  {
    name: 'one-day-as-known-on-two',
    address: '/#compare/2026-01-14@2026-01-14/2026-01-14@2026-01-20',
    height: 1900,
    steps: compared,
  },
  { name: 'what-changed', address: '/#changes', steps: opened('.changes-title') },
  {
    name: 'follow',
    map: 'desk',
    address: '/?category=vigil&q=park#changes',
    height: 1200,
    steps: openFollowing,
  },
  {
    name: 'follow-wrong-address',
    map: 'desk',
    address: '/#changes',
    height: 1200,
    steps: async (scene) => {
      await openFollowing(scene);
      await scene.page.getByRole('button', { name: 'Send me the mail' }).click();
      await scene.page.getByText('Write one address').waitFor();
    },
  },
  {
    name: 'follow-asked',
    map: 'desk',
    address: '/#changes',
    steps: (scene) => askToFollow(scene, 'asked'),
  },
  {
    name: 'follower',
    map: 'desk',
    address: '/?category=vigil#changes',
    steps: async (scene) => {
      const { page, at } = scene;
      const [mail] = await at.sink.to(await askToFollow(scene, 'follower'));
      await page.goto('about:blank');
      await page.goto(`${at.server.origin}/#following/${mail?.token}`);
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Confirmed: you get mails').waitFor();
    },
  },
];
