import { spawnSync } from 'node:child_process';
import { access, chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');

async function fileWith(sql: string): Promise<string> {
  const file = join(await temporaryFolder(), 'incidents.db');
  const connection = await Connection.open(file, 'write');
  await connection.execute(sql);
  await connection.close();
  return file;
}

const LIST_MODERATORS = fileURLToPath(
  new URL('../../../server/commands/moderator.ts', import.meta.url),
);

/** Root is refused nothing: there, another user, who needs to read the sources for it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
const canRead = `require('node:fs').accessSync(${JSON.stringify(LIST_MODERATORS)})`;
const isReadable = spawnSync(process.execPath, ['-e', canRead], NOBODY).status === 0;

function listModerators(settings: Record<string, string>): string {
  const env = { PATH: process.env.PATH, ...settings };
  const command = ['--import', 'tsx', LIST_MODERATORS, 'list'];
  return spawnSync(process.execPath, command, { ...NOBODY, env, encoding: 'utf8' }).stdout;
}

describe('opening a database', () => {
  it('makes the folders that are missing, closed to other users', async () => {
    const folder = join(await temporaryFolder(), 'var', 'map');
    const store = await openSqliteStore(join(folder, 'incidents.db'));
    await store.close();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('finds what it held before', async () => {
    const file = join(await temporaryFolder(), 'incidents.db');
    const first = await openSqliteStore(file);
    await first.incidents.put([incident()], NOW);
    await first.close();
    const second = await openSqliteStore(file);
    expect(await second.incidents.count()).toBe(1);
    expect(await second.incidents.revision()).toBe(1);
    await second.close();
  });

  it('can be done by two programs at a time, from the very first', async () => {
    const file = join(await temporaryFolder(), 'incidents.db');
    const stores = await Promise.all([1, 2, 3].map(() => openSqliteStore(file)));
    await Promise.all(
      stores.map((store, index) => store.incidents.put([incident({ id: `i${index}` })], NOW)),
    );
    expect(await stores[0]?.incidents.count()).toBe(3);
    expect(await stores[1]?.incidents.revision()).toBe(3);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('names a folder that cannot be made and says what to do', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const wanted = join(folder, 'file', 'var');
    await expect(openSqliteStore(join(wanted, 'incidents.db'))).rejects.toThrow(
      `database folder ${wanted}: cannot be written to (ENOTDIR). Give this user the right to write there, or set DATABASE_URL to another place.`,
    );
  });

  it.runIf(isReadable).each(['', '-wal'])(
    'is refused where this user may not write …%s, as after a restore',
    async (part) => {
      const folder = await temporaryFolder();
      const file = join(folder, 'incidents.db');
      await (await openSqliteStore(file)).close();
      if (part !== '') await writeFile(`${file}${part}`, '');
      await chmod(folder, 0o777);
      await chmod(`${file}${part}`, 0o444);
      expect(listModerators({ DATABASE_URL: `sqlite:${file}` })).toBe(
        `database ${file}: cannot be opened for writing. Give this user the right to write to it and its folder, or set DATABASE_URL to another place.\n`,
      );
    },
  );

  it('names a file that is no database and leaves it as it is', async () => {
    const file = join(await temporaryFolder(), 'notes.txt');
    await writeFile(file, 'Notes that are no database. '.repeat(100));
    await expect(openSqliteStore(file)).rejects.toThrow(
      `database ${file}: is not an SQLite database, or is damaged. Restore a backup, or set DATABASE_URL to another place.`,
    );
    expect((await stat(file)).size).toBe(2800);
  });

  it('names a file that is a folder', async () => {
    const file = join(await temporaryFolder(), 'incidents.db');
    await mkdir(file);
    await expect(openSqliteStore(file)).rejects.toThrow(`database ${file}: cannot be opened`);
  });

  it("leaves another program's database alone", async () => {
    const file = await fileWith('CREATE TABLE notes (text)');
    await expect(openSqliteStore(file)).rejects.toThrow('holds the tables of another program');
  });

  it('refuses a database that a newer version of the map has written', async () => {
    const file = join(await temporaryFolder(), 'incidents.db');
    await (await openSqliteStore(file)).close();
    const connection = await Connection.open(file, 'write');
    await connection.execute("INSERT INTO migrations VALUES (999, '999-later.sql', 0)");
    await connection.close();
    await expect(openSqliteStore(file)).rejects.toThrow(
      /newer version of this map \(its migration 999; this version knows \d+\)\. Update the map's code/,
    );
  });

  it('leaves nothing behind but the database when it is closed', async () => {
    const file = join(await temporaryFolder(), 'incidents.db');
    const store = await openSqliteStore(file);
    await store.incidents.put([incident()], NOW);
    await store.close();
    await expect(access(`${file}-wal`)).rejects.toThrow();
    await expect(store.incidents.count()).rejects.toThrow('database: is closed');
  });
});
