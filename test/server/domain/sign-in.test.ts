import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inviteModerator, signedIn, signIn, signOut } from '../../../server/domain/sign-in.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const HOUR = 3_600_000;

async function desk() {
  const { moderators, close } = await openSqliteStore(join(await temporaryFolder(), 'i.db'));
  onTestFinished(close);
  const clock = { time: Date.UTC(2026, 1, 1) };
  return { clock, moderators, surroundings: { now: () => clock.time, randomBytes } };
}
type Desk = Awaited<ReturnType<typeof desk>>;

/** @returns the token of a link for Ada. */
async function invite(context: Desk): Promise<string> {
  const by = { name: 'the command line', at: context.clock.time };
  const invited = await inviteModerator({ name: 'Ada', role: null }, by, context);
  if (invited.why !== null) throw new Error(invited.why);
  return invited.token;
}

it('signs in by a link once, for twelve hours', async () => {
  const context = await desk();
  const link = await invite(context);
  context.clock.time += 24 * HOUR - 1;
  const session = await signIn(link, context);
  if (typeof session === 'string') throw new Error(session);
  expect(await signIn(link, context)).toBe('used');
  context.clock.time += 12 * HOUR - 1;
  expect(await signedIn(session.token, context)).toMatchObject({ name: 'Ada' });
  context.clock.time += 1;
  expect(await signedIn(session.token, context)).toBeNull();
});

it('takes no link after 24 hours', async () => {
  const context = await desk();
  const link = await invite(context);
  context.clock.time += 24 * HOUR;
  expect(await signIn(link, context)).toBe('used');
});

it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000)])('knows no link %#', async (token) => {
  const context = await desk();
  expect(await signIn(token, context)).toBe('unknown');
  expect(await signedIn(token, context)).toBeNull();
});

it('signs out', async () => {
  const context = await desk();
  const session = await signIn(await invite(context), context);
  if (typeof session === 'string') throw new Error(session);
  await signOut(session.token, context);
  expect(await signedIn(session.token, context)).toBeNull();
});
