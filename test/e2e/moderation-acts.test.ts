import { beforeEach, describe, expect, it } from 'vitest';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { RunningServer } from '../running-server.ts';
import { ask } from './ask.ts';
import { emptyMapForEach } from './empty-map.ts';
import { madePhoto } from './made-photo.ts';
import { MapPage } from './map-page.ts';
import { ModerationPage } from './moderation-page.ts';
import { sendReport } from './sent-report.ts';
import { axeViolations, PHONE, type Visitor } from './visitor.ts';

/** What is done rarely, and must not go wrong: each as the page has it, and what everyone then sees. */
let server: RunningServer;
const { visitor } = emptyMapForEach((started) => {
  server = started;
});

async function signedIn(name = 'Ada'): Promise<{ one: Visitor; desk: ModerationPage }> {
  const one = await visitor();
  const desk = new ModerationPage(one.page);
  await desk.signIn(server, name, 'administrator');
  return { one, desk };
}

async function published(): Promise<IncidentFeature> {
  const { features } = await ask<{ features: IncidentFeature[] }>(
    server,
    '/api/collections/incidents/items',
  );
  const [first] = features;
  if (!first) throw new Error('nothing is published');
  return first;
}

const record = ({ page }: Visitor) => page.getByRole('form', { name: 'The incident' });

/** Changes the incident that is open, and gives a reason. */
async function change(one: Visitor, label: string, words: string): Promise<void> {
  await record(one).getByLabel(label).first().fill(words);
  await record(one).getByLabel('Why').fill('Told better.');
  await record(one).getByRole('button', { name: 'Save and publish' }).click();
}

describe('a moderator', () => {
  it('publishes a photo once it is told in words, and everyone sees it with them', async () => {
    const token = await sendReport(server);
    const photo = await madePhoto();
    const sent = await fetch(`http://127.0.0.1:${server.port}/api/reports/${token}/photos`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg' },
      body: new Uint8Array(photo),
    });
    expect(sent.status).toBe(201);
    const { one, desk } = await signedIn();
    await desk.opened('Candles at the corner');
    await one.page.getByRole('checkbox', { name: 'Publish photo 1' }).check();
    await desk.press('p');
    await desk.told(/Say in words what each chosen photo shows/);
    await one.page.getByLabel('What photo 1 shows, in words').fill('Candles on a sidewalk');
    await one.page.getByRole('button', { name: 'Publish', exact: true }).click();
    await desk.told(/^Published/);
    const { id } = await published();
    const stranger = await visitor();
    await stranger.page.goto(`${server.origin}/?incident=${id}`);
    await new MapPage(stranger.page).heading('Candles at the corner').waitFor();
    const shown = stranger.page.getByRole('img', { name: 'Candles on a sidewalk' });
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600);
    await stranger.picture('published-photo');
    expect(await axeViolations(stranger.page)).toEqual([]);
    stranger.expectQuiet();
    one.expectQuiet();
  });

  it('keeps a report open that its reporter withdraws, so that nothing reaches another', async () => {
    const token = await sendReport(server, { title: 'The first' });
    await sendReport(server, { title: 'The second', coordinates: [-93.2872, 45.0037] });
    const { one, desk } = await signedIn();
    await desk.opened('The first');
    await desk.write('q', 'How many');
    const path = `http://127.0.0.1:${server.port}/api/reports/${token}`;
    expect((await fetch(path, { method: 'DELETE' })).status).toBe(204);
    await one.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await desk.told(/^This report is gone/);
    await one.page.keyboard.type(' people?');
    expect(await one.page.getByLabel('Question').inputValue()).toBe('How many people?');
    await desk.press('Enter');
    await desk.told(/withdrew it.*What you typed is kept: How many people\?/s);
    await desk.opened('The second');
    expect(await one.page.getByLabel('Question').inputValue()).toBe('');
  });
});

describe('an edit that is begun', () => {
  it('is left by Escape and taken up again, with what was typed in it', async () => {
    await sendReport(server);
    await sendReport(server, { title: 'Lanterns', coordinates: [-93.2, 45.01] });
    const { one, desk } = await signedIn();
    await desk.opened('Candles at the corner');
    await desk.press('e');
    const form = one.page.getByRole('form', { name: 'What will be public' });
    await form.getByLabel('Title').first().fill('Candles, told better');
    await desk.press('Escape');
    for (const key of ['p', 'r', 'd']) {
      await desk.press(key);
      await desk.told(/^Save the edit first/);
    }
    expect(await ask(server, '/api/collections/incidents/items')).toMatchObject({
      numberMatched: 0,
    });
    await desk.press('j');
    await desk.opened('Lanterns');
    await desk.press('k');
    await form.waitFor();
    expect(await form.getByLabel('Title').first().inputValue()).toBe('Candles, told better');
    await desk.press('Escape', 'e', 'Enter');
    await desk.told(/^Saved/);
    await desk.opened('Candles, told better');
    one.expectQuiet();
  });
});

describe('on a phone', () => {
  it('asks and notes by touch, without an Enter key', async () => {
    const token = await sendReport(server);
    const one = await visitor(PHONE);
    const desk = new ModerationPage(one.page);
    await desk.signIn(server, 'Ada', 'administrator');
    await desk.opened('Candles at the corner');
    await one.page.getByLabel(/^Question to the reporter/).fill('Which corner?');
    await one.page.getByRole('button', { name: 'Ask the reporter' }).tap();
    await desk.told(/^Asked/);
    await one.page.getByLabel(/^Note for the other/).fill('Seen before.');
    await one.page.getByRole('button', { name: 'Keep the note' }).tap();
    await one.page.getByText('Seen before.').waitFor();
    const { thread } = await ask<{ thread: { text: string }[] }>(server, `/api/reports/${token}`);
    expect(thread).toMatchObject([{ text: 'Which corner?' }]);
    expect(await axeViolations(one.page)).toEqual([]);
    one.expectQuiet();
  });
});

describe('an editor', () => {
  beforeEach(async () => {
    await sendReport(server);
  });

  it('opens an incident by its link, withdraws it, and brings it back', async () => {
    const { one, desk } = await signedIn();
    await desk.opened('Candles at the corner');
    await desk.press('p');
    await desk.told(/^Published/);
    const { id } = await published();
    await one.page.getByRole('link', { name: 'Incidents' }).click();
    const find = one.page.getByRole('form', { name: 'Find an incident' });
    await find.getByRole('searchbox').fill(`${server.origin}/?category=vigil&incident=${id}`);
    await find.getByRole('button', { name: 'Find' }).click();
    await record(one).waitFor();
    await one.page.getByRole('button', { name: 'Withdraw it' }).click();
    await record(one)
      .getByText(/why it is withdrawn/)
      .waitFor();
    await record(one).getByLabel('Why').fill('It did not happen.');
    await one.page.getByRole('button', { name: 'Withdraw it' }).click();
    await desk.told(/^Withdrawn/);
    const item = `http://127.0.0.1:${server.port}/api/collections/incidents/items/${id}`;
    expect((await fetch(item)).status).toBe(404);
    await one.page.getByRole('button', { name: 'Undo the last change' }).click();
    await record(one).waitFor();
    expect((await fetch(item)).status).toBe(200);
    one.expectQuiet();
  });

  it('tells when it was by day and time of the city, as exactly as it is known, by keyboard', async () => {
    const { one, desk } = await signedIn();
    await desk.opened('Candles at the corner');
    await desk.press('p');
    await desk.told(/^Published/);
    const { id } = await published();
    await one.page.goto(`${server.origin}/moderation#incident/${id}`);
    const began = record(one).getByRole('group', { name: 'When it began' });
    const ended = record(one).getByRole('group', { name: 'When it ended' });
    await began.getByText(/^Reads as 20 January 2026, about 6 pm/).waitFor();
    await record(one).getByLabel('How exactly the time is known').focus();
    await one.page.keyboard.type('To the minute');
    await desk.press('Tab');
    await one.page.keyboard.type('01222026');
    // The calendar's button stands between.
    await desk.press('Tab', 'Tab');
    await one.page.keyboard.type('0915PM');
    await began.getByText('Reads as 22 January 2026, 9:15 pm.').waitFor();
    await ended.getByLabel('Day').focus();
    await one.page.keyboard.type('01222026');
    await record(one).getByLabel('Why').fill('The time was wrong.');
    await record(one).getByRole('button', { name: 'Save and publish' }).click();
    await ended.getByText('Fill in both the day and the time.').waitFor();
    await expect
      .poll(() => ended.getByLabel('Day').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await ended.getByLabel('Time').fill('22:10');
    await ended.getByText('Reads as 22 January 2026, 10:10 pm.').waitFor();
    expect(await ended.locator('.field-error').count()).toBe(0);
    expect(await axeViolations(one.page)).toEqual([]);
    await one.picture('moderation-times');
    await record(one).getByRole('button', { name: 'Save and publish' }).click();
    await desk.told(/^Saved/);
    expect((await published()).properties).toMatchObject({
      timePrecision: 'exact',
      occurredAt: '2026-01-22T21:15:00-06:00',
      endedAt: '2026-01-22T22:10:00-06:00',
    });
    one.expectQuiet();
  });

  it('is shown what an edit says of people, and redacts it so that no history tells it', async () => {
    const { one, desk } = await signedIn();
    await desk.opened('Candles at the corner');
    await desk.press('p');
    await desk.told(/^Published/);
    const { id } = await published();
    const history = async (): Promise<string> =>
      JSON.stringify(await ask(server, `/api/collections/incidents/items/${id}/history`));
    await one.page.goto(`${server.origin}/moderation#incident/${id}`);
    await change(one, 'What happened', 'Candles. Call 612-555-0142.');
    await desk.told(/look at each warning/);
    expect(await history()).not.toContain('0142');
    await record(one)
      .getByRole('checkbox', { name: /phone number/ })
      .check();
    await record(one).getByRole('button', { name: 'Save and publish' }).click();
    await desk.told(/^Saved/);
    expect(await history()).toContain('0142');
    await record(one)
      .getByRole('checkbox', { name: /Redact earlier revisions/ })
      .check();
    await change(one, 'What happened', 'Candles.');
    await one.page.getByText('(redacted)').first().waitFor();
    expect(await history()).not.toContain('0142');
    one.expectQuiet();
  });

  it('sees what another has changed meanwhile, and overwrites nothing unasked', async () => {
    const { one, desk } = await signedIn();
    one.allow(/status of 412/);
    await desk.opened('Candles at the corner');
    await desk.press('p');
    await desk.told(/^Published/);
    const { id } = await published();
    await one.page.goto(`${server.origin}/moderation#incident/${id}`);
    await record(one).waitFor();
    const { one: grace, desk: other } = await signedIn('Grace');
    await grace.page.goto(`${server.origin}/moderation#incident/${id}`);
    await change(grace, 'Title', 'Grace’s title');
    await other.told(/^Saved/);
    await change(one, 'What happened', 'Ada’s words.');
    const meanwhile = one.page.getByRole('region', { name: /Somebody else has changed it/ });
    await meanwhile.getByText(/They changed: Title/).waitFor();
    await one.picture('moderation-meanwhile');
    expect(await axeViolations(one.page)).toEqual([]);
    await record(one).getByRole('button', { name: 'Save and publish' }).click();
    await desk.told(/choose first/);
    expect((await published()).properties.summary).not.toBe('Ada’s words.');
    await meanwhile.getByRole('button', { name: /^Keep what I typed/ }).click();
    await record(one).getByRole('button', { name: 'Save and publish' }).click();
    await desk.told(/^Saved/);
    const { title, summary } = (await published()).properties;
    expect([title, summary]).toEqual(['Grace’s title', 'Ada’s words.']);
    grace.expectQuiet();
    one.expectQuiet();
  });

  it('sees what the reporter has corrected meanwhile, with what they typed kept', async () => {
    const token = await sendReport(server, { title: 'Lanterns', coordinates: [-93.2, 45.01] });
    const { one, desk } = await signedIn();
    one.allow(/status of 412/);
    await desk.opened('Candles at the corner');
    await desk.press('j');
    await desk.opened('Lanterns');
    await desk.press('e');
    const form = one.page.getByRole('form', { name: 'What will be public' });
    await form.getByLabel('Title').first().fill('Lanterns by the lake');
    const path = `http://127.0.0.1:${server.port}/api/reports/${token}`;
    const { feature } = (await (await fetch(path)).json()) as { feature: IncidentFeature };
    const corrected = await fetch(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/geo+json' },
      body: JSON.stringify({
        ...feature,
        properties: { ...feature.properties, title: 'Lanterns at the pond' },
      }),
    });
    expect(corrected.status).toBe(200);
    await form.getByRole('button', { name: 'Save the changes' }).click();
    const meanwhile = one.page.getByRole('region', { name: /Somebody else has changed it/ });
    await meanwhile.getByText(/Both of you changed: Title/).waitFor();
    await meanwhile.getByRole('button', { name: /^Keep mine, and overwrite/ }).click();
    await form.getByRole('button', { name: 'Save the changes' }).click();
    await desk.told(/^Saved/);
    await desk.opened('Lanterns by the lake');
    one.expectQuiet();
  });
});

describe('a queue of more than a page', () => {
  it('is read to its end by keys, and what is decided there comes back there', async () => {
    for (let number = 1; number <= 252; number++) {
      await sendReport(server, { title: `Number ${number}`, summary: `Told by ${number}.` });
    }
    const { one, desk } = await signedIn();
    await desk.opened('Number 1');
    const shown = (words: string) => desk.queue.getByText(words, { exact: true }).waitFor();
    await shown('1 to 250 of 252, oldest first');
    await desk.queue.getByRole('button', { name: 'Newer ones' }).click();
    await desk.opened('Number 251');
    await desk.press('k');
    await desk.opened('Number 250');
    await desk.write('r', 'Seen by nobody else.');
    await desk.press('Enter');
    await desk.opened('Number 251');
    await desk.press('j');
    await desk.opened('Number 252');
    await shown('250 to 251 of 251, oldest first');
    await desk.press('u');
    await desk.opened('Number 250');
    await desk.press('j');
    await desk.opened('Number 251');
    await desk.press('x', 'j', 'x', 'r', 'Enter');
    await desk.told(/^2 reports are rejected/);
    await desk.opened('Number 1');
    one.expectQuiet();
  });
});

describe('a page', () => {
  it.each(['people', 'audit', 'incidents'])(
    'of %s shows nothing of itself to whoever has not its role',
    async (page) => {
      const one = await visitor();
      await new ModerationPage(one.page).signIn(server, 'Root', 'administrator');
      await new ModerationPage(one.page).signIn(server, 'Grace', 'moderator');
      await one.page.goto(`${server.origin}/moderation#${page}`);
      await one.page.getByRole('heading', { name: 'Not for your role' }).waitFor();
      expect(await one.page.locator('main form, main input').count()).toBe(0);
      one.expectQuiet();
    },
  );
});

describe('an administrator', () => {
  it('is told who has a name already, and changes no role by inviting them again', async () => {
    const { one, desk } = await signedIn();
    one.allow(/status of 409/);
    await server.moderatorLink('Grace', 'editor');
    await one.page.getByRole('link', { name: 'People' }).click();
    const form = one.page.getByRole('form', { name: 'Invite' });
    const invite = async (name: string, role: string): Promise<void> => {
      await form.getByLabel('Name').fill(name);
      await form.getByLabel('Role').selectOption(role);
      await form.getByRole('button', { name: 'Invite' }).click();
    };
    await invite('grace', 'moderator');
    await desk.told(/^Grace is here already, as editor/);
    await invite('GRACE', 'editor');
    await one.page.getByLabel(/^One-time link for Grace, who is here already/).waitFor();
    one.expectQuiet();
  });

  it('deactivates a person, who is signed out wherever they are', async () => {
    const { one: grace } = await signedIn('Grace');
    grace.allow(/status of 401/);
    const { one, desk } = await signedIn();
    await one.page.getByRole('link', { name: 'People' }).click();
    await one.page.getByRole('button', { name: 'Deactivate Grace' }).click();
    await desk.told(/^Grace is deactivated/);
    await grace.page.reload();
    await grace.page.getByText('You are not signed in').waitFor();
    one.expectQuiet();
    grace.expectQuiet();
  });
});
