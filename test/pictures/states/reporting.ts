import { madePhoto } from '../../e2e/made-photo.ts';
import type { Told } from '../../e2e/report-form.ts';
import type { PicturedMap } from '../maps.ts';
import type { ReportName } from '../reports.ts';
import type { Scene, State } from '../state.ts';
import { opened, openList } from './steps.ts';

const VIGIL: Told = {
  corner: 'Lake Street and Chicago',
  category: 'Vigil',
  title: 'Candles on the bridge',
  summary: 'About twenty people stand with candles. Nobody is hurt.',
};

const FORM = { map: 'desk', address: '/#report' } as const;

async function toWhat({ form }: Scene): Promise<void> {
  await form.pickCorner(VIGIL.corner);
  await form.button('Next').click();
  await form.category(VIGIL.category).waitFor({ state: 'attached' });
}

async function choosePhoto(scene: Scene): Promise<void> {
  const { form, page } = scene;
  await form.fill(VIGIL);
  const photo = { name: 'street.jpg', mimeType: 'image/jpeg', buffer: await madePhoto() };
  await page.getByLabel('Choose photos').setInputFiles(photo);
  await page.getByRole('dialog').waitFor();
}

function link(name: ReportName): (at: PicturedMap) => string {
  return ({ links }) => `/#report/${links.get(name)}`;
}

async function send({ form }: Scene): Promise<void> {
  await form.fill(VIGIL);
  await form.send();
}

/** A report, from the form to what became of it. */
export const REPORTING: readonly State[] = [
  { ...FORM, name: 'report-1-where', steps: ({ form }) => form.button('Next').waitFor() },
  {
    ...FORM,
    name: 'report-1-where-whole',
    height: 1700,
    steps: async ({ form, page }) => {
      await form.form.getByRole('combobox').fill('Lake');
      await form.form.getByRole('option').first().waitFor();
      await page.getByText('Staying safe').click();
    },
  },
  {
    ...FORM,
    name: 'report-1-unsure',
    steps: async ({ form }) => {
      await form.pickCorner(VIGIL.corner);
      await form.form.getByLabel('I’m not sure exactly').check();
    },
  },
  {
    ...FORM,
    name: 'report-1-problem',
    steps: async ({ form, page }) => {
      await form.button('Next').click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
  { ...FORM, name: 'report-2-what', steps: toWhat },
  { ...FORM, name: 'report-2-what-whole', steps: toWhat, height: 1700 },
  {
    ...FORM,
    name: 'report-2-problem',
    height: 1700,
    steps: async (scene) => {
      await toWhat(scene);
      await scene.page.locator('.choice', { hasText: 'Another day' }).click();
      await scene.form.button('Next').click();
      await scene.page.getByText('Choose what kind of thing happened.').waitFor();
    },
  },
  { ...FORM, name: 'report-3-details', steps: ({ form }) => form.fill(VIGIL), height: 1300 },
  {
    ...FORM,
    name: 'report-3-problem',
    height: 1500,
    steps: async ({ form, page }) => {
      await form.fill({ ...VIGIL, title: '', summary: '', links: 'no address' });
      await form.button('Send report').click();
      await page.getByText('Say in one line what happened.').waitFor();
    },
  },
  { ...FORM, name: 'report-photo-blur', steps: choosePhoto },
  {
    ...FORM,
    name: 'report-photo-chosen',
    height: 1500,
    steps: async (scene) => {
      await choosePhoto(scene);
      await scene.page.getByRole('button', { name: 'Done' }).click();
      await scene.page.getByRole('dialog').waitFor({ state: 'detached' });
    },
  },
  { ...FORM, name: 'report-sent', steps: send, height: 1500 },
  {
    ...FORM,
    name: 'report-waits-for-connection',
    steps: async ({ form, page }) => {
      await form.fill(VIGIL);
      await page.route('**/items', (route) => route.abort());
      await form.button('Send report').click();
      await page.getByText('Your report waits on this device.').waitFor();
    },
  },
  {
    name: 'own-reports-in-the-list',
    map: 'desk',
    before: ({ page, at }) =>
      page.addInitScript(
        (tokens) => localStorage.setItem('reports', JSON.stringify(tokens)),
        [at.links.get('waiting'), at.links.get('asked')],
      ),
    steps: async (scene) => {
      await openList(scene);
      await scene.page.getByText('Candles at the corner').first().waitFor();
    },
  },
  { name: 'own-report-waiting', map: 'desk', address: link('waiting'), steps: opened('.status') },
  {
    name: 'own-report-asked',
    map: 'desk',
    address: link('asked'),
    height: 1300,
    steps: ({ page }) => page.getByLabel('Your answer').waitFor(),
  },
  {
    name: 'own-report-published',
    map: 'desk',
    address: link('published'),
    steps: opened('.status'),
  },
  { name: 'own-report-rejected', map: 'desk', address: link('rejected'), steps: opened('.status') },
  {
    name: 'own-report-by-words',
    map: 'desk',
    address: '/#my-report',
    steps: async ({ page }) => {
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await page.getByText('Paste the link, or type the words.').waitFor();
    },
  },
  {
    name: 'no-such-report',
    map: 'desk',
    address: '/#report/AAAAAAAAAAAAAAAAAAAAAA',
    steps: ({ page }) => page.getByText('There is no report under this link.').waitFor(),
  },
];
