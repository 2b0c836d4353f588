import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { keepFollower } from '../../../../server/domain/following/following.ts';
import { FollowingKey } from '../../../../server/domain/following/key.ts';
import { FollowingSender } from '../../../../server/domain/following/sender.ts';
import type { MailLanguage } from '../../../../server/domain/following/words/words.ts';
import { SmtpSender } from '../../../../server/mail/smtp.ts';
import { Connection } from '../../../../server/store/sqlite/connection.ts';
import { openSqliteStore, type SqliteStore } from '../../../../server/store/sqlite/open.ts';
import { account, incident } from '../../made-incidents.ts';
import { type MailSink, startMailSink } from '../../mail-sink.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const key = new FollowingKey(randomBytes(32));
const publicUrl = 'https://map.example';
const MORNING = Date.parse('2026-06-11T08:00:00-05:00');
const surroundings = { now: () => MORNING, randomBytes };

let sink: MailSink;
let file: string;
beforeEach(async () => {
  sink = await startMailSink();
  onTestFinished(() => sink.close());
  file = join(await temporaryFolder(), 'incidents.db');
});

async function open() {
  const { hostname: host, port } = new URL(sink.url);
  const from = { name: '', address: 'map@incidents.example' };
  const smtp = { host, port: Number(port), isSecure: false, login: null, from };
  const store = await openSqliteStore(file);
  const mails = new SmtpSender(smtp, publicUrl);
  onTestFinished(() => mails.close());
  const { followers, history } = store;
  const log = (): void => undefined;
  const parts = { followers, history, mails, key, publicUrl, surroundings, log };
  return { store, sender: new FollowingSender(parts) };
}

it('leaves nobody out who dies midway; what goes out again is the same mail to a mailbox', async () => {
  const first = await open();
  const addresses = Array.from({ length: 8 }, (_, number) => `f${number}@example.org`);
  await followAll(first.store, addresses);
  // The process dies, as far as its database is concerned, once some mails have been taken.
  let died: Promise<void> | undefined;
  sink.answer = async () => {
    if (sink.mails.length >= 2) died ??= first.store.close();
    await died;
    return null;
  };
  await expect(first.sender.digests()).rejects.toThrow();
  await died;
  const before = sink.mails.length;
  expect(before).toBeLessThan(addresses.length);

  const second = await open();
  onTestFinished(() => second.store.close());
  await second.sender.digests();
  const names = new Set<string | undefined>();
  for (const address of addresses) {
    const mails = await sink.to(address);
    const itsNames = new Set(mails.map(({ parsed }) => parsed.messageId));
    expect(itsNames.size, address).toBe(1);
    for (const name of itsNames) names.add(name);
  }
  expect(names.size).toBe(addresses.length);
});

it('sends nothing again and again while it cannot be written down that it was sent', async () => {
  const { store, sender } = await open();
  onTestFinished(() => store.close());
  await followAll(store, ['ann@example.org']);
  const disk = await Connection.open(file, 'write');
  await disk.execute(
    "CREATE TRIGGER full BEFORE UPDATE ON followers BEGIN SELECT raise(ABORT, 'disk full'); END",
  );
  for (let minute = 0; minute < 3; minute++) await expect(sender.digests()).rejects.toThrow();
  await disk.execute('DROP TRIGGER full');
  await disk.close();
  await sender.digests();
  await sender.digests();
  expect(await sink.to('ann@example.org')).toHaveLength(1);
  expect(await store.followers.due('2026-06-11', '', 9)).toEqual([]);
});

it("says what changed in the follower's language, and leaves records as they were written", async () => {
  const { store, sender } = await open();
  onTestFinished(() => store.close());
  await followAll(store, ['ana@example.org'], 'es');
  const accounts = [
    account({ knownAt: '2026-06-01' }),
    account({ id: 'a2', by: 'The library', knownAt: '2026-06-10', disputes: ['a1'] }),
  ];
  const decision = {
    verification: 'disputed' as const,
    decidedAt: '2026-06-10',
    reason: 'The library says otherwise.',
    basedOn: { what: 'Its statement', knownAt: '2026-06-10' },
  };
  await store.incidents.put([incident({ properties: { accounts, decisions: [decision] } })], 0);
  await sender.digests();
  const [mail] = await sink.to('ana@example.org');
  const { text, html } = mail?.parsed ?? {};
  expect(text).toContain('* Se supo más: Vigil at the park (En disputa)');
  expect(text).toContain('  - Nueva versión, que contradice una anterior: The library');
  expect(html).toContain('<li>Decidido: En disputa</li>');
  expect(html).toContain('<li lang="en">The library says otherwise.</li>');
});

async function followAll(
  store: SqliteStore,
  addresses: readonly string[],
  language: MailLanguage = 'en',
): Promise<void> {
  const properties = { accounts: [account({ knownAt: '2026-06-10' })] };
  await store.incidents.put([incident({ properties })], MORNING);
  const { followers } = store;
  for (const address of addresses) {
    await keepFollower({ address, filter: {}, language }, key, { followers, surroundings });
  }
  for (const { id } of await followers.toConfirm('', 100)) {
    await followers.confirm(id, '2026-06-10');
  }
}
