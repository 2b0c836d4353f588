import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { postFrom } from '../http/post-from.ts';
import { ITEMS, report } from '../http/requests.ts';
import { photoWithMetadata } from '../made-photos.ts';

/** What would be found by `strings` on the disk and in the logs of a host, if it were kept. */

const START = fileURLToPath(new URL('../../../server/start.mjs', import.meta.url));
const REPORTS = 100;

let folder: string;
let child: ChildProcess;
let url: string;
let printed = '';
const began = Date.now();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  child = spawn(process.execPath, [START, '--without-build'], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      SEED: 'none',
      REPORTS_PER_HOUR: '1000',
      // Each of them is then known, for the limit, by what the header says.
      TRUST_PROXY: '1',
      DATABASE_URL: `sqlite:${join(folder, 'incidents.db')}`,
      // Whatever would be put down in passing is put down here.
      TMPDIR: folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr?.on('data', (part) => {
    printed += part;
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  url = await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(printed)));
    lines.on('line', (line) => {
      printed += `${line}\n`;
      const port = /at http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
  });
});

afterAll(async () => {
  if (child.exitCode === null) {
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await exit;
  }
  await rm(folder, { recursive: true });
});

/** Every file beside the database, and what was printed, byte for byte. */
async function onDisk(): Promise<Map<string, Buffer>> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) =>
    f.isFile(),
  );
  const contents = await Promise.all(
    files.map(
      async (file): Promise<[string, Buffer]> => [
        file.name,
        await readFile(join(file.parentPath, file.name)),
      ],
    ),
  );
  return new Map([...contents, ['log', Buffer.from(printed)]]);
}

function identity(number: number) {
  const address = `127.91.${Math.floor(number / 50) + 11}.${(number % 50) + 101}`;
  const forwarded = `198.51.100.${number + 100}`;
  const headers = {
    'User-Agent': `TellTaleBrowser/${number}.0`,
    Referer: `https://tell-tale-page.example/${number}`,
    'Accept-Language': 'x-telltale',
    Cookie: `telltale=cookie-${number}`,
    'X-Forwarded-For': forwarded,
    'X-Real-IP': forwarded,
    Forwarded: `for=${forwarded}`,
    'Idempotency-Key': `telltale-key-${number}`,
  };
  return { address, forwarded, headers };
}

it(`keeps nothing of who sent ${REPORTS} reports, nor when, in database, log or any other file`, async () => {
  const photo = await photoWithMetadata('TellTaleCamera');
  const needles = ['ellTale', 'elltale', 'tell-tale', '127.91.', '198.51.100.', '::ffff:'];
  for (let number = 0; number < REPORTS; number++) {
    const { address, headers } = identity(number);
    const server = { url } as Parameters<typeof postFrom>[1];
    const body = report({ title: `Candles, number ${number}` });
    const sent = await postFrom(address, server, ITEMS, body, headers);
    expect(sent.status, sent.body).toBe(202);
    const { pathname } = new URL(String(sent.headers.location));
    needles.push(pathname.split('/').at(-1) ?? '');
    // What goes wrong is logged nowhere either.
    const broken = await postFrom(address, server, ITEMS, { TellTale: number }, headers);
    expect(broken.status).toBe(422);
    if (number % 5 > 0) continue;
    const added = await fetch(`${url}${pathname}/photos`, {
      method: 'POST',
      headers: { 'Content-Type': 'image/jpeg', 'User-Agent': 'TellTaleBrowser' },
      body: photo as BodyInit,
    });
    expect(added.status).toBe(201);
  }

  const running = await onDisk();
  expect([...running.keys()].sort()).toEqual(
    expect.arrayContaining(['incidents.db', 'incidents.db-shm', 'incidents.db-wal', 'log']),
  );
  // That the search would find what is there.
  expect([...running.values()].some((bytes) => bytes.includes('Candles, number 99'))).toBe(true);
  const hits = [...running].flatMap(([name, bytes]) =>
    needles.filter((needle) => bytes.includes(needle)).map((needle) => `${name}: ${needle}`),
  );
  expect(hits).toEqual([]);
  expect(await momentsKept()).toEqual([]);
});

/** @returns every value in the database that lies within the time of this test, or names its hour. */
async function momentsKept(): Promise<string[]> {
  const database = await Connection.open(join(folder, 'incidents.db'), 'read');
  const tables = await database.all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'migrations'",
  );
  const kept: string[] = [];
  for (const { name } of tables) {
    for (const row of await database.all<Record<string, unknown>>(`SELECT * FROM "${name}"`)) {
      for (const [column, value] of Object.entries(row)) {
        if (isNow(value)) kept.push(`${name}.${column}: ${value}`);
      }
    }
  }
  await database.close();
  return kept;
}

function isNow(value: unknown): boolean {
  const hour = new Date(began).toISOString().slice(0, 13);
  if (typeof value === 'string') return value.includes(hour);
  const milliseconds = [1, 1000].map((factor) => Number(value) * factor);
  return (
    typeof value === 'number' && milliseconds.some((ms) => ms >= began - 60_000 && ms <= Date.now())
  );
}
