import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('a report', () => {
  it('is answered with 202 and a private address, and is not public', async () => {
    const response = await post(server, ITEMS, report());
    expect(response.status).toBe(202);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const location = response.headers.get('location') ?? '';
    expect(location).toMatch(new RegExp(`^${server.publicUrl}/api/reports/[A-Za-z0-9_-]{22,}$`));
    expect(await response.json()).toMatchObject({
      status: 'pending',
      receivedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      links: [{ rel: 'self', href: location }, { href: expect.stringContaining('/#report/') }],
    });
    expect((await json(server, ITEMS)).numberMatched).toBe(0);
    expect((await json(server, '/api/view')).total).toBe(0);
  });

  it('is published by a moderator, and then on everyone’s map', async () => {
    const path = await submit(server, report({ title: 'Candles at the library' }));
    const pending = await server.get(path);
    expect(pending.headers.get('cache-control')).toBe('no-store');
    expect(pending.headers.get('access-control-allow-origin')).toBeNull();
    expect(await pending.json()).toMatchObject({
      status: 'pending',
      incidentId: null,
      message: null,
      feature: { geometry: { coordinates: [-93.26501, 44.97781] } },
    });

    const headers = await signIn(server);
    const queue = await (await server.get('/api/moderation/queue', { headers })).json();
    const queued = queue.reports.find(
      (r: Answer) => r.feature.properties.title === 'Candles at the library',
    );
    expect(queued.preview.geometry.coordinates).toEqual([-93.265, 44.978]);
    expect(JSON.stringify(queued)).not.toContain(path.split('/').at(-1));
    const decided = await post(
      server,
      `/api/moderation/reports/${queued.id}/publish`,
      { revision: queued.revision },
      headers,
    );
    expect(decided.status).toBe(200);
    const { incidentId } = await decided.json();

    expect(await json(server, path)).toMatchObject({ status: 'published', incidentId });
    const item = await json(server, `${ITEMS}/${incidentId}`);
    expect(item.geometry.coordinates).toEqual([-93.265, 44.978]);
    expect(item.properties.verification).toBe('unverified');
    const view = await json(server, '/api/view?q=candles+library&zoom=16');
    expect(view.features.map((f: Answer) => f.id)).toEqual([incidentId]);
    const found = await json(server, '/api/incidents.geojson?q=candles+library');
    expect(found.features.map((f: Answer) => f.id)).toEqual([incidentId]);
  });

  it('can be withdrawn while it waits, and only then', async () => {
    const path = await submit(server);
    expect((await server.get(path, { method: 'DELETE' })).status).toBe(204);
    await problem(await server.get(path, { method: 'DELETE' }), 404);
  });

  it('cannot be found by another token', async () => {
    for (const token of ['x', 'A'.repeat(43), 'A'.repeat(5000), '..%2f..', '%00']) {
      await problem(await server.get(`/api/reports/${token}`), 404);
      await problem(await server.get(`/api/reports/${token}`, { method: 'DELETE' }), 404);
    }
  });

  it('is published at once where the host has chosen so', async () => {
    const open = await startTestServer({ PUBLISH: 'immediate' });
    const path = await submit(open);
    expect(await json(open, path)).toMatchObject({ status: 'published' });
    expect((await json(open, ITEMS)).numberMatched).toBe(1);
    await open.stop();
  });

  it('outlives a restart, as do links and sessions', async () => {
    const first = await startTestServer();
    const path = await submit(first);
    const headers = await signIn(first);
    const second = await first.restart();
    expect(await json(second, path)).toMatchObject({ status: 'pending' });
    const own = { Cookie: headers.Cookie ?? '' };
    expect((await second.get('/api/moderation/session', { headers: own })).status).toBe(200);
    await second.stop();
  });
});

describe('a report that breaks a rule', () => {
  it.each<[string, unknown, string]>([
    ['no title', report({ title: '' }), '/properties/title'],
    ['a list', [], ''],
    [
      'a field that the store keeps',
      withMember('verification', 'verified'),
      '/properties/verification',
    ],
    [
      'an end before its beginning',
      report({ endedAt: '2026-01-09T00:00:00Z' }),
      '/properties/endedAt',
    ],
    ['a place in Wisconsin', at(-91.5, 44.8), '/geometry/coordinates'],
    ['swapped axes', at(44.97, -93.26), '/geometry/coordinates'],
  ])('is refused with a pointer to it: %s', async (_name, body, pointer) => {
    const { errors } = await problem(await post(server, ITEMS, body), 422);
    expect(errors.map((e: Answer) => e.pointer)).toContain(pointer);
  });

  it('says how far away a place outside is', async () => {
    const { errors } = await problem(await post(server, ITEMS, at(-91.5, 44.8)), 422);
    expect(errors[0].message).toMatch(/\d+ km/);
  });
});

describe('a body that cannot be read', () => {
  const text = JSON.stringify(report());
  it.each<[string, BodyInit, Record<string, string>, number]>([
    ['cut short', text.slice(0, -5), {}, 400],
    ['NaN', text.replace('-93.26501', 'NaN'), {}, 400],
    ['not UTF-8', new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), {}, 400],
    ['nested 100,000 deep', '['.repeat(100_000), {}, 400],
    ['empty', '', {}, 400],
    ['form', 'title=x', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['lookalike type', text, { 'Content-Type': 'application/notjson; a=application/json' }, 415],
    ['another charset', text, { 'Content-Type': 'application/json; charset=utf-16' }, 415],
    ['encoded', text, { 'Content-Encoding': 'gzip' }, 415],
    ['over 256 KiB', ' '.repeat(256 * 1024) + text, {}, 413],
  ])('is refused: %s', async (_name, body, headers, status) => {
    const sent = { 'Content-Type': 'application/geo+json', ...headers };
    await problem(await server.get(ITEMS, { method: 'POST', headers: sent, body }), status);
  });

  it('is refused at 256 KiB where no length was told', async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x20);
    const body = new ReadableStream({
      pull: (controller) => controller.enqueue(chunk),
    });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    const sent = server.get(ITEMS, { ...init, duplex: 'half' } as RequestInit);
    // The answer, or the end of the connection: which of the two a client sees first is up to it.
    expect(await sent.then((r) => r.status).catch(() => 413)).toBe(413);
  });

  it('is taken with a charset that says UTF-8', async () => {
    const headers = { 'Content-Type': 'application/geo+json; charset="UTF-8"' };
    const response = await server.get(ITEMS, { method: 'POST', headers, body: text });
    expect(response.status).toBe(202);
  });
});

function at(longitude: number, latitude: number) {
  return { ...report(), geometry: { type: 'Point', coordinates: [longitude, latitude] } };
}

function withMember(name: string, value: unknown) {
  const { properties, ...rest } = report();
  return { ...rest, properties: { ...properties, [name]: value } };
}
