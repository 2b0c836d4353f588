import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { addVirtualAuthenticator } from './virtual-authenticator.ts';
import { newVisitor, openBrowser } from './visitor.ts';

/** What a real browser makes of the server's options, with an authenticator that DevTools plays. */
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startForTest({ SEED: 'none', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('a browser makes a passkey as it is asked to, and signs in with it without a name', async () => {
  const { page, context } = await newVisitor(browser, server.origin);
  await addVirtualAuthenticator(page);
  // Any page of this origin will do: it is the server that is tested.
  await page.goto(`${server.origin}/api/docs`);
  const token = new URL(await server.moderatorLink('Ada')).hash.slice(1);
  const statuses = await page.evaluate(addThenSignIn, token);
  expect(statuses).toEqual({ link: 204, added: 204, again: 'InvalidStateError', signedIn: 204 });
  const session = await page.evaluate(() => fetch('/api/moderation/session').then((r) => r.json()));
  expect(session).toMatchObject({ name: 'Ada', passkeys: 1 });
  await context.close();
});

/** Runs in the page. */
async function addThenSignIn(token: string) {
  const post = (path: string, body: unknown = {}) =>
    fetch(`/api/moderation${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const make = async () => {
    const options = await (await post('/passkeys/options')).json();
    return navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    });
  };
  const link = (await post('/session', { token })).status;
  const added = (await post('/passkeys', await make())).status;
  const again = await make().then(
    () => 'made',
    (error: Error) => error.name,
  );
  await fetch('/api/moderation/session', { method: 'DELETE' });
  const options = await (await post('/session/passkey-options')).json();
  const signed = await navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
  });
  return { link, added, again, signedIn: (await post('/session/passkey', signed)).status };
}
