import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { moderatorCookie } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { photoFile, ReporterMap, VIGIL } from './reporter-map.ts';
import { axeViolations } from './visitor.ts';

/** What a reporter does the day after, on their own device and on another. */
const here = new ReporterMap();

describe('the way back to a report', () => {
  it('is by twelve words, on a device that never saw it; a mistyped one is named', async () => {
    const { visitor, form } = await here.atForm();
    await form.fill({ ...VIGIL, title: 'Found by words' });
    await form.send();
    await visitor.page.getByText('Words to write down').click();
    const items = visitor.page.locator('.token-words li');
    await expect.poll(() => items.count()).toBe(12);
    const words = await items.allTextContents();

    const other = await here.visitor();
    await new MapPage(other.page).open(`${here.server.origin}/#report`);
    await other.page.getByRole('button', { name: 'Open a report I sent' }).click();
    const field = other.page.getByLabel(/^Your private link/);
    await field.fill(['zzzzz', ...words.slice(1)].join(' '));
    await other.page.getByRole('button', { name: 'Open', exact: true }).click();
    await other.page.getByText('Not a word of the list: “zzzzz”.').waitFor();
    await field.fill(words.join(' '));
    await other.page.getByRole('button', { name: 'Open', exact: true }).click();
    await other.page.getByText('Found by words').first().waitFor();
    for (const one of [visitor, other]) {
      one.expectQuiet();
      await one.context.close();
    }
  });
});

describe('two reports at one corner', () => {
  it('are each reached by the pointer, which says which it is on, and by keys', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    const titles = ['Candles in the morning', 'Candles in the evening'];
    let link = '';
    for (const title of titles) {
      await form.fill({ ...VIGIL, title });
      link = await form.send();
      await page.locator('button.back').click();
      if (title === titles[0]) await page.getByRole('button', { name: /^Report/ }).click();
    }
    const token = new URL(link).hash.replace('#report/', '');
    const [longitude, latitude] = (await here.report(token)).feature.geometry.coordinates;
    const close = `${here.server.origin}/?map=18/${latitude}/${longitude}`;
    const own = page.getByRole('toolbar', { name: /^Your reports on the map/ });
    for (const title of titles) {
      await page.goto('about:blank');
      await map.open(close);
      const mark = own.getByRole('button', { name: title });
      const box = await mark.boundingBox();
      await page.mouse.move((box?.x ?? 0) + 17, (box?.y ?? 0) + 17);
      await page.locator('.tooltip').getByText(title).waitFor();
      await page.locator('.row.is-hovered').getByText(title).waitFor();
      await visitor.picture('own-marks');
      await map.pressMark(mark);
      await page.locator('.own-words').getByText(title).waitFor();
    }
    await page.goto('about:blank');
    await map.open(close);
    await own.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    const second = (await page.locator(':focus').getAttribute('aria-label')) ?? '';
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('aria-label')).not.toBe(second);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page
      .locator('.own-words')
      .getByText(second.split('. ')[0] ?? '')
      .waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('on its private link', () => {
  it('a question is read and answered, the report corrected, then withdrawn and erased', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'Asked about' });
    const link = await form.send();
    const token = new URL(link).hash.replace('#report/', '');
    await ask('Asked about', 'Which corner of the crossing?');

    await page.goto('about:blank');
    await map.open(link);
    await page.getByRole('heading', { name: 'The moderators have a question' }).waitFor();
    await page.getByLabel('Your answer').fill('The north-west one.');
    await page.getByRole('button', { name: 'Send answer' }).press('Enter');
    await page.getByRole('heading', { name: 'Between you and the moderators' }).waitFor();
    // Where the focus is, a screen reader reads on.
    await expect.poll(() => focused(page)).toContain('The north-west one.');
    expect((await here.report(token)).thread).toMatchObject([
      { from: 'moderator', text: 'Which corner of the crossing?' },
      { from: 'reporter', text: 'The north-west one.' },
    ]);

    await page.getByRole('button', { name: 'Correct it' }).click();
    await form.button('Next').click();
    await form.button('Next').click();
    expect(await form.form.getByLabel('In one line').inputValue()).toBe('Asked about');
    await form.form.getByLabel('In one line').fill('Corrected');
    await form.form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Waiting for review').waitFor();
    await page.getByText('Corrected', { exact: true }).waitFor();
    expect((await here.report(token)).feature.properties.title).toBe('Corrected');

    await page.getByRole('button', { name: 'Withdraw this report' }).press('Enter');
    await expect.poll(() => focused(page)).toContain('This erases what you wrote');
    await page.getByRole('button', { name: 'Keep it' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Withdraw this report');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Withdraw and erase it' }).press('Enter');
    await page.getByText(/have been erased/).waitFor();
    await expect.poll(() => focused(page)).toBe('Your report');
    expect((await fetch(here.local(`/api/reports/${token}`))).status).toBe(404);
    expect(await page.evaluate(() => localStorage.getItem('reports'))).toBeNull();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('a photo that is taken away by keys', () => {
  it('leaves the focus on its neighbour, then on what adds one, before it is sent and after', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'With photos that go' });
    await page.getByLabel('Choose photos').setInputFiles([await photoFile(), await photoFile()]);
    const remove = (number: number) =>
      page.getByRole('button', { name: `Remove photo ${number}`, exact: true });
    await remove(1).press('Enter');
    await expect.poll(() => focused(page)).toBe('Remove photo 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Choose photos');

    await page.getByLabel('Choose photos').setInputFiles([await photoFile(), await photoFile()]);
    await remove(2).waitFor();
    const link = await form.send();
    await page.getByText('Sent, without what the camera').nth(1).waitFor();
    await page.goto('about:blank');
    await map.open(link);
    const own = page.locator('.own-photos');
    await own
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photoFile());
    await page.getByRole('button', { name: 'Done' }).press('Enter');
    await own.getByRole('button', { name: 'Send the photo' }).press('Enter');
    await own.getByRole('button', { name: 'Erase photo 3' }).waitFor();
    expect(await own.evaluate((section) => section === document.activeElement)).toBe(true);
    await own.getByRole('button', { name: 'Erase photo 3' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Erase photo 2');
    await own.getByRole('button', { name: 'Erase photo 2' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('Erase photo 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Choose photos');
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('on its private link, on a tablet', () => {
  it('photos begin where all else does', async () => {
    const { visitor, map, form } = await here.atForm({ viewport: { width: 768, height: 1024 } });
    await form.fill({ ...VIGIL, title: 'Looked at on a tablet' });
    const link = await form.send();
    await visitor.page.goto('about:blank');
    await map.open(link);
    const photos = visitor.page.getByRole('group', { name: 'Photos (optional)' });
    const words = visitor.page.getByRole('region', { name: 'What you wrote' });
    expect((await photos.boundingBox())?.x).toBe((await words.boundingBox())?.x);
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

describe('after an editor took the incident off the map', () => {
  it('says so, with the day and the reason, and of its return', async () => {
    const { visitor, map, form } = await here.atForm();
    const { page } = visitor;
    await form.fill({ ...VIGIL, title: 'Taken off again' });
    const link = await form.send();
    const waits = (await here.queue()).find(
      ({ feature }) => feature.properties.title === 'Taken off again',
    );
    const { incidentId } = await act(`reports/${waits?.id}/publish`, {
      revision: waits?.revision,
    });
    const incident = `incidents/${incidentId}`;
    const { revision } = await act(
      incident,
      { revision: await revisionOf(incidentId), why: 'A film shoot.' },
      'DELETE',
    );
    await page.goto('about:blank');
    await map.open(link);
    await page.getByText('Taken off the map').waitFor();
    await page.getByText('The reason that everyone may read: A film shoot.').waitFor();
    await page.getByText('What you wrote is kept here').waitFor();
    expect(await page.getByRole('button', { name: 'Show it on the map' }).count()).toBe(0);
    expect(await axeViolations(page)).toEqual([]);
    await visitor.picture('report-taken-off');
    await act(`${incident}/undo`, { revision });
    await page.reload();
    await page.getByText('It is on everyone’s map.').waitFor();
    await page.getByRole('button', { name: 'Show it on the map' }).waitFor();
    visitor.expectQuiet();
    await visitor.context.close();
  });
});

/** @returns the words of what has the focus, a field's by its label. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const named = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : null;
    return (named ?? activeElement)?.textContent?.trim() ?? '';
  });
}

/** A moderator asks the reporter something. */
async function ask(title: string, text: string): Promise<void> {
  const asked = (await here.queue()).find(({ feature }) => feature.properties.title === title);
  await act(`reports/${asked?.id}/ask`, { revision: asked?.revision, text });
}

/** Has a moderator do something. @returns what it was answered with. */
async function act(path: string, body: object, method = 'POST') {
  const response = await fetch(here.local(`/api/moderation/${path}`), {
    method,
    headers: {
      'Content-Type': 'application/json',
      Origin: here.server.origin,
      Cookie: await moderatorCookie(here.server),
    },
    body: JSON.stringify(body),
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function revisionOf(incidentId: string): Promise<number> {
  const item = await fetch(here.local(`/api/collections/incidents/items/${incidentId}`));
  return (await item.json()).properties.revision;
}
