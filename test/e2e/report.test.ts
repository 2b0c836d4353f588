import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { moderatorLink } from './moderator-link.ts';
import { ReportForm } from './report-form.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** From a report to everyone's map, as a reporter, a moderator and a stranger see it. */
const VIGIL = {
  corner: 'Lake Street and Chicago',
  category: 'Vigil',
  title: 'Candles at the corner <b>tonight</b>',
  summary: 'About twenty people stand with candles. Nobody is hurt.',
  links: 'https://example.org/candles',
};
const RUMOUR = {
  corner: 'Franklin Avenue and Nicollet',
  category: 'Protest',
  title: 'Somebody said there was a march',
  summary: 'Heard from a friend of a friend.',
};

let server: RunningServer;
let browser: Browser;
let reporter: Visitor;
let map: MapPage;
let form: ReportForm;
let vigilLink: string;
let rumourLink: string;
let countAtFirst: number;
let api: string;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' });
  api = `http://127.0.0.1:${server.port}/api`;
  browser = await openBrowser();
  reporter = await newVisitor(browser, server.origin);
  map = new MapPage(reporter.page);
  form = new ReportForm(reporter.page);
  await map.open(server.origin);
  countAtFirst = (await map.seen()).total;
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the reporter's map close about a report of theirs, and presses so many pixels above its place. */
async function pressAbovePlace(link: string, title: string, pixels: number): Promise<void> {
  const token = new URL(link).hash.replace('#report/', '');
  const { feature } = await (await fetch(`${api}/reports/${token}`)).json();
  const [longitude, latitude] = feature.geometry.coordinates;
  await map.open(`${server.origin}/?map=18/${latitude}/${longitude}`);
  await reporter.page
    .getByRole('region', { name: /^Your reports/ })
    .getByText(title)
    .waitFor();
  await map.settled();
  const box = await reporter.page.getByTestId('map').boundingBox();
  if (!box) throw new Error('no map');
  await reporter.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 - pixels);
}

describe('the report form', () => {
  it('says beside each field what is missing, and goes to it', async () => {
    await reporter.page.getByRole('button', { name: /^Report/ }).click();
    await form.button('Next').click();
    const words = form.form.getByLabel('The place in words');
    expect(await form.errorBeside(words)).toMatch(/where it was/);
    await expect.poll(() => words.evaluate((input) => input === document.activeElement)).toBe(true);

    await form.pickCorner(VIGIL.corner);
    expect(await words.inputValue()).toMatch(/Lake/);
    await form.button('Next').click();
    await form.button('Next').click();
    await reporter.page.getByText('Choose what kind of thing happened.').waitFor();
    await form.category(VIGIL.category).check({ force: true });
    await form.button('Next').click();

    await form.form.getByLabel('Links').fill('javascript:alert(1)');
    await form.button('Send report').click();
    const [title, summary, links] = ['In one line', 'What did you see?', 'Links'].map((label) =>
      form.form.getByLabel(label),
    );
    if (!title || !summary || !links) throw new Error('fields are missing');
    expect(await form.errorBeside(title)).toMatch(/in one line/);
    expect(await form.errorBeside(summary)).toMatch(/what happened/);
    expect(await form.errorBeside(links)).toMatch(/web address/);
    await reporter.picture('6-errors');
    reporter.expectQuiet();
  });

  it('sends what is right, and gives a private link', async () => {
    await form.form.getByLabel('In one line').fill(VIGIL.title);
    await form.form.getByLabel('What did you see?').fill(VIGIL.summary);
    await form.form.getByLabel('Links').fill(VIGIL.links);
    vigilLink = await form.send();
    expect(vigilLink).toMatch(new RegExp(`^${server.origin}/#report/[\\w-]{22,}$`));
    await reporter.picture('7-sent');
    reporter.expectQuiet();
  });

  it('shows it to its reporter alone: in their list and on their map, as pending', async () => {
    await reporter.page.locator('button.back').click();
    const own = reporter.page.getByRole('region', { name: /^Your reports/ });
    await own.getByText(VIGIL.title).waitFor();
    await map.settled();
    await reporter.picture('8-pending');

    // At that corner lies a protest of the first data set: the mark stands above it.
    await pressAbovePlace(vigilLink, VIGIL.title, 48);
    await reporter.page.getByText('Waiting for review').waitFor();
    expect(reporter.page.url()).toContain(new URL(vigilLink).hash);

    const stranger = await newVisitor(browser, server.origin);
    const theirs = new MapPage(stranger.page);
    await theirs.open(server.origin);
    expect((await theirs.seen()).total).toBe(countAtFirst);
    expect(await stranger.page.getByText(VIGIL.title).count()).toBe(0);
    stranger.expectQuiet();
    await stranger.context.close();
    reporter.expectQuiet();
  });

  it('refuses a place far from the city at its own step, and loses nothing', async () => {
    const visitor = await newVisitor(browser, server.origin);
    const away = new ReportForm(visitor.page);
    await new MapPage(visitor.page).open(`${server.origin}/?map=15/44.95/-92.9#report`);
    await away.form.getByLabel('The place in words').fill('Somewhere in the east');
    await away.button('Next').click();
    await visitor.page.getByText(/outside Minneapolis by \d+ km/).waitFor();
    expect(await away.form.getByLabel('The place in words').inputValue()).toMatch(/east/);
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('takes a second report, whose link opens on another device', async () => {
    await map.open(`${server.origin}/#report`);
    await form.fill(RUMOUR);
    rumourLink = await form.send();
    const device = await newVisitor(browser, server.origin);
    await new MapPage(device.page).open(rumourLink);
    await device.page.getByText('Waiting for review').waitFor();
    await device.page.getByText(RUMOUR.title).waitFor();
    device.expectQuiet();
    await device.context.close();
    reporter.expectQuiet();
  });

  it('marks the second at its own place, where nothing else lies', async () => {
    await pressAbovePlace(rumourLink, RUMOUR.title, 0);
    await reporter.page.getByText('Waiting for review').waitFor();
    expect(reporter.page.url()).toContain(new URL(rumourLink).hash);
    reporter.expectQuiet();
  });
});

describe('moderation', () => {
  let moderator: Visitor;

  beforeAll(async () => {
    moderator = await newVisitor(browser, server.origin);
  });

  it('lets in who holds a one-time link from the command, once', async () => {
    const link = await moderatorLink(server, 'Ada');
    await moderator.page.goto(link);
    await moderator.page.getByRole('button', { name: 'Sign in' }).click();
    await moderator.page.getByText('Signed in as Ada').waitFor();
    expect(moderator.page.url()).not.toContain('#');

    const thief = await newVisitor(browser, server.origin);
    thief.allow(/status of 410/);
    await thief.page.goto(link);
    await thief.page.getByRole('button', { name: 'Sign in' }).click();
    await thief.page
      .getByRole('alert')
      .getByText(/used before/)
      .waitFor();
    thief.expectQuiet();
    await thief.context.close();
    moderator.expectQuiet();
  });

  it('publishes what will look as it was shown', async () => {
    const queue = moderator.page.getByRole('navigation', { name: 'Reports waiting' });
    await queue.getByRole('button', { name: VIGIL.title }).click();
    const preview = moderator.page.getByRole('article', { name: 'What would be public' });
    await preview.getByText(VIGIL.summary).first().waitFor();
    await moderator.picture('9-queue');
    await moderator.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await moderator.page
      .getByRole('status')
      .getByText(/^Published/)
      .waitFor();
    expect(await queue.getByRole('button', { name: VIGIL.title }).count()).toBe(0);
    moderator.expectQuiet();
  });

  it('puts it on everyone’s map at the next load, as text, not as markup', async () => {
    const stranger = await newVisitor(browser, server.origin);
    const theirs = new MapPage(stranger.page);
    await theirs.open(server.origin);
    const seen = await theirs.seen();
    expect(seen.total).toBe(countAtFirst + 1);
    expect(seen.listed).toContain(VIGIL.title);
    await theirs.change(() => theirs.row(VIGIL.title).click());
    await theirs.heading(VIGIL.title).waitFor();
    await stranger.page.getByText(VIGIL.summary).first().waitFor();
    await stranger.picture('10-published');
    stranger.expectQuiet();
    await stranger.context.close();
  });

  it('rejects another with a message, which its reporter alone reads', async () => {
    const message = 'Nobody else has seen a march there.';
    await moderator.page.getByRole('button', { name: RUMOUR.title }).click();
    await moderator.page.getByLabel(/^Message to the reporter/).fill(message);
    await moderator.page.getByRole('button', { name: 'Reject', exact: true }).click();
    await moderator.page.getByText('No reports are waiting').waitFor();

    await map.open(rumourLink);
    await reporter.page.reload();
    await reporter.page.getByText(message).waitFor();
    await map.open(server.origin);
    expect((await map.seen()).total).toBe(countAtFirst + 1);
    expect(await reporter.page.getByText(RUMOUR.title).count()).toBe(0);
    reporter.expectQuiet();
    moderator.expectQuiet();
  });

  it('tells the reporter of the other that it is public', async () => {
    await map.open(vigilLink);
    await reporter.page.reload();
    await map.change(() =>
      reporter.page.getByRole('button', { name: 'Show it on the map' }).click(),
    );
    await map.heading(VIGIL.title).waitFor();
    reporter.expectQuiet();
  });

  it('ends when the moderator signs out', async () => {
    await moderator.page.getByRole('button', { name: 'Sign out' }).click();
    await moderator.page.getByText('You are not signed in').waitFor();
    expect(await moderator.context.cookies()).toEqual([]);
    const queue = await moderator.context.request.get(`${server.origin}/api/moderation/queue`);
    expect(queue.status()).toBe(401);
  });
});
