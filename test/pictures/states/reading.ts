import type { State } from '../state.ts';
import { opened, SHOOTING } from './steps.ts';

const shown = opened('.detail-title');

/** An incident, read. */
export const READING: readonly State[] = [
  { name: 'incident', address: `/?incident=${SHOOTING}`, steps: shown },
  { name: 'incident-whole', address: `/?incident=${SHOOTING}`, steps: shown, height: 4000 },
  {
    name: 'incident-history',
    address: `/?incident=${SHOOTING}`,
    height: 1600,
    steps: async ({ page }) => {
      await page.getByText('What changed in this record').click();
      await page.locator('.history li').first().waitFor();
      await page.locator('.history').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'incident-on-the-night',
    address: `/?incident=${SHOOTING}&asOf=2026-01-14`,
    steps: shown,
  },
  { name: 'incident-in-an-area', address: '/?incident=2026-01-27-ecuador-consulate', steps: shown },
  { name: 'incident-without-a-place', address: '/?incident=2026-01-16-injunction', steps: shown },
  {
    name: 'incident-one-account',
    address: '/?incident=2026-01-13-park-36th-taillight',
    steps: shown,
    height: 1600,
  },
  {
    name: 'incident-with-photo',
    map: 'desk',
    address: ({ links }) => `/?incident=${links.get('incident')}`,
    height: 1600,
    steps: opened('.detail-photos img'),
  },
  { name: 'incident-long-words', map: 'odd', address: '/?incident=long-words', steps: shown },
  { name: 'incident-taken-back', map: 'odd', address: '/?incident=taken-back', steps: shown },
  {
    name: 'no-such-incident',
    address: '/?incident=no-such-incident',
    steps: ({ page }) => page.getByText('There is no such incident').waitFor(),
  },
  {
    name: 'incident-printed',
    address: `/?incident=${SHOOTING}`,
    steps: shown,
    isPrinted: true,
    widths: [768],
  },
  { name: 'list-printed', isPrinted: true, widths: [768] },
];
