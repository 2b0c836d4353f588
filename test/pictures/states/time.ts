import type { Scene, State } from '../state.ts';
import { openList } from './steps.ts';

const EVENING = '2026-01-14T18:00:00-06:00/2026-01-14T23:00:00-06:00';
const WIDE = [1440] as const;
const PLAY = { visitor: { reducedMotion: 'no-preference' }, schemes: ['light'] } as const;

async function zoomToRange({ page }: Scene): Promise<void> {
  await page.getByRole('button', { name: 'To range' }).click();
  await page.locator('.tick text', { hasText: /\d pm/ }).first().waitFor();
}

/** Time: the range, the play, and the day of knowledge. */
export const TIME: readonly State[] = [
  { name: 'range-set', address: '/?datetime=2026-01-14', steps: openList },
  { name: 'range-that-follows', address: '/?range=last-7-days', steps: openList },
  { name: 'timeline-zoomed', address: `/?datetime=${EVENING}`, steps: zoomToRange, widths: WIDE },
  {
    name: 'timeline-by-how-sure',
    widths: WIDE,
    steps: ({ page }) =>
      page.getByLabel('What the bars are stacked by').selectOption('By how sure'),
  },
  {
    name: 'play-choices',
    widths: WIDE,
    steps: async ({ page }) => {
      await page.locator('.play-settings summary').click();
      await page.getByLabel('Speed').waitFor();
    },
  },
  {
    ...PLAY,
    name: 'play',
    // Slow plays for 40 seconds; the last frame shows how it ends.
    strip: { frames: 12, everyMs: 3_600 },
    widths: WIDE,
    steps: async ({ page }) => {
      await page.locator('.play-settings summary').click();
      await page.getByLabel('Speed').selectOption('Slow');
      await page.locator('.play-settings summary').click();
      await page.getByRole('button', { name: 'Play' }).click();
    },
  },
  {
    ...PLAY,
    name: 'play-on-a-phone',
    // At its normal speed it plays for 20.
    strip: { frames: 12, everyMs: 1_700 },
    widths: [360],
    steps: ({ page }) => page.getByRole('button', { name: 'Play' }).click(),
  },
  {
    name: 'known-on-14-january',
    address: '/?datetime=2026-01-14&asOf=2026-01-14',
    steps: openList,
  },
  {
    name: 'known-as-of-opened',
    widths: WIDE,
    steps: async ({ page }) => {
      await page.getByRole('button', { name: 'As known on…' }).click();
      await page.getByRole('slider', { name: 'As known on' }).focus();
    },
  },
];
