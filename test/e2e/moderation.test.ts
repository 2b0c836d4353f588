import { describe, expect, it } from 'vitest';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { RunningServer } from '../running-server.ts';
import { ask } from './ask.ts';
import { emptyMapForEach } from './empty-map.ts';
import { MapPage } from './map-page.ts';
import { ModerationPage } from './moderation-page.ts';
import { mixedReports, sendReport } from './sent-report.ts';
import { addVirtualAuthenticator } from './virtual-authenticator.ts';
import { axeViolations } from './visitor.ts';

/** What moderators do with reports, by keys alone, and what everyone then sees. */
let server: RunningServer;
const { visitor, visitors } = emptyMapForEach((started) => {
  server = started;
});

async function published(): Promise<readonly IncidentFeature[]> {
  const { features } = await ask<{ features: IncidentFeature[] }>(
    server,
    '/api/collections/incidents/items',
  );
  return features;
}

describe('from a report to two accounts that dispute', () => {
  it('asks, reads the answer, publishes, merges a dispute and takes it back', async () => {
    const token = await sendReport(server, {
      title: 'A march on Lake Street',
      category: 'protest',
    });
    const moderator = await visitor();
    const desk = new ModerationPage(moderator.page);
    await desk.signIn(server, 'Ada', 'administrator');
    await desk.opened('A march on Lake Street');
    await desk.write('q', 'How many people were there?');
    await desk.press('Enter');
    await desk.told(/^Asked/);
    expect(await published()).toEqual([]);

    const reporter = await visitor();
    await reporter.page.goto(`${server.origin}/#report/${token}`);
    await reporter.page.getByText('How many people were there?').waitFor();
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/reports/${token}/answers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'About two hundred.' }),
    });
    expect(answer.status).toBe(204);

    await moderator.page.reload();
    await moderator.page.getByText('About two hundred.').waitFor();
    await desk.press('p');
    await desk.told(/^Published/);
    const [march] = await published();
    if (!march) throw new Error('nothing is published');
    const stranger = await visitor();
    const map = new MapPage(stranger.page);
    await stranger.page.goto(`${server.origin}/?incident=${march.id}`);
    await map.heading('A march on Lake Street').waitFor();
    expect(await stranger.page.getByText('How many people').count()).toBe(0);

    await sendReport(server, {
      title: 'No march on Lake Street',
      category: 'protest',
      summary: 'About ten people stand on the sidewalk. There is no march, whatever others say.',
    });
    await moderator.page.reload();
    await desk.opened('No march on Lake Street');
    const likely = moderator.page.getByRole('region', { name: /^Likely the same/ });
    await likely.getByText('A march on Lake Street').first().waitFor();
    await likely.getByText('The same spot').waitFor();
    await desk.press('d');
    await moderator.picture('moderation-compare');
    await moderator.page
      .getByRole('button', { name: 'Add it as an account that disputes' })
      .click();
    await desk.told(/account that disputes/);
    await stranger.page.goto(`${server.origin}/?incident=${march.id}`);
    await stranger.page
      .getByText(/^Disputes/)
      .first()
      .waitFor();

    await desk.press('u');
    await desk.told(/^Taken back/);
    await desk.opened('No march on Lake Street');
    await stranger.page.reload();
    await map.heading('A march on Lake Street').waitFor();
    await stranger.page.getByText('No other account is on file').waitFor();
    expect(await stranger.page.getByText(/^Disputes/).count()).toBe(0);
    for (const one of visitors) one.expectQuiet();
  });

  it('does not say that nothing is like a report while that is still being looked for', async () => {
    await sendReport(server, { title: 'Candles at the corner' });
    await sendReport(server, { title: 'Candles at that corner' });
    const { page } = await visitor();
    const desk = new ModerationPage(page);
    let letThrough = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/duplicates', async (route) => {
      await held;
      await route.continue();
    });
    await desk.signIn(server, 'Ada', 'administrator');
    await desk.opened('Candles at the corner');
    await desk.press('d');
    await desk.told(/still being looked for/);
    letThrough();
    await page.getByRole('button', { name: /^Compare with/ }).waitFor();
    await desk.press('d');
    await page.getByRole('dialog').getByText('Candles at that corner').first().waitFor();
    for (const one of visitors) one.expectQuiet();
  });

  it('lets an editor change what is public, with a reason, and take it back', async () => {
    await sendReport(server);
    const moderator = await visitor();
    const desk = new ModerationPage(moderator.page);
    await desk.signIn(server, 'Ada', 'administrator');
    await desk.opened('Candles at the corner');
    await desk.press('e');
    const form = moderator.page.getByRole('form', { name: 'What will be public' });
    await form.getByLabel('Title').fill('');
    await form.getByRole('button', { name: 'Save the changes' }).click();
    await form.getByText(/Needs at least one letter/).waitFor();
    await form.getByLabel('Title').fill('Candles at Lake and Chicago');
    await form.getByRole('button', { name: 'Save the changes' }).click();
    await desk.told(/^Saved/);
    await moderator.page.getByRole('table', { name: 'What an editor has changed' }).waitFor();
    await desk.press('p');
    await desk.told(/^Published/);
    const [first] = await published();
    expect(first?.properties.title).toBe('Candles at Lake and Chicago');

    await moderator.page.goto(`${server.origin}/moderation#incident/${first?.id}`);
    const record = moderator.page.getByRole('form', { name: 'The incident' });
    await record.getByLabel('Title').first().fill('Vigil at Lake and Chicago');
    await record.getByRole('button', { name: 'Save and publish' }).click();
    await record.getByText(/Say in a sentence why/).waitFor();
    await record.getByLabel('Why').fill('A plainer title.');
    await record.getByRole('button', { name: 'Save and publish' }).click();
    await desk.told(/^Saved/);
    expect((await published())[0]?.properties.title).toBe('Vigil at Lake and Chicago');
    await moderator.page.getByRole('button', { name: 'Undo the last change' }).click();
    await desk.told(/^Taken back/);
    expect((await published())[0]?.properties.title).toBe('Candles at Lake and Chicago');
    moderator.expectQuiet();
  });
});

describe('two moderators', () => {
  it('do not collide: a claim is told, and what was typed outlives a change by another', async () => {
    await sendReport(server, { title: 'The one' });
    await sendReport(server, { title: 'Another', coordinates: [-93.2, 45.01] });
    const [ada, grace] = [await visitor(), await visitor()];
    grace.allow(/status of (409|412)/);
    const [hers, other] = [new ModerationPage(ada.page), new ModerationPage(grace.page)];
    await hers.signIn(server, 'Ada', 'administrator');
    await other.signIn(server, 'Grace', 'moderator');
    await hers.opened('The one');
    await other.opened('The one');
    await hers.write('q', 'Where?');
    await ada.page.getByText(/^Claimed by you/).waitFor();
    await other.press('p');
    await other.told(/Ada is working on it/);
    await grace.page.getByText(/^Claimed by Ada/).waitFor();

    await hers.press('Enter');
    await hers.told(/^Asked/);
    const released = ada.page.waitForResponse('**/release');
    await hers.press('j');
    await hers.opened('Another');
    await released;
    // Typing begins an act, which is refused: nobody decides on what they have not seen.
    await other.write('r', 'Seen by nobody else.');
    await other.told(/It has changed since you/);
    expect(await grace.page.getByLabel(/^Message to the reporter/).inputValue()).toBe(
      'Seen by nobody else.',
    );
    await grace.page.getByText('Where?').waitFor();
    await other.press('Enter');
    await other.told(/^Rejected/);
    await other.opened('Another');
    grace.expectQuiet();
    ada.expectQuiet();
  });
});

describe('signing in again', () => {
  it('works by a passkey, which the page offers to whoever came by a link', async () => {
    const { page, expectQuiet } = await visitor();
    await addVirtualAuthenticator(page);
    const desk = new ModerationPage(page);
    await desk.signIn(server, 'Ada', 'administrator');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('region', { name: 'How you come back' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByText('Signed in as Ada').waitFor();
    await page.getByRole('link', { name: 'Your sign-in' }).click();
    await page.getByText(/^Passkey 1, added/).waitFor();
    await page.getByRole('button', { name: 'Add another passkey' }).waitFor();
    expectQuiet();
  });

  it('works by a passphrase, and a wrong one is told', async () => {
    const one = await visitor();
    one.allow(/status of 401/);
    const { page } = one;
    const desk = new ModerationPage(page);
    await desk.signIn(server, 'Ada', 'administrator');
    await page.getByRole('link', { name: 'Your sign-in' }).click();
    await page.getByRole('button', { name: 'Add your first passkey' }).waitFor();
    await page.getByLabel(/^New passphrase/).fill('a longer passphrase than needed');
    await page.getByRole('button', { name: 'Set the passphrase' }).click();
    await desk.told(/passphrase is set/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Name').fill('Ada');
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('not that one at all');
    await page.getByRole('button', { name: 'Use the passphrase' }).click();
    await page
      .getByRole('alert')
      .getByText(/is wrong/)
      .waitFor();
    await page.getByRole('textbox', { name: 'Passphrase' }).fill('a longer passphrase than needed');
    await page.getByRole('button', { name: 'Use the passphrase' }).click();
    await page.getByText('Signed in as Ada').waitFor();
    one.expectQuiet();
  });

  it('shows an invitation once, and what was done in a log that holds', async () => {
    const { page, expectQuiet } = await visitor();
    const desk = new ModerationPage(page);
    await desk.signIn(server, 'Ada', 'administrator');
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('form', { name: 'Invite' }).getByLabel('Name').fill('Grace');
    await page.getByRole('button', { name: 'Invite' }).click();
    expect(await page.getByLabel(/^One-time link for Grace/).inputValue()).toContain(
      '/moderation#',
    );
    await page.getByLabel(/^What the report form says/).fill('Back on Monday.');
    await page.getByRole('button', { name: 'Pause reports' }).click();
    await desk.told(/^Reports are paused/);
    expect(await ask(server, '/api/reporting')).toMatchObject({
      open: false,
      notice: 'Back on Monday.',
    });
    await page.getByRole('link', { name: 'Audit log' }).click();
    await desk.told(/^Verified/);
    const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem');
    await entries.getByText('Ada: Paused reporting').waitFor();
    await entries.getByText('person Grace').waitFor();
    expect(await entries.getByText(/Ada: Made a sign-in link|Role: moderator/).count()).toBe(2);
    expectQuiet();
  });

  it('keeps a link opened on the page from being overwritten by a late answer', async () => {
    const { page } = await visitor();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/api/moderation/session', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${server.origin}/moderation`);
    await page.evaluate(() => {
      location.hash = 'a-link-that-nobody-gave-out';
    });
    await page.getByRole('heading', { name: 'Sign in with your one-time link' }).waitFor();
    const answered = page.waitForResponse('**/api/moderation/session');
    letGo();
    await (await answered).finished();
    await page.getByRole('heading', { name: 'Sign in with your one-time link' }).waitFor();
    expect(await page.getByText('You are not signed in').count()).toBe(0);
  });
});

describe('a queue of many', () => {
  it('is cleared by keys alone', async () => {
    const told = mixedReports();
    for (const one of told) await sendReport(server, one);
    const moderator = await visitor();
    const desk = new ModerationPage(moderator.page);
    await desk.signIn(server, 'Ada', 'administrator');
    const began = performance.now();
    for (const [index, { title = '', summary = '' }] of told.entries()) {
      await desk.opened(title);
      if (summary.includes('612-')) {
        await desk.press('p');
        await desk.told(/Look at each warning/);
        await desk.press('Space', 'p');
      } else if (index % 5 === 1) {
        await desk.write('r', 'Seen by nobody else.');
        await desk.press('Enter');
      } else {
        await desk.press('p');
      }
      await desk.title.getByText(title, { exact: true }).waitFor({ state: 'detached' });
      expect(await moderator.page.evaluate(() => document.activeElement?.id)).toBe('record');
    }
    const minutes = (performance.now() - began) / 60_000;
    // Keys pressed by a script, without reading: what the page can keep up with, not what a person can.
    console.info(`cleared by a script: ${Math.round(told.length / minutes)} reports a minute`);
    await moderator.page.getByText('No reports are waiting').waitFor();
    expect((await published()).length).toBe(24);
    moderator.expectQuiet();
  });

  it('is rejected in one go, and comes back in one go', async () => {
    for (const number of [1, 2, 3, 4]) {
      await sendReport(server, { title: `Spam ${number}`, summary: `Buy this, offer ${number}.` });
    }
    const moderator = await visitor();
    const desk = new ModerationPage(moderator.page);
    await desk.signIn(server, 'Grace', 'moderator');
    await desk.opened('Spam 1');
    await desk.press('x', 'j', 'x', 'j', 'x');
    await moderator.page.getByRole('button', { name: 'Reject 3 selected' }).waitFor();
    await desk.write('r', 'This is no report.');
    await desk.press('Enter');
    await desk.told(/^3 reports are rejected/);
    await desk.opened('Spam 4');
    await moderator.page.getByRole('button', { name: 'Undo' }).click();
    await desk.told(/3 reports wait again/);
    await desk.queue.getByRole('button', { name: 'Spam 1' }).waitFor();
    moderator.expectQuiet();
  });
});

const SCREENS = [
  ['light', { width: 1440, height: 900 }],
  ['dark', { width: 360, height: 740 }],
] as const;

describe.each(SCREENS)('in %s at %o', (colorScheme, viewport) => {
  it('no state has a violation, and none scrolls sideways', async () => {
    await sendReport(server, { summary: 'Candles. Call 612-555-0123.' });
    await sendReport(server, { title: 'Vigil at Lake and Chicago' });
    const { page, expectQuiet, picture } = await visitor({ colorScheme, viewport });
    const desk = new ModerationPage(page);
    const check = async (state: string): Promise<void> => {
      await picture(`moderation-${state}-${colorScheme}-${viewport.width}`);
      expect(await axeViolations(page), state).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, state).toBeLessThanOrEqual(0);
    };
    await page.goto(`${server.origin}/moderation`);
    await page.getByText('You are not signed in').waitFor();
    await check('out');
    await page.goto('about:blank');
    await desk.signIn(server, 'Ada', 'administrator');
    await desk.opened('Candles at the corner');
    await page.getByRole('button', { name: /^Compare with/ }).waitFor();
    // Two lines of it on a phone, for an administrator too.
    const head = await page.getByRole('banner').boundingBox();
    expect(head?.height).toBeLessThan(90);
    await check('queue');
    await desk.press('d');
    await page.getByRole('dialog').waitFor();
    await check('compare');
    await desk.press('Escape', '?');
    await page.getByRole('dialog', { name: 'All keys' }).waitFor();
    await check('keys');
    await desk.press('Escape', 'x');
    await page.getByRole('button', { name: 'Reject 1 selected' }).waitFor();
    await check('bulk');
    await desk.press('e');
    await page.getByRole('form', { name: 'What will be public' }).waitFor();
    await page.getByRole('button', { name: 'Add an account' }).click();
    await check('edit');
    await page.getByRole('button', { name: 'Leave it as it was' }).click();
    await page.getByRole('checkbox', { name: /phone number/ }).check();
    await desk.press('p');
    await desk.told(/^Published/);
    await check('published');
    const [first] = await published();
    for (const hash of ['incidents', `incident/${first?.id}`, 'access', 'people', 'audit']) {
      await page.goto(`${server.origin}/moderation#${hash}`);
      await page.locator('.plain-page h2').waitFor();
      if (hash === 'audit') await desk.told(/^Verified/);
      await check(hash.split('/')[0] ?? hash);
    }
    expectQuiet();
  });
});
