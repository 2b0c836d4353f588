import { describe, expect, it } from 'vitest';
import { followedMap } from './followed-map.ts';
import { json } from './requests.ts';

const ANN = 'ann@example.org';
const BOB = 'bob@example.net';

describe('a mail server that is down', () => {
  it('costs nobody a mail: who asked is asked to confirm when it is back', async () => {
    const map = await followedMap();
    await map.sink.close();
    await map.ask(ANN);
    await expect.poll(async () => (await map.rows()).length).toBe(1);
    await map.sink.open();
    await map.pass(1);
    expect(await map.sink.to(ANN)).toHaveLength(1);
  });

  it('costs nobody a mail: what changed is told once it is back, once', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    await map.publish('Vigil at the library');
    await map.sink.close();
    await map.pass(17);
    await expect.poll(() => map.server.log.join()).toContain('1 wait');
    expect((await map.server.get('/api/view')).status).toBe(200);
    await map.sink.open();
    await map.pass(1);
    await map.settled();
    await map.pass(1);
    expect(await map.sink.to(ANN)).toHaveLength(2);
  });
});

describe('a mail server that refuses an address', () => {
  it('is believed the third day in a row: the follower is erased', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    await map.follow(BOB);
    map.sink.answer = (to) => (to === ANN ? '550 5.1.1 No such user' : null);
    for (const day of ['first', 'second']) {
      await map.publish(`Vigil of the ${day} day`);
      await map.pass(24);
      await map.settled();
      expect(await map.rows()).toHaveLength(2);
    }
    await map.publish('Vigil of the third day');
    await map.pass(24);
    await expect.poll(async () => (await map.rows()).length).toBe(1);
    expect(await map.sink.to(BOB, 4)).toHaveLength(4);
  });

  it('counts anew once it has taken a mail', async () => {
    const map = await followedMap();
    await map.follow(ANN);
    for (const line of ['550 No such user', '550 No such user', null, '550 No such user']) {
      map.sink.answer = () => line;
      await map.publish(`Vigil, then ${line}`);
      await map.pass(24);
      await map.settled();
    }
    expect(await map.rows()).toHaveLength(1);
  });

  it('has whoever was never confirmed erased at once', async () => {
    const map = await followedMap();
    map.sink.answer = () => '550 5.1.1 No such user';
    await map.ask(ANN);
    await map.ask(BOB);
    await map.pass(0);
    await expect.poll(() => map.rows()).toEqual([]);
    expect(map.sink.mails).toEqual([]);
  });

  it('is asked again later, and keeps nobody else waiting', async () => {
    const map = await followedMap();
    let tries = 0;
    map.sink.answer = (to) => {
      if (to !== ANN) return null;
      tries++;
      return '451 4.7.1 Greylisted';
    };
    await map.ask(ANN);
    await expect.poll(() => tries).toBe(1);
    await map.ask(BOB);
    await map.sink.to(BOB);
    expect(tries).toBe(1);
    map.sink.answer = () => null;
    await map.pass(1);
    expect(await map.sink.to(ANN)).toHaveLength(1);
  });

  it.each(['550 5.7.1 Your host is on a list', '451 4.7.1 Greylisted'])(
    'is no reason to forget them where it says %s',
    async (line) => {
      const map = await followedMap();
      const { token } = await map.follow(ANN);
      map.sink.answer = () => line;
      await map.publish('Vigil at the library');
      for (let day = 0; day < 4; day++) {
        await map.pass(24);
        await expect.poll(() => map.server.log.join()).toContain('1 wait');
      }
      expect((await json(map.server, `/api/following/${token}`)).status).toBe('following');
      map.sink.answer = () => null;
      await map.pass(1);
      const [, digest] = await map.sink.to(ANN, 2);
      expect(digest?.parsed.text).toContain('Vigil at the library');
    },
  );
});

describe('a server that stops midway', () => {
  it('goes on where it was: each follower gets the mail of the day once', async () => {
    const map = await followedMap();
    const followers = Array.from({ length: 12 }, (_, number) => `follower-${number}@example.org`);
    for (const address of followers) await map.follow(address);
    await map.publish('Vigil at the library');
    let taken = 0;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    map.sink.answer = async () => {
      if (++taken > 5) await held;
      return null;
    };
    await map.pass(17);
    await expect.poll(() => map.sink.mails.length).toBe(followers.length + 5);
    const restarted = map.pass(0);
    goOn();
    await restarted;
    await map.settled();
    for (const address of followers) {
      expect(await map.sink.to(address, 2), address).toHaveLength(2);
    }
  });

  it('holds few conversations with the mail server at a time', async () => {
    const map = await followedMap();
    for (let number = 0; number < 9; number++) await map.follow(`f${number}@example.org`);
    await map.publish('Vigil at the library');
    let open = 0;
    let most = 0;
    map.sink.answer = async () => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open--;
      return null;
    };
    await map.pass(17);
    await map.settled();
    expect(most).toBeLessThanOrEqual(3);
  });
});
