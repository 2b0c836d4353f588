import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SunkMail } from '../mail-sink.ts';
import { type FollowedMap, followedMap } from './followed-map.ts';
import { json, post, problem } from './requests.ts';
import { startTestServer } from './test-server.ts';

const ANN = 'ann.telltale@example.org';
const BOB = 'bob@example.net';
/** About the middle of the city, in figures that no other part of the database has. */
const AREA = '-93.27654321,44.97,-93.25,44.98654321';

const digestsTo = async ({ sink }: FollowedMap, address: string) =>
  sink.mails.filter(
    ({ to, parsed }) => to === address && !/do you want/.test(parsed.subject ?? ''),
  );

describe('following by e-mail', () => {
  it('goes from asking to one mail a day to leaving, and nothing of it stays on disk', async () => {
    const map = await followedMap();
    const { token, parsed: asked } = await map.follow(ANN, { bbox: AREA });
    expect(asked.text).toContain('do nothing');
    expect(asked.text).toContain(`https://map.example/following/${token}?lang=en`);
    await map.publish('Vigil at the library');
    await map.publish('Vigil far away', [-93.3, 44.92]);

    // In the afternoon nothing is told of the day, and at six in the morning nothing yet.
    await map.pass(15);
    expect(await digestsTo(map, ANN)).toEqual([]);
    await map.pass(1.5);
    const [, digest] = await map.sink.to(ANN, 2);
    expect(digest?.parsed.subject).toBe(
      'Minneapolis incident map: 1 change in the area you follow',
    );
    expect(digest?.parsed.text).toContain('New: Vigil at the library (Unverified)');
    expect(digest?.parsed.text).toContain('https://map.example/?incident=');
    expect(digest?.raw).not.toContain('far away');
    // Nothing in the mail tells the area.
    expect(digest?.parsed.text).not.toContain('93.2765');

    for (const needle of [ANN, 'telltale', '93.27654321', token]) {
      expect(await map.filesWith(needle), needle).toEqual([]);
    }
    expect(await map.rows()).toHaveLength(1);
    const sealed = (await map.rows())[0]?.sealed.subarray(0, 24) ?? '';

    const stop = await map.server.get(`/api/following/${token}/stop`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(stop.status).toBe(204);
    expect(await map.rows()).toEqual([]);
    expect(await map.filesWith(sealed)).toEqual([]);
    await problem(await map.server.get(`/api/following/${token}`), 404);
    expect(await digestsTo(map, ANN)).toHaveLength(1);
  });

  it('sends nothing where nothing changed, and never the same twice', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    await map.pass(24);
    await map.settled();
    await map.publish('Vigil at the library');
    await map.pass(24);
    await map.sink.to(ANN, 2);
    for (let day = 0; day < 3; day++) {
      await map.pass(24);
      await map.settled();
    }
    expect(await digestsTo(map, ANN)).toHaveLength(1);
  });

  it('tells of days on which the map was down', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    await map.publish('Vigil at the library');
    await map.pass(5 * 24);
    const [, digest] = await map.sink.to(ANN, 2);
    expect(digest?.parsed.text).toContain('Vigil at the library');
  });

  it('keeps two followers apart, each to their filter and language', async () => {
    const map = await followedMap();
    const ann = await map.follow(ANN, { q: 'library' }, 'es');
    const bob = await map.follow(BOB, { category: 'vigil' });
    await map.publish('Vigil at the library');
    await map.publish('Vigil at the lake');
    await map.pass(17);
    const [, toAnn] = await map.sink.to(ANN, 2);
    const [, toBob] = await map.sink.to(BOB, 2);
    expect(toAnn?.parsed.subject).toBe(
      'Mapa de incidentes de Minneapolis: 1 cambio en lo que sigue',
    );
    expect(toAnn?.raw).not.toContain('lake');
    expect(toBob?.parsed.subject).toBe('Minneapolis incident map: 2 changes in what you follow');
    for (const { raw, to } of map.sink.mails) {
      expect(raw).not.toContain(to === ANN ? BOB : ANN);
      expect(raw).not.toContain(to === ANN ? bob.token : ann.token);
    }
    await erase(map, ann.token);
    expect(await json(map.server, `/api/following/${bob.token}`)).toEqual({
      status: 'following',
      filter: { category: 'vigil' },
      language: 'en',
    });
  });

  it('does nothing for who only opens links, as mail scanners do', async () => {
    const map = await followedMap();
    await map.ask(ANN);
    const [{ token }] = (await map.sink.to(ANN)) as readonly [SunkMail];
    for (const path of [`/following/${token}`, `/api/following/${token}`]) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await map.server.get(path, { method, redirect: 'manual' });
        expect([200, 302]).toContain(status);
      }
    }
    await problem(await map.server.get(`/api/following/${token}/stop`), 405);
    expect((await json(map.server, `/api/following/${token}`)).status).toBe('unconfirmed');
    await map.follow(BOB);
    await map.publish('Vigil at the library');
    await map.pass(24);
    await map.settled();
    expect(await map.sink.to(ANN)).toHaveLength(1);
  });

  it('leads from the mail to the page, with the token where no log sees it', async () => {
    const map = await followedMap();
    const { token } = await map.follow(ANN);
    const page = await map.server.get(`/following/${token}`, { redirect: 'manual' });
    expect(page.headers.get('location')).toBe(`/#following/${token}`);
    for (const [lang, query] of [
      ['so', '?lang=so'],
      ['%0d%0aX:y', ''],
    ]) {
      const path = `/following/${token}?lang=${lang}`;
      const spoken = await map.server.get(path, { redirect: 'manual' });
      expect(spoken.headers.get('location')).toBe(`/${query}#following/${token}`);
    }
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('forgets who has not confirmed by the end of the next day', async () => {
    const map = await followedMap();
    await map.ask(ANN);
    const [{ token }] = (await map.sink.to(ANN)) as readonly [SunkMail];
    await map.pass(32);
    expect((await json(map.server, `/api/following/${token}`)).status).toBe('unconfirmed');
    await map.pass(2);
    await problem(await map.server.get(`/api/following/${token}`), 404);
    await problem(await post(map.server, `/api/following/${token}`, { action: 'confirm' }), 404);
    await expect.poll(() => map.rows()).toEqual([]);
  });

  it('asks an address once a day, whoever asks and however it is written', async () => {
    const map = await followedMap();
    await map.ask(ANN);
    await map.sink.to(ANN);
    await map.ask(ANN, { q: 'other' });
    await map.ask('ann.telltale@EXAMPLE.org');
    await map.ask(BOB);
    await map.sink.to(BOB);
    expect(await map.sink.to(ANN)).toHaveLength(1);
  });

  it('answers the same for an address that follows and for one that does not', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    const answers = await Promise.all(
      [ANN, BOB].map(async (address) => {
        const body = { address, language: 'en', filter: {} };
        const { status, headers, ...response } = await post(map.server, '/api/following', body);
        void response;
        const names = [...headers].filter(([name]) => name !== 'date');
        return { status, names };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('what is kept of a follower', () => {
  it('is a row of random bytes, whose key lies in a file that nobody else may read', async () => {
    const map = await followedMap();
    await map.follow(ANN, { bbox: AREA, q: 'telltale words' }, 'so');
    const [row] = await map.rows();
    expect(Object.keys(row ?? {}).sort()).toEqual(
      ['asked_on', 'id', 'refusals', 'sealed', 'status', 'token_hash', 'untold'].sort(),
    );
    expect(row).toMatchObject({ status: 'following', asked_on: null, untold: '2026-06-10' });
    expect(row?.sealed.length).toBe(512 + 28);
    expect(map.server.log.join()).not.toMatch(/telltale|ann/i);
    const { mode } = await stat(join(map.folder, 'following.key'));
    expect(mode & 0o777).toBe(0o600);
    const key = (await readFile(join(map.folder, 'following.key'), 'utf8')).trim();
    expect(await map.filesWith(key)).toEqual([]);
    expect(await map.filesWith(Buffer.from(key, 'base64url'))).toEqual([]);
  });

  it('tells no time but days while somebody has not confirmed', async () => {
    const map = await followedMap();
    await map.ask(ANN);
    await map.sink.to(ANN);
    expect((await map.rows())[0]).toMatchObject({ asked_on: '2026-06-10', untold: null });
  });

  it('is of no use when the key is lost: no mail goes out, the map goes on, and a link still ends it', async () => {
    const map = await followedMap();
    const { token } = await map.follow(ANN);
    await map.publish('Vigil at the library');
    await rm(join(map.folder, 'following.key'));
    await map.pass(17);
    await problem(await map.server.get(`/api/following/${token}`), 404);
    await map.settled();
    expect(await digestsTo(map, ANN)).toEqual([]);
    await expect
      .poll(() => map.server.log.join())
      .toContain('1 follow by another key than this one');
    expect((await map.follow(BOB)).to).toBe(BOB);
    expect((await map.server.get(`/api/following/${token}/stop`, { method: 'POST' })).status).toBe(
      204,
    );
    expect(await map.rows()).toHaveLength(1);
  });
});

describe('a mail', () => {
  it('is neutral, of one recipient, without anything that tells that it was opened', async () => {
    const map = await followedMap();
    const { token } = await map.follow(ANN, {}, 'hmn');
    await map.publish('Vigil <b>"at"</b> & more');
    await map.pass(17);
    for (const { raw, parsed } of await map.sink.to(ANN, 2)) {
      const header = (name: string) => parsed.headerLines.find(({ key }) => key === name)?.line;
      expect(header('to')).toBe(`To: ${ANN}`);
      expect(header('from')).toBe('From: Incident map <map@incidents.example>');
      expect(header('cc') ?? header('bcc')).toBeUndefined();
      expect(raw.replace(/\r\n[ \t]+/g, ' ')).toContain(
        `List-Unsubscribe: <https://map.example/api/following/${token}/stop>`,
      );
      expect(header('list-unsubscribe-post')).toBe(
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      );
      expect(header('auto-submitted')).toBe('Auto-Submitted: auto-generated');
      expect(header('precedence')).toBe('Precedence: bulk');
      expect(header('x-mailer') ?? header('user-agent')).toBeUndefined();
      expect(parsed.messageId).toMatch(/^<[\w-]{43}@incidents\.example>$/);
      expect(parsed.messageId).not.toContain(token);
      expect(parsed.html).not.toMatch(/<img|<style|<script|src=|url\(/);
      const links = [...String(parsed.html).matchAll(/href="([^"]*)/g)].map((match) => match[1]);
      for (const link of links) expect(link).toMatch(/^https:\/\/map\.example\//);
    }
    const [, digest] = await map.sink.to(ANN, 2);
    expect(digest?.parsed.html).toContain('Vigil &lt;b&gt;"at"&lt;/b&gt; &amp; more');
    expect(digest?.parsed.html).toContain('<html lang="hmn">');
  });
});

describe('a map without a mail server', () => {
  it('offers no following, and takes none', async () => {
    const server = await startTestServer();
    onTestFinished(() => server.stop());
    expect(await json(server, '/api/following')).toEqual({ offered: false });
    await problem(await post(server, '/api/following', {}), 404);
  });

  it('lets go whoever followed while it had one', async () => {
    const map = await followedMap();
    const { token } = await map.follow(ANN);
    const without = { DATABASE_URL: `sqlite:${join(map.folder, 'incidents.db')}` };
    map.server = await map.server.restart(without);
    expect(await json(map.server, `/api/following/${token}`)).toMatchObject({
      status: 'following',
    });
    await erase(map, token);
    expect(await map.rows()).toEqual([]);
  });
});

async function erase({ server }: FollowedMap, token: string): Promise<void> {
  const { status } = await server.get(`/api/following/${token}`, { method: 'DELETE' });
  expect(status).toBe(204);
}
