import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ITEMS, json, problem, signIn } from '../requests.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { done, queued, sendReport } from './desk.ts';

let server: TestServer;
let now = Date.parse('2026-02-01T12:00:00-06:00');
beforeAll(async () => {
  server = await startTestServer({}, [], () => now);
});
afterAll(() => server.stop());

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: '#446688' } });
  return new Uint8Array(await image.jpeg().toBuffer());
}

async function addPhoto(path: string): Promise<string> {
  const headers = { 'Content-Type': 'image/jpeg' };
  const init = { method: 'POST', headers, body: await picture() };
  const response = await server.get(`${path}/photos`, init);
  expect(response.status, await response.clone().text()).toBe(201);
  return (await response.json()).id;
}

async function photosOf(incidentId: string) {
  return (await json(server, `${ITEMS}/${incidentId}`)).properties.photos;
}

it('publishes the photos that a moderator chose, with what is to be seen on them', async () => {
  const headers = await signIn(server);
  const { id, path } = await sendReport(server, headers);
  const chosen = await addPhoto(path);
  const left = await addPhoto(path);
  const waiting = await queued(server, headers, id);
  expect(waiting.photos).toMatchObject([
    { id: chosen, width: 60, height: 40, href: expect.any(String) },
    { id: left },
  ]);
  const shown = await server.get(waiting.photos[0].href, { headers });
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(shown.headers.get('cache-control')).toBe('no-store');
  await problem(await server.get(waiting.photos[0].href), 401);

  const photos = [{ id: chosen, alt: 'Candles along a fence.' }];
  const body = { revision: waiting.revision, photos };
  const first = await done(server, headers, id, 'publish', body);
  const [photo, ...others] = await photosOf(first.incidentId);
  expect(photo).toMatchObject({ width: 60, height: 40, alt: 'Candles along a fence.' });
  expect(others).toEqual([]);
  expect([chosen, left]).not.toContain(photo.id);
  const seen = await server.get(`/api/photos/${photo.id}`);
  expect(seen.status).toBe(200);
  const again = { headers: { 'If-None-Match': seen.headers.get('etag') ?? '' } };
  expect((await server.get(`/api/photos/${photo.id}`, again)).status).toBe(304);
  for (const hidden of [chosen, left]) {
    await problem(await server.get(`/api/photos/${hidden}`), 404);
  }

  const undone = await done(server, headers, id, 'undo', { revision: first.revision });
  // Also for a browser that has kept it.
  await problem(await server.get(`/api/photos/${photo.id}`, again), 404);
  const bare = await done(server, headers, id, 'publish', { revision: undone.revision });
  expect(await photosOf(bare.incidentId)).toBeUndefined();
  await problem(await server.get(`/api/photos/${photo.id}`), 404);
});

it('shows what may still go on, photos and all, only when its delay is over', async () => {
  const headers = await signIn(server);
  const { id, path } = await sendReport(server, headers, {
    title: 'Persiflage by the bakery',
    category: 'detention',
    occurredAt: '2026-02-01T11:00:00-06:00',
  });
  const chosen = await addPhoto(path);
  const { revision } = await queued(server, headers, id);
  const body = { revision, photos: [{ id: chosen, alt: 'A van.' }] };
  expect(await done(server, headers, id, 'publish', body)).toMatchObject({
    status: 'scheduled',
    incidentId: null,
  });
  const waiting = await queued(server, headers, id);
  expect(waiting).toMatchObject({ status: 'scheduled', publishesAt: expect.any(String) });
  expect(Date.parse(waiting.publishesAt)).toBeGreaterThan(now);
  const told = await json(server, path);
  expect(told).toMatchObject({ status: 'scheduled', incidentId: null });
  expect((await json(server, `${ITEMS}?q=persiflage`)).numberMatched).toBe(0);

  // The clock is looked at once a minute, and when the map starts.
  now = Date.parse(waiting.publishesAt) + 1000;
  server = await server.restart();
  const found = () => json(server, `${ITEMS}?q=persiflage`);
  await expect.poll(async () => (await found()).numberMatched).toBe(1);
  const [{ id: incidentId, properties }] = (await found()).features;
  expect((await server.get(`/api/photos/${properties.photos[0].id}`)).status).toBe(200);
  expect(await json(server, path)).toMatchObject({ status: 'published', incidentId });
  expect((await json(server, '/api/view?zoom=16&q=persiflage')).matched).toBe(1);
});
