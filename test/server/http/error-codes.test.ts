import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPhoto } from '../made-photos.ts';
import { type Answer, ITEMS, post, problem, report, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** What pages in other languages, and programs, go by: messages may be worded better, codes stay. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** As a device says it whose clock is a day ahead. */
function tomorrow(): string {
  return new Date(Date.now() + 24 * 3_600_000).toISOString();
}

async function errorsOf(changed: object, geometry?: object): Promise<Answer> {
  const { properties, ...feature } = report();
  const body = { ...feature, ...geometry, properties: { ...properties, ...changed } };
  const answer = await problem(await post(server, ITEMS, body), 422);
  expect(answer.code).toBe('invalid');
  return answer.errors;
}

describe('a wrong field of a report', () => {
  it.each([
    [{ title: undefined }, '/properties/title', 'missing'],
    [{ title: ' … ' }, '/properties/title', 'empty'],
    [{ title: 7 }, '/properties/title', 'wrong_type'],
    [{ title: 'a\u202eb' }, '/properties/title', 'bad_characters'],
    [{ category: 'riot' }, '/properties/category', 'not_listed'],
    [{ occurredAt: 'yesterday' }, '/properties/occurredAt', 'bad_format'],
    [{ occurredAt: '1720-01-10T18:00:00-06:00' }, '/properties/occurredAt', 'improbable_time'],
    [{ occurredAt: tomorrow() }, '/properties/occurredAt', 'in_future'],
    [{ endedAt: '2026-01-09T18:00:00-06:00' }, '/properties/endedAt', 'ends_before_it_begins'],
    [{ injuries: -1 }, '/properties/injuries', 'out_of_range'],
    [{ crowdSizeLow: 9, crowdSizeHigh: 3 }, '/properties/crowdSizeLow', 'low_above_high'],
    [
      { sources: [{ publisher: 'A', url: 'javascript:1' }] },
      '/properties/sources/0/url',
      'bad_format',
    ],
    [{ verification: 'verified' }, '/properties/verification', 'unknown_member'],
  ])('%j is told by its pointer and a code', async (changed, pointer, code) => {
    expect(await errorsOf(changed)).toContainEqual(expect.objectContaining({ pointer, code }));
  });

  it('that is too long says how long it may be', async () => {
    expect(await errorsOf({ title: 'a'.repeat(161) })).toMatchObject([
      { pointer: '/properties/title', code: 'too_long', limit: 160 },
    ]);
    const source = { publisher: 'A', url: 'https://example.org' };
    expect(await errorsOf({ sources: Array(31).fill(source) })).toMatchObject([
      { pointer: '/properties/sources', code: 'too_many', limit: 30 },
    ]);
  });

  it('lies outside the city', async () => {
    const errors = await errorsOf({}, { geometry: { type: 'Point', coordinates: [-90, 44] } });
    expect(errors).toMatchObject([{ pointer: '/geometry/coordinates', code: 'outside_area' }]);
  });
});

describe('a problem', () => {
  it('says what kind it is, where its status alone does not', async () => {
    const path = await submit(server);
    const sendPhoto = async (type: string, body: Uint8Array): Promise<Answer> =>
      (
        await server.get(`${path}/photos`, {
          method: 'POST',
          headers: { 'Content-Type': type },
          body: body as BodyInit,
        })
      ).json();
    const jpeg = await plainPhoto().jpeg().toBuffer();
    expect(await sendPhoto('image/heic', jpeg)).toMatchObject({ status: 415, code: 'heic' });
    expect(await sendPhoto('text/plain', jpeg)).toMatchObject({ status: 415, code: 'no_photo' });
    const cut = await sendPhoto('image/jpeg', jpeg.subarray(0, jpeg.length / 2));
    expect(cut).toMatchObject({ status: 422, code: 'broken_photo' });
    const unknown = `${path.slice(0, -22)}${'A'.repeat(22)}`;
    expect(await problem(await server.get(unknown), 404)).toMatchObject({ code: 'not_found' });
    const huge = await post(server, ITEMS, report({ summary: 'a'.repeat(300_000) }));
    expect(await problem(huge, 413)).toMatchObject({ code: 'too_large' });
    const headers = { Range: 'bytes=99999-', 'Accept-Encoding': 'identity' };
    const past = await server.get('/assets/map-Ab12Cd34.js', { headers });
    expect(await problem(past, 416)).toMatchObject({ code: 'wrong_range' });
  });

  it('is named by what the screening found, and repeats nothing of it', async () => {
    const response = await post(server, ITEMS, report({ summary: 'Call 612-555-0142.' }));
    const { warnings } = await response.json();
    expect(warnings).toMatchObject([{ pointer: '/properties/summary', code: 'phone' }]);
  });
});
