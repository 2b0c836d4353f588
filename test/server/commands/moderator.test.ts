import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { moderatorCommand } from '../../../server/commands/moderator.ts';
import { signedIn, signIn } from '../../../server/domain/sign-in.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

let file: string;
beforeEach(async () => {
  file = join(await temporaryFolder(), 'incidents.db');
});

async function command(options: string[], environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const settings = { DATABASE_URL: `sqlite:${file}`, ...environment };
  const code = await moderatorCommand(options, settings, (line) => lines.push(line));
  return { code, lines };
}

/** What signing in needs, on the database that the command works on. */
async function server() {
  const store = await openSqliteStore(file);
  return { ...store, surroundings: { now: () => Date.now(), randomBytes } };
}

it('prints a link that signs in, while the server has the database open', async () => {
  const running = await server();
  const { code, lines } = await command(['add', 'Ada', 'Lovelace'], {
    PUBLIC_URL: 'https://map.example.org',
  });
  expect(code).toBe(0);
  expect(lines).toEqual([
    'There was no administrator, so Ada Lovelace is one; --role moderator would have made them less.',
    'Sign-in link for Ada Lovelace, administrator. It works once, within 24 hours:',
    expect.stringMatching(/^https:\/\/map\.example\.org\/moderation#[\w-]{43}$/),
  ]);
  const token = lines[2]?.split('#')[1] ?? '';
  expect(await signIn(token, running)).toMatchObject({ moderator: { name: 'Ada Lovelace' } });
  await running.close();
});

describe('a database that is not there', () => {
  it('is made for the first moderator, and named: no other server takes the link', async () => {
    const { code, lines } = await command(['add', 'Ada']);
    expect(code).toBe(0);
    expect(lines[0]).toBe(
      `Made the database ${file}, since it was not there. The link signs in to no server that has another DATABASE_URL.`,
    );
    expect((await command(['add', 'Ada'])).lines[0]).toBe(
      'Ada was here already; earlier links hold no longer.',
    );
  });

  it.each([['list'], ['revoke', 'Ada']])('is not made by %s', async (...options) => {
    const expected = `database ${file}: is not there. Set DATABASE_URL to the one that the server has.`;
    expect(await command(options)).toEqual({ code: 1, lines: [expected] });
    expect(existsSync(file)).toBe(false);
  });
});

describe('roles', () => {
  const said = async (...options: string[]) => (await command(options)).lines.at(-2);

  it('are administrator for the first and moderator for the next, unless --role says otherwise', async () => {
    expect(await said('add', 'Grace', '--role', 'moderator')).toContain('for Grace, moderator.');
    expect(await said('add', 'Ada')).toContain('for Ada, administrator.');
    expect(await said('add', 'Mary')).toContain('for Mary, moderator.');
    expect(await said('add', '--role=editor', 'Mary')).toContain('for Mary, editor.');
    expect((await command(['list'])).lines).toEqual([
      'Grace: moderator, 0 sessions',
      'Ada: administrator, 0 sessions',
      'Mary: editor, 0 sessions',
    ]);
  });

  it('are told where they change, and names where somebody has them already', async () => {
    for (const name of ['Ada', 'Grace']) await command(['add', name]);
    expect((await command(['add', 'GRACE', '--role', 'editor'])).lines.slice(0, 2)).toEqual([
      'Grace was moderator, and is editor from now on; they are signed out everywhere.',
      'Grace was here already; earlier links hold no longer.',
    ]);
    expect((await command(['revoke', 'grace'])).code).toBe(0);
    expect((await command(['add', 'grace'])).lines[0]).toBe(
      'Grace was revoked before, and may sign in again.',
    );
  });

  it('cannot be taken from the last administrator', async () => {
    await command(['add', 'Ada']);
    for (const options of [
      ['add', 'Ada', '--role', 'editor'],
      ['revoke', 'Ada'],
    ]) {
      expect(await command(options)).toEqual({
        code: 1,
        lines: [expect.stringMatching(/^Ada is the last administrator\. Make another first/)],
      });
    }
  });
});

it('revokes someone while they are signed in', async () => {
  const running = await server();
  await command(['add', 'Ada']);
  const token = (await command(['add', 'Grace'])).lines.at(-1)?.split('#')[1] ?? '';
  const session = await signIn(token, running);
  if (typeof session === 'string') throw new Error(session);
  expect(await command(['revoke', 'Grace'])).toEqual({
    code: 0,
    lines: ['Grace is signed out everywhere and can sign in no more.'],
  });
  expect(await signedIn(session.token, running)).toBeNull();
  expect((await command(['list'])).lines).toContain('Grace: revoked');
  expect((await command(['revoke', 'Nobody'])).code).toBe(1);
  await running.close();
});

it('says how to begin where there is nobody', async () => {
  await (await server()).close();
  expect(await command(['list'])).toEqual({
    code: 0,
    lines: ['Nobody yet: npm run moderator -- add NAME'],
  });
});

it('says how it is used', async () => {
  const lines = [expect.stringMatching(/^Usage: npm run moderator -- add NAME/)];
  expect(await command(['--help'])).toEqual({ code: 0, lines });
});

it.each([
  [[], 'nothing to do'],
  [['add'], 'NAME'],
  [['remove', 'Ada'], '"remove"'],
  [['add', ' '], 'NAME'],
  [['add', 'x'.repeat(81)], 'NAME'],
  [['add', 'the map'], 'NAME'],
  [['add', 'Ada', '--role', 'king'], '"king"'],
  [['add', 'Ada', '--colour', 'red'], '--colour'],
  [['revoke', 'Ada', '--role', 'editor'], '--role'],
  [['list', 'Ada'], '"Ada"'],
])('says after %j what is wrong, and how it is used', async (options, wrong) => {
  const { code, lines } = await command(options);
  expect(code).toBe(2);
  expect(lines).toEqual([expect.stringContaining('npm run moderator -- add NAME')]);
  expect(lines[0]?.split('Usage:')[0]).toContain(wrong);
});

it('says which setting or database cannot be used', async () => {
  expect(await command(['add', 'Ada'], { PORT: 'x' })).toEqual({
    code: 1,
    lines: [expect.stringMatching(/^PORT: /)],
  });
  await writeFile(file, 'no database '.repeat(100));
  expect(await command(['add', 'Ada'])).toEqual({
    code: 1,
    lines: [expect.stringContaining(`database ${file}: is not an SQLite database`)],
  });
});
