import { describe, expect, it } from 'vitest';
import { plainPhoto } from '../made-photos.ts';
import { postFrom } from './post-from.ts';
import { ITEMS, post, problem, report } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

it('takes so many reports an hour from one place, and says when it takes more', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '2' });
  for (let sent = 0; sent < 2; sent++) {
    expect((await post(server, ITEMS, report())).status).toBe(202);
  }
  const refused = await post(server, ITEMS, report());
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(3600);
  await problem(refused, 429);
  expect((await server.get(ITEMS)).status).toBe(200);
  expect(server.log.join('\n')).not.toContain('127.0.0.1');
  await server.stop();
});

it('takes any number where the limit is lifted', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '0' });
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => post(server, ITEMS, report())),
  );
  expect(new Set(answers.map((a) => a.status))).toEqual(new Set([202]));
  await server.stop();
});

it('knows one place from another', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '2' });
  const told = { 'X-Forwarded-For': '203.0.113.1', Forwarded: 'for=203.0.113.1' };
  expect(await isTooMany(server, '127.0.0.2')).toBe(false);
  expect(await isTooMany(server, '127.0.0.2')).toBe(false);
  // Another address in a header makes nobody another place.
  expect(await isTooMany(server, '127.0.0.2', told)).toBe(true);
  expect(await isTooMany(server, '127.0.0.3')).toBe(false);
  await server.stop();
});

it('takes so many from all together', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '1' });
  const send = (place: number) => postFrom(`127.0.0.${place}`, server, ITEMS, report());
  for (let place = 2; place < 27; place++) {
    expect((await send(place)).body).not.toContain('taken from all together');
  }
  const refused = await send(27);
  expect(refused.status).toBe(429);
  expect(refused.body).toContain('taken from all together');
  await server.stop();
});

it('tells nobody whether others report', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '5' });
  const headersOf = async () => {
    const { headers } = await postFrom('127.0.0.2', server, ITEMS, { type: 'nothing' });
    const { date: _, ...others } = headers;
    return others;
  };
  const before = await headersOf();
  await postFrom('127.0.0.2', server, ITEMS, report());
  await postFrom('127.0.0.3', server, ITEMS, report());
  expect(await headersOf()).toEqual(before);
  await server.stop();
});

describe('behind a proxy', () => {
  const isTooManyOf = (server: TestServer, proxy: string, told: string) =>
    isTooMany(server, proxy, { 'X-Forwarded-For': told });

  it('knows one reporter from another, and nobody by what they put in themselves', async () => {
    const server = await startTestServer({ REPORTS_PER_HOUR: '2', TRUST_PROXY: '1' });
    expect(await isTooManyOf(server, '127.0.0.2', '203.0.113.7')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '198.51.100.1, 203.0.113.7')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '198.51.100.2, 203.0.113.7')).toBe(true);
    // The same reporter's next connection, through another of the same proxies.
    expect(await isTooManyOf(server, '127.0.0.3', '203.0.113.7:4711')).toBe(true);
    expect(await isTooManyOf(server, '127.0.0.2', '203.0.113.8')).toBe(false);
    // An IPv6 reporter has a whole /56 to choose addresses from.
    expect(await isTooManyOf(server, '127.0.0.2', '2001:db8:0:1::1')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '[2001:db8:0:2::2]:4711')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '2001:db8:0:3::3')).toBe(true);
    expect(server.log.join('\n')).not.toMatch(/203\.0\.113|2001:db8|198\.51/);
    await server.stop();
  });

  it('takes the word of the proxies that are named, and of nobody else', async () => {
    const environment = { REPORTS_PER_HOUR: '1', TRUST_PROXY: '127.0.0.2, 127.0.7.0/24' };
    const server = await startTestServer(environment);
    expect(await isTooManyOf(server, '127.0.0.2', '203.0.113.7')).toBe(false);
    expect(await isTooManyOf(server, '127.0.7.9', '203.0.113.8')).toBe(false);
    expect(await isTooManyOf(server, '127.0.7.9', '203.0.113.9, 127.0.0.2')).toBe(false);
    // Somebody who reaches the server past the proxy is who they are.
    expect(await isTooManyOf(server, '127.0.0.9', '203.0.113.10')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.9', '203.0.113.11')).toBe(true);
    await server.stop();
  });

  it('takes what is no address for the proxy’s own', async () => {
    const server = await startTestServer({ REPORTS_PER_HOUR: '2', TRUST_PROXY: '1' });
    expect(await isTooManyOf(server, '127.0.0.2', 'unknown')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '_hidden')).toBe(false);
    expect(await isTooManyOf(server, '127.0.0.2', '9'.repeat(4000))).toBe(true);
    await server.stop();
  });
});

/** Sends a report. @returns true where so many came from that place that it is not looked at. */
async function isTooMany(
  server: TestServer,
  address: string,
  headers: Record<string, string> = {},
): Promise<boolean> {
  const { status, body } = await postFrom(address, server, ITEMS, report(), headers);
  return status === 429 && body.includes('taken from one place');
}

it('bounds what one place changes: photos, answers, corrections', async () => {
  const server = await startTestServer({ REPORTS_PER_HOUR: '1' });
  const location = (await post(server, ITEMS, report())).headers.get('location') ?? '';
  const { pathname } = new URL(location);
  const statuses: number[] = [];
  for (let i = 0; i < 9; i++) {
    statuses.push((await post(server, `${pathname}/answers`, { text: `Answer ${i}` })).status);
  }
  expect(statuses).toEqual([204, 204, 204, 204, 204, 204, 204, 204, 429]);
  const photo = await server.get(`${pathname}/photos`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/jpeg' },
    body: (await plainPhoto().jpeg().toBuffer()) as BodyInit,
  });
  await problem(photo, 429);
  // Reading and withdrawing are nobody's flood.
  expect((await server.get(pathname)).status).toBe(200);
  expect((await server.get(pathname, { method: 'DELETE' })).status).toBe(204);
  await server.stop();
});
