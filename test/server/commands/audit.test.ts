import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { auditCommand } from '../../../server/commands/audit.ts';
import { moderatorCommand } from '../../../server/commands/moderator.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

let file: string;
let environment: Record<string, string>;
beforeEach(async () => {
  file = join(await temporaryFolder(), 'incidents.db');
  environment = { DATABASE_URL: `sqlite:${file}` };
  for (const name of ['Ada', 'Grace', 'Mary']) {
    await moderatorCommand(['add', name], environment, () => undefined);
  }
});

async function audit(...options: string[]) {
  const lines: string[] = [];
  const code = await auditCommand(options, environment, (line) => lines.push(line));
  return { code, lines };
}

async function tamper(sql: string): Promise<void> {
  const database = await Connection.open(file, 'write');
  await database.execute(sql);
  await database.close();
}

const hashIn = (line = '') => /[0-9a-f]{64}$/.exec(line)?.[0] ?? '';

it('says how many entries stand and the last hash', async () => {
  expect(await audit()).toEqual({
    code: 0,
    lines: [expect.stringMatching(/^In \S+, 3 entries stand as made\. .* [0-9a-f]{64}$/)],
  });
});

it('lists the entries on demand', async () => {
  const { code, lines } = await audit('--list');
  expect(code).toBe(0);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(
    /^2\t\d{4}-\S+\tthe command line\tperson\.invite\tperson Grace\t\{"role":"moderator"\}\t[0-9a-f]{64}$/,
  );
});

it('finds the entry that was tampered with', async () => {
  await tamper(`DROP TRIGGER audit_log_keeps_entries;
    UPDATE audit_log SET subject = 'person Eve' WHERE number = 2`);
  const { code, lines } = await audit();
  expect(code).toBe(1);
  expect(lines[0]).toContain('Entry 2 does not follow from those before');
  expect(lines[1]).toContain('1 entry stands as made');
});

it('finds by a hash noted earlier that the end was cut off', async () => {
  const noted = hashIn((await audit()).lines[0]);
  await moderatorCommand(['add', 'Rose'], environment, () => undefined);
  expect((await audit('--expect', noted)).code).toBe(0);
  await tamper('DROP TRIGGER audit_log_loses_nothing; DELETE FROM audit_log WHERE number > 2');
  expect((await audit()).code).toBe(0);
  const { code, lines } = await audit('--expect', noted);
  expect(code).toBe(1);
  expect(lines.at(-1)).toContain('the log was cut off, or made anew');
});

it('says how it is used, and after a wrong option which that was', async () => {
  const usage = 'npm run audit -- --list';
  expect(await audit('--help')).toEqual({ code: 0, lines: [expect.stringContaining(usage)] });
  for (const options of [['--expect', 'x'], ['--expect'], ['list'], ['--all']]) {
    const { code, lines } = await audit(...options);
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringContaining(usage)]);
    for (const option of options) expect(lines[0]?.split('Usage:')[0]).toContain(option);
  }
});

it('makes no database to find its log whole', async () => {
  const missing = `${file}.elsewhere`;
  environment = { DATABASE_URL: `sqlite:${missing}` };
  const { code, lines } = await audit();
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining(`${missing}: is not there. Set DATABASE_URL`)]);
  expect(existsSync(missing)).toBe(false);
});

it('says which setting cannot be used', async () => {
  environment = { PORT: 'x' };
  expect(await audit()).toEqual({ code: 1, lines: [expect.stringMatching(/^PORT: /)] });
});
