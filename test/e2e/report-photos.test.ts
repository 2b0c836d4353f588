import { describe, expect, it } from 'vitest';
import { madePhoto, middleOf } from './made-photo.ts';
import { finish, photoFile, ReporterMap, VIGIL } from './reporter-map.ts';

/** What a photo and a device may tell of a place, and what they must not. */
const here = new ReporterMap();

describe('a photo', () => {
  it('reaches the server with what was blurred blurred, and without what the camera wrote', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'With a photo' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    const box = await page.getByRole('img', { name: /Your photo/ }).boundingBox();
    if (!box) throw new Error('no photo');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.locator('.brushes .choice', { hasText: 'Large' }).click();
    await page.mouse.move(x - 10, y);
    await page.mouse.down();
    await page.mouse.move(x + 10, y, { steps: 3 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Rectangle, by keys' }).click();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowDown', 'ArrowLeft', 'Enter']) {
      await page.keyboard.press(key);
    }
    await page.getByRole('button', { name: 'Done' }).click();
    const link = await form.send();
    await page.getByText('Sent, without what the camera wrote into it.').waitFor();
    const token = new URL(link).hash.replace('#report/', '');
    const [photo] = (await here.report(token)).photos;
    const jpeg = Buffer.from(await (await fetch(here.local(photo.href))).arrayBuffer());
    expect(await middleOf(await madePhoto())).toEqual({ contrast: 255, hasCamera: true });
    const { contrast, hasCamera } = await middleOf(jpeg);
    expect(hasCamera).toBe(false);
    expect(contrast).toBeLessThan(30);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('that fails is tried again, and costs no report', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    visitor.allow(/photos/);
    await form.fill({ ...VIGIL, title: 'With a photo that fails' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).click();
    await page.route('**/photos', (route) => route.abort());
    await form.send();
    await page.getByText(/^Not sent/).waitFor();
    await page.unroute('**/photos');
    await page.getByRole('button', { name: /^Try again/ }).click();
    await page.getByText('Sent, without what the camera wrote into it.').waitFor();
    expect(await here.titlesWaiting('With a photo that fails')).toBe(1);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('that is refused is told why in the language of the page', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    visitor.allow(/status of 422/);
    await form.fill({ ...VIGIL, title: 'With a photo that is refused' });
    const { hash } = new URL(await form.send());
    await map.open(`${here.server.origin}/?lang=es${hash}`);
    const own = page.locator('.own-photos');
    await own
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Listo' }).click();
    await page.route('**/photos', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 422, detail: 'Damaged.', code: 'broken_photo' }),
      }),
    );
    await own.locator('button.is-primary').click();
    await page.getByText('No enviada. Este archivo no se puede leer como foto.').waitFor();
    expect(await page.getByText('Damaged.').count()).toBe(0);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('that this browser cannot write is said, and costs no report', async () => {
    const { visitor, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'With a photo that cannot be written' });
    await page.getByLabel('Choose photos').setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).click();
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (callback) => callback(null);
    });
    await form.send();
    await page.getByText('Not sent. This browser could not write the photo.').waitFor();
    await page.getByRole('button', { name: /^Try again/ }).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('says where it was taken, to the block, where its reporter asks for that', async () => {
    const { visitor, form } = await here.atForm();
    await visitor.page.getByLabel('Use a photo’s position').setInputFiles(await photoFile());
    await visitor.page.getByText('The pin stands on the block').waitFor();
    await form.form.getByLabel('The place in words').fill('Near the lake');
    await finish(form, 'Placed by its photo');
    const token = new URL(await form.send()).hash.replace('#report/', '');
    const { feature } = await here.report(token);
    expect(feature.geometry.coordinates).toEqual([-93.263, 44.948]);
    expect(feature.properties.locationPrecision).toBe('block');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('the device’s own position', () => {
  it('is taken once and rounded to the block', async () => {
    const { visitor, form } = await here.atForm({
      geolocation: { longitude: -93.262741, latitude: 44.948436, accuracy: 12 },
      permissions: ['geolocation'],
    });
    await visitor.page.getByRole('button', { name: 'Use where I am now' }).click();
    await visitor.page.getByText('The pin stands on the block').waitFor();
    await form.form.getByLabel('The place in words').fill('Here');
    await finish(form, 'Placed by the device');
    const token = new URL(await form.send()).hash.replace('#report/', '');
    expect((await here.report(token)).feature.geometry.coordinates).toEqual([-93.263, 44.948]);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});
