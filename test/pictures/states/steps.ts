import type { Scene } from '../state.ts';

/** Steps that several states share. */

export const SHOOTING = '2026-01-14-north-shooting';

/** Raises the sheet, where there is one, until the list is seen. */
export async function openList({ isNarrow, page }: Scene): Promise<void> {
  if (isNarrow) await page.getByRole('button', { name: 'Open the list', exact: true }).click();
}

export async function openListFully(scene: Scene): Promise<void> {
  await openList(scene);
  if (!scene.isNarrow) return;
  await scene.page.getByRole('button', { name: 'Open the list fully' }).click();
}

export async function openFilters({ page }: Scene): Promise<void> {
  await page.getByRole('button', { name: /^Filters/ }).click();
  await page.getByRole('group', { name: 'How sure' }).waitFor();
}

/** Waits for what the address opens, whose code may still be on its way. */
export function opened(selector: string): (scene: Scene) => Promise<void> {
  return ({ page }) => page.locator(selector).first().waitFor({ state: 'attached' });
}

/** A spot of the map in parts of its width and height, in pixels of the page. */
export async function spot({ page }: Scene, [x, y]: readonly [number, number]) {
  const box = await page.getByTestId('map').boundingBox();
  if (!box) throw new Error('there is no map');
  return [box.x + box.width * x, box.y + box.height * y] as const;
}
