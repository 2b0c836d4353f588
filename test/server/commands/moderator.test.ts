import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { moderatorCommand } from '../../../server/commands/moderator.ts';
import { signIn } from '../../../server/domain/sign-in.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

async function command(options: string[], environment: Record<string, string> = {}) {
  const lines: string[] = [];
  const code = await moderatorCommand(options, environment, (line) => lines.push(line));
  return { code, lines };
}

it('prints a link that signs in, while the server has the database open', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  const server = await openSqliteStore(file);
  const environment = { DATABASE_URL: `sqlite:${file}`, PUBLIC_URL: 'https://map.example.org' };
  const { code, lines } = await command(['add', 'Ada', 'Lovelace'], environment);
  expect(code).toBe(0);
  expect(lines[0]).toBe('Sign-in link for Ada Lovelace. It works once, within 24 hours:');
  const token = /^https:\/\/map\.example\.org\/moderation#([\w-]{43})$/.exec(lines[1] ?? '')?.[1];
  const surroundings = { now: () => Date.now(), randomBytes };
  const session = await signIn(token ?? '', { moderators: server.moderators, surroundings });
  expect(session).toMatchObject({ moderator: { name: 'Ada Lovelace' } });
  await server.close();
});

it.each([[[]], [['add']], [['remove', 'Ada']], [['add', ' ']], [['add', 'x'.repeat(81)]]])(
  'says how it is used after %j',
  async (options) => {
    const { code, lines } = await command(options);
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringContaining('npm run moderator -- add NAME')]);
  },
);

it('says which setting or database cannot be used', async () => {
  expect(await command(['add', 'Ada'], { PORT: 'x' })).toEqual({
    code: 1,
    lines: [expect.stringMatching(/^PORT: /)],
  });
  const file = join(await temporaryFolder(), 'notes.txt');
  await writeFile(file, 'no database '.repeat(100));
  expect(await command(['add', 'Ada'], { DATABASE_URL: `sqlite:${file}` })).toEqual({
    code: 1,
    lines: [expect.stringContaining(`database ${file}: is not an SQLite database`)],
  });
});
