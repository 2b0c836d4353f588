import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { animatedPng, photoWithMetadata, plainPhoto, pngBomb } from '../made-photos.ts';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let headers: Record<string, string>;
let path: string;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  headers = await signIn(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  path = await submit(server, report({ title: `With a photo ${++count}` }));
});

function add(photo: Uint8Array, type = 'image/jpeg', to = path): Promise<Response> {
  const init = { method: 'POST', headers: { 'Content-Type': type }, body: photo as BodyInit };
  return server.get(`${to}/photos`, init);
}

async function queued(): Promise<Answer> {
  const { reports } = await (await server.get('/api/moderation/queue', { headers })).json();
  return reports.find((r: Answer) => r.feature.properties.title === `With a photo ${count}`);
}

describe('a photo of a report', () => {
  it('is kept without what the camera wrote into it, for its reporter', async () => {
    const taken = await add(await photoWithMetadata('MARKER'));
    expect(taken.status).toBe(201);
    const photo = await taken.json();
    expect(photo).toMatchObject({ width: 480, height: 640 });
    expect((await json(server, path)).photos).toEqual([photo]);
    const kept = await server.get(new URL(photo.href).pathname);
    expect(kept.headers.get('content-type')).toBe('image/jpeg');
    expect(kept.headers.get('cache-control')).toBe('no-store');
    const jpeg = Buffer.from(await kept.arrayBuffer());
    expect(jpeg.includes('MARKER')).toBe(false);
    expect((await sharp(jpeg).metadata()).width).toBe(480);
  });

  it('is told by its bytes and not by its name', async () => {
    const png = await plainPhoto().png().toBuffer();
    expect((await add(png, 'image/webp')).status).toBe(201);
    await problem(await add(await plainPhoto().gif().toBuffer(), 'image/png'), 415);
    await problem(await add(Buffer.from('<svg/>'), 'image/jpeg'), 415);
  });

  it.each<[string, () => Uint8Array | Promise<Uint8Array>, string, number, RegExp]>([
    ['a GIF', () => plainPhoto().gif().toBuffer(), 'image/gif', 415, /image\/jpeg, image\/png/],
    ['an SVG', () => Buffer.from('<svg/>'), 'image/svg+xml', 415, /image\/webp/],
    ['a HEIC by name', () => Buffer.from('x'), 'image/heic', 415, /Most Compatible/],
    [
      'a HEIC by its bytes',
      () => Buffer.from('\0\0\0\x18ftypheic', 'latin1'),
      'image/jpeg',
      415,
      /HEIC/,
    ],
    ['a moving one', animatedPng, 'image/png', 415, /Moving/],
    ['a bomb', () => pngBomb(60_000, 60_000), 'image/png', 413, /40 million pixels/],
    [
      'a cut one',
      async () => (await photoWithMetadata('x')).subarray(0, 900),
      'image/jpeg',
      422,
      /damaged/,
    ],
    [
      'one over 10 MiB',
      () => Buffer.alloc(10 * 1024 * 1024 + 1, 0xff),
      'image/jpeg',
      413,
      /10240 KiB/,
    ],
    ['nothing', () => new Uint8Array(), 'image/jpeg', 415, /no photo/],
  ])('is refused, and the report stays: %s', async (_name, bytes, type, status, says) => {
    const { detail } = await problem(await add(await bytes(), type), status);
    expect(detail).toMatch(says);
    expect(await json(server, path)).toMatchObject({ status: 'pending', photos: [] });
  });

  it('is one of four at most, and can be taken away', async () => {
    const jpeg = await plainPhoto().jpeg().toBuffer();
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(jpeg)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409]);
    const { photos } = await json(server, path);
    const [first] = photos.map((photo: Answer) => new URL(photo.href).pathname);
    expect((await server.get(first, { method: 'DELETE' })).status).toBe(204);
    await problem(await server.get(first), 404);
    await problem(await server.get(first, { method: 'DELETE' }), 404);
    expect((await json(server, path)).photos).toHaveLength(3);
    expect((await add(jpeg)).status).toBe(201);
  });

  it('belongs to its report alone', async () => {
    const { href } = await (await add(await plainPhoto().jpeg().toBuffer())).json();
    const other = await submit(server, report({ title: 'Another' }));
    const id = new URL(href).pathname.split('/').at(-1);
    await problem(await server.get(`${other}/photos/${id}`), 404);
    await problem(await server.get(`${other}/photos/${id}`, { method: 'DELETE' }), 404);
    await problem(await server.get(`/api/photos/${id}`), 404);
    await problem(await add(Buffer.alloc(9), 'image/jpeg', '/api/reports/x'), 404);
  });

  it('goes with its report when that is withdrawn', async () => {
    const { href } = await (await add(await plainPhoto().jpeg().toBuffer())).json();
    await server.get(path, { method: 'DELETE' });
    await problem(await server.get(new URL(href).pathname), 404);
  });
});

describe('a photo that an incident shows', () => {
  it('is public under another name, as long as the incident shows it, and is asked for each time', async () => {
    const jpeg = await plainPhoto().jpeg().toBuffer();
    const [shown, hidden] = [await (await add(jpeg)).json(), await (await add(jpeg)).json()];
    const { id, revision } = await queued();
    const decision = { revision, photos: [{ id: shown.id, alt: 'Candles on a table' }] };
    const act = `/api/moderation/reports/${id}`;
    const published = await post(server, `${act}/publish`, decision, headers);
    const done = await published.json();
    expect(published.status, JSON.stringify(done)).toBe(200);

    const item = await json(server, `${ITEMS}/${done.incidentId}`);
    expect(item.properties.photos).toEqual([
      { id: expect.any(String), width: 640, height: 480, alt: 'Candles on a table' },
    ]);
    const publicId = item.properties.photos[0].id;
    expect(publicId).not.toBe(shown.id);
    const answer = await server.get(`/api/photos/${publicId}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const known = { headers: { 'If-None-Match': answer.headers.get('etag') ?? '' } };
    expect((await server.get(`/api/photos/${publicId}`, known)).status).toBe(304);
    for (const other of [shown.id, hidden.id]) {
      await problem(await server.get(`/api/photos/${other}`), 404);
    }

    const undone = await post(server, `${act}/undo`, { revision: done.revision }, headers);
    expect(undone.status, await undone.text()).toBe(200);
    await problem(await server.get(`/api/photos/${publicId}`, known), 404);
  });
});
