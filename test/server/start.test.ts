import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const START = fileURLToPath(new URL('../../server/start.mjs', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-start-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true }));

function start(environment: Record<string, string>): ChildProcess {
  const { PATH = '' } = process.env;
  const database = `sqlite:${join(folder, 'incidents.db')}`;
  const env = { PATH, PORT: '0', SEED: 'none', DATABASE_URL: database, ...environment };
  return spawn(process.execPath, [START, '--without-build'], { env });
}

/** Starts what cannot start. @returns what it said, which must be no stack trace. */
async function failure(environment: Record<string, string>): Promise<string> {
  const child = start(environment);
  const [said, [code]] = await Promise.all([
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'exit'),
  ]);
  expect(code).toBe(1);
  expect(said).not.toMatch(/^\s+at /m);
  return said;
}

/** @returns the process and the address that it says the map is at. */
async function running(environment: Record<string, string> = {}) {
  const child = start(environment);
  let said = '';
  for await (const chunk of child.stdout as NodeJS.ReadableStream) {
    said += chunk;
    const url = /^The map is at (\S+)$/m.exec(said)?.[1];
    if (url !== undefined && said.includes('\n', said.indexOf(url))) return { child, url, said };
  }
  throw new Error(`did not start: ${said}`);
}

describe('npm start', () => {
  it('says where the map is and how a moderator signs in, and stops when told', async () => {
    const { child, url } = await running();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('finishes what is under way before it stops', async () => {
    const { child, url } = await running({ SEED: 'first' });
    const paths = Array.from({ length: 20 }, () => `${url}/api/incidents.geojson`);
    const begun = await Promise.all(paths.map((path) => fetch(path)));
    child.kill('SIGINT');
    const bodies = await Promise.all(begun.map((response) => response.json()));
    for (const body of bodies) expect(body.features.length).toBeGreaterThan(60);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says that the port is taken, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start\n`,
    );
    other.close();
  });

  it('says that the folder of the database cannot be written to', async () => {
    const said = await failure({ DATABASE_URL: `sqlite:${join(folder, 'file', 'incidents.db')}` });
    expect(said).toContain(`database folder ${join(folder, 'file')}: cannot be written to`);
  });

  it('says that a file is no database', async () => {
    const path = join(folder, 'notes.db');
    await writeFile(path, 'Not a database, but notes. '.repeat(100));
    expect(await failure({ DATABASE_URL: `sqlite:${path}` })).toContain(
      'is not an SQLite database',
    );
  });

  it('names each wrong setting', async () => {
    expect(await failure({ PORT: 'x', DATABASE_URL: 'postgres://h/d' })).toMatch(
      /^PORT: received "x"; .*\nDATABASE_URL: .*not yet: this version speaks sqlite:.*\n$/,
    );
  });

  it('says that an address is not of this machine', async () => {
    expect(await failure({ HOST: '203.0.113.7' })).toContain('HOST 203.0.113.7 is no address');
  });

  it('says when the limits on reports are lifted', async () => {
    const child = start({ REPORTS_PER_HOUR: '0' });
    const out = child.stdout as NodeJS.ReadableStream;
    let said = '';
    for await (const chunk of out) {
      said += chunk;
      if (said.includes('npm run moderator')) break;
    }
    expect(said).toContain('every limit on reports is lifted');
    child.kill('SIGKILL');
  });
});
