import { FEW_AT, MANY_AT } from '../made.ts';
import type { Scene, State } from '../state.ts';
import { spot } from './steps.ts';

const CORNERS = [
  [0.3, 0.3],
  [0.7, 0.28],
  [0.72, 0.5],
  [0.5, 0.42],
  [0.3, 0.52],
] as const;

async function putCorners(scene: Scene): Promise<void> {
  await scene.page.getByRole('button', { name: 'Draw an area' }).click();
  await scene.page.getByRole('application').waitFor();
  for (const corner of CORNERS) await scene.page.mouse.click(...(await spot(scene, corner)));
  await scene.page.getByText('5 corners.').waitFor();
}

/** The map itself: what stands on it, and the tools over it. */
export const ON_THE_MAP: readonly State[] = [
  {
    name: 'mark-by-keyboard',
    steps: async ({ map, page }) => {
      await map.marks.first().focus();
      await page.keyboard.press('ArrowRight');
    },
  },
  { name: 'streets', address: '/?map=15/44.9483/-93.2624' },
  {
    name: 'mark-under-the-pointer',
    widths: [1440],
    address: '/?map=17/45.0037/-93.2872',
    steps: async ({ map, page }) => {
      const box = await map.mark('Federal officer shoots').boundingBox();
      if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator('.tooltip').waitFor();
    },
  },
  {
    name: 'few-at-one-point',
    map: 'odd',
    address: `/?map=19/${FEW_AT.latitude}/${FEW_AT.longitude}`,
    steps: ({ map }) => map.mark('Vigil number 1').waitFor(),
  },
  {
    name: 'many-at-one-point',
    map: 'odd',
    address: `/#place/${MANY_AT.latitude}/${MANY_AT.longitude}`,
    steps: ({ page }) => page.locator('.long-list li').first().waitFor({ state: 'attached' }),
  },
  { name: 'heat-map', address: '/?show=heat' },
  { name: 'heat-map-many', map: 'many', address: '/?show=heat' },
  { name: 'heat-map-close', map: 'many', address: '/?show=heat&map=14.5/44.9655/-93.2712' },
  { name: 'area-that-fills-the-screen', address: '/?map=15/45.0101/-93.2471' },
  { name: 'city-view-many', map: 'many', address: '/?map=12/44.9655/-93.2712' },
  { name: 'street-view-many', map: 'many', address: '/?map=16/44.9745/-93.2712' },
  {
    name: 'where-i-am',
    visitor: {
      permissions: ['geolocation'],
      geolocation: { longitude: -93.26832, latitude: 44.95517, accuracy: 30 },
    },
    steps: async ({ page }) => {
      await page.getByRole('button', { name: 'Where I am' }).click();
      await page
        .getByText(/mi from you/)
        .first()
        .waitFor({ state: 'attached' });
    },
  },
  {
    name: 'area-begun',
    steps: ({ page }) => page.getByRole('button', { name: 'Draw an area' }).click(),
  },
  { name: 'area-being-drawn', steps: putCorners },
  {
    name: 'area-that-crosses',
    steps: async (scene) => {
      await putCorners(scene);
      await scene.page.mouse.click(...(await spot(scene, [0.6, 0.25])));
      await scene.page.getByText('Lines cross or touch.').waitFor();
    },
  },
  {
    name: 'area-drawn',
    steps: async (scene) => {
      await putCorners(scene);
      await scene.page.getByRole('button', { name: 'Finish', exact: true }).click();
      await scene.page.getByRole('application').waitFor({ state: 'detached' });
    },
  },
  { name: 'forced-colours', media: { forcedColors: 'active' } },
  {
    name: 'forced-colours-incident',
    media: { forcedColors: 'active' },
    address: '/?incident=2026-01-14-north-shooting',
    steps: ({ page }) => page.locator('.detail-title').waitFor(),
  },
  { name: 'more-contrast', media: { contrast: 'more' } },
];
