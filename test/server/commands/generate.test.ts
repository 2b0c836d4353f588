import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { generateCommand } from '../../../server/commands/generate.ts';
import type { IncidentStore } from '../../../server/domain/ports/incident-store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

let path: string;
let told: string;

beforeEach(async () => {
  path = join(await temporaryFolder(), 'incidents.db');
  told = '';
});

test('fills the database with as many as were asked for, the same for the same seed', async () => {
  expect(await generate('--count', '6000', '--seed', '7')).toBe(0);
  expect(told).toContain('6,000 of 6,000');
  expect(told).toMatch(/server.*some seconds later/);
  const first = await inStore((store) => store.item('synthetic-7-5999', Infinity));
  expect(await generate('--count', '6000', '--seed', '7')).toBe(0);
  await inStore(async (store) => {
    expect(await store.count()).toBe(6000);
    expect(content(await store.item('synthetic-7-5999', Infinity))).toEqual(content(first));
  });
});

describe('beside real records', () => {
  beforeEach(() =>
    inStore((store) => store.put([incident({ properties: { synthetic: false } })], 0)),
  );

  test('refuses, says why and what to do, and adds nothing', async () => {
    expect(await generate('--count', '10')).toBe(1);
    expect(told).toMatch(/holds real records.*DATABASE_URL.*--mix/s);
    expect(await inStore((store) => store.count())).toBe(1);
  });

  test('adds them with --mix', async () => {
    expect(await generate('--count', '10', '--mix')).toBe(0);
    expect(await inStore((store) => store.count())).toBe(11);
  });
});

test('says how it is used', async () => {
  expect(await generate('--help')).toBe(0);
  expect(told).toMatch(/^Usage: npm run generate.*--count N/);
});

test.each([
  [[], 'nothing'],
  [['--count', '0'], '"0"'],
  [['--count', '1e9'], '"1e9"'],
  [['--count', 'many'], '"many"'],
  [['--count', '5', '--seed', '-1'], '--seed'],
  [['--count', '5', '--colour', 'red'], '--colour'],
  [['--count', '5', 'more'], "'more'"],
])('wrong options %j give what is wrong, the usage and exit code 2', async (options, wrong) => {
  expect(await generate(...options)).toBe(2);
  expect(told).toContain('Usage: npm run generate');
  expect(told.split('Usage:')[0]).toContain(wrong);
});

test('a wrong setting is named', async () => {
  const code = await generateCommand(['--count', '5'], { DATABASE_URL: 'mysql:x' }, output);
  expect(code).toBe(1);
  expect(told).toContain('DATABASE_URL');
});

test('a terminal gets a bar, anything else lines', async () => {
  const environment = { DATABASE_URL: `sqlite:${path}` };
  await generateCommand(['--count', '5'], environment, { ...output, isTTY: true });
  expect(told).toContain('█');
  expect(told).toContain('\r');
  told = '';
  await generate('--count', '5');
  expect(told).not.toContain('\r');
});

const output = {
  write(text: string): void {
    told += text;
  },
};

function generate(...options: string[]): Promise<number> {
  return generateCommand(options, { DATABASE_URL: `sqlite:${path}` }, output);
}

async function inStore<T>(work: (store: IncidentStore) => Promise<T>): Promise<T> {
  const store = await openSqliteStore(path);
  try {
    return await work(store.incidents);
  } finally {
    await store.close();
  }
}

/** The record without what the store keeps about it. */
function content(json: string | null): unknown {
  const { properties, ...feature } = JSON.parse(json ?? 'null');
  const { createdAt: _c, updatedAt: _u, revision: _r, ...rest } = properties;
  return { ...feature, properties: rest };
}
