import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SunkMail } from '../mail-sink.ts';
import { type FollowedMap, followedMap, openFollowedMap } from './followed-map.ts';
import { postFrom } from './post-from.ts';
import { post, problem } from './requests.ts';

const lawful = { address: 'ann@example.org', language: 'en', filter: {} };
const TRIANGLE = 'POLYGON((-93.27 44.97,-93.25 44.97,-93.26 44.98,-93.27 44.97))';

let map: FollowedMap;
beforeAll(async () => {
  map = await openFollowedMap();
});
afterAll(() => map.close());

describe('what is no request to follow', () => {
  it.each([
    ['an address without @', { ...lawful, address: 'ann.example.org' }, '/address'],
    [
      'an address of 10 kB',
      { ...lawful, address: `${'a'.repeat(10_000)}@example.org` },
      '/address',
    ],
    ['a header behind it', { ...lawful, address: 'a@b.example\r\nBcc: c@d.example' }, '/address'],
    ['a second recipient', { ...lawful, address: 'a@b.example, c@d.example' }, '/address'],
    ['a name and brackets', { ...lawful, address: 'Ann <a@b.example>' }, '/address'],
    ['quotes', { ...lawful, address: '"a b"@b.example' }, '/address'],
    ['a machine of the host', { ...lawful, address: 'root@localhost' }, '/address'],
    ['an IP address', { ...lawful, address: 'a@127.0.0.1' }, '/address'],
    ['an IP address in brackets', { ...lawful, address: 'a@[127.0.0.1]' }, '/address'],
    ['a domain with a path', { ...lawful, address: 'a@b.example/c' }, '/address'],
    [
      'letters before the @ that SMTP cannot carry',
      { ...lawful, address: 'ä@b.example' },
      '/address',
    ],
    ['NUL', { ...lawful, address: 'a\0@b.example' }, '/address'],
    ['an address that is a list', { ...lawful, address: ['a@b.example'] }, '/address'],
    ['no address', { language: 'en', filter: {} }, '/address'],
    ['another language', { ...lawful, language: 'tlh' }, '/language'],
    ['a language of Object', { ...lawful, language: 'constructor' }, '/language'],
    ['an unknown member', { ...lawful, name: 'Ann' }, '/name'],
    ['an unknown filter', { ...lawful, filter: { near: '1' } }, '/filter/near'],
    ['a filter by time', { ...lawful, filter: { datetime: '2026-01-14' } }, '/filter/datetime'],
    ['a filter by day of knowledge', { ...lawful, filter: { asOf: '2026-01-14' } }, '/filter/asOf'],
    ['a box that is none', { ...lawful, filter: { bbox: '1,2,3' } }, '/filter/bbox'],
    ['an unknown category', { ...lawful, filter: { category: 'riot' } }, '/filter/category'],
    ['an area that is none', { ...lawful, filter: { within: 'POINT(1 2)' } }, '/filter/within'],
    ['an area of 20 kB', { ...lawful, filter: { within: ' '.repeat(20_000) } }, '/filter/within'],
    ['a filter of numbers', { ...lawful, filter: { q: 1 } }, '/filter/q'],
    ['no filter', { address: lawful.address, language: 'en' }, '/filter'],
    ['no object', [], ''],
  ])('is refused for %s, and nothing is sent or kept', async (_what, body, pointer) => {
    const { errors } = await problem(await post(map.server, '/api/following', body), 422);
    expect(errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(JSON.stringify(errors)).not.toMatch(/Bcc|ann\b/);
    expect(await map.rows()).toEqual([]);
    expect(map.sink.mails).toEqual([]);
  });

  it('is refused as a form of another site sends it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'Content-Type': type };
      await problem(await post(map.server, '/api/following', lawful, headers), 415);
    }
    await problem(await post(map.server, '/api/following', '{"address":'), 400);
    await problem(await post(map.server, '/api/following', 'x'.repeat(300_000)), 413);
    await problem(await map.server.get('/api/following', { method: 'PUT' }), 405);
    await problem(await map.server.get('/api/following?address=a@b.example'), 400);
  });
});

describe('what is followed', () => {
  it.each([
    ['bücher@bücher.example', null],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['Ann+map@Example.ORG', 'Ann+map@example.org'],
    ["o'brien@sub.example.org", "o'brien@sub.example.org"],
  ])('is sent to %s as %s', async (address, to) => {
    const sent = await post(map.server, '/api/following', { ...lawful, address });
    expect(sent.status).toBe(to === null ? 422 : 202);
    if (to !== null) expect(await map.sink.to(to)).toHaveLength(1);
  });

  it('may be a drawn area, and is told as every other read of the map tells it', async () => {
    const map = await followedMap();
    await map.follow(lawful.address, { within: TRIANGLE });
    await map.publish('Vigil within', [-93.26, 44.973]);
    await map.publish('Vigil in the corner of its box', [-93.269, 44.979]);
    await map.pass(17);
    const [, digest] = await map.sink.to(lawful.address, 2);
    expect(digest?.parsed.text).toContain('Vigil within');
    expect(digest?.parsed.text).not.toContain('corner');
    expect(digest?.parsed.subject).toContain('1 change in the area you follow');
  });
});

describe('a token that is nobody’s', () => {
  it.each(['x', 'x'.repeat(43), 'x'.repeat(5000), '%00', '..%2f..%2fapi', "'%20OR%201=1--"])(
    'is answered 404, the same for all: %s',
    async (token) => {
      const map = await followedMap();
      const path = `/api/following/${token}`;
      const answers = await Promise.all([
        map.server.get(path),
        post(map.server, path, { action: 'confirm' }),
        map.server.get(path, { method: 'DELETE' }),
        map.server.get(`${path}/stop`, { method: 'POST' }),
      ]);
      for (const answer of answers) {
        const { detail } = await problem(answer, 404);
        expect(detail).toBe('Nobody is known by this address, or not any more.');
      }
    },
  );

  it('is told so before what is sent to it is read', async () => {
    const map = await followedMap();
    const { token } = await map.follow(lawful.address);
    const path = `/api/following/${token}`;
    await problem(await post(map.server, path, { action: 'delete' }), 422);
    await problem(await post(map.server, path, { action: 'confirm', address: 'b@c.example' }), 422);
    await problem(await map.server.get(path, { method: 'PUT' }), 405);
    expect(await map.rows()).toHaveLength(1);
  });
});

describe('who asks often', () => {
  it('has a mistake cost them no mail, and may not make them without end', async () => {
    const map = await followedMap({ REPORTS_PER_HOUR: '4' });
    const ask = async (address: string) =>
      (await post(map.server, '/api/following', { ...lawful, address })).status;
    const mistakes = await Promise.all(Array.from({ length: 30 }, () => ask('ann@example')));
    expect(new Set(mistakes)).toEqual(new Set([422]));
    expect(await ask('ann@example.org')).toBe(202);
    expect(await map.sink.to('ann@example.org')).toHaveLength(1);
    expect(await ask('bob@example.org')).toBe(429);
    expect(await ask('ann@example')).toBe(429);
  });

  it('is told to wait, by place and for all together; links from mails are not counted', async () => {
    const map = await followedMap({ REPORTS_PER_HOUR: '8' });
    const ask = (from: string, number: number) =>
      postFrom(from, map.server, '/api/following', { ...lawful, address: `a${number}@b.example` });
    const sent = [];
    for (let number = 0; number < 4; number++) sent.push((await ask('127.3.0.1', number)).status);
    expect(sent).toEqual([202, 202, 429, 429]);
    for (let place = 0; place < 24; place++) {
      for (let number = 0; number < 2; number++) {
        await ask(`127.3.1.${place}`, 10 + 2 * place + number);
      }
    }
    const refused = await ask('127.3.2.1', 99);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toMatch(/^\d+$/);
    const [{ token }] = (await map.sink.to('a0@b.example')) as readonly [SunkMail];
    const confirmed = { action: 'confirm' };
    expect((await post(map.server, `/api/following/${token}`, confirmed)).status).toBe(200);
  });
});
