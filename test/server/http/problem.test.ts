import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect, it } from 'vitest';
import { problemHandler } from '../../../server/http/problem.ts';
import { problem } from './requests.ts';

async function failing(error: unknown) {
  const log: string[] = [];
  const app = express();
  app.get('/api/reports/:token', () => {
    throw error;
  });
  app.use(problemHandler((line) => log.push(line)));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/reports/secret?q=secret`);
  server.close();
  return { response, log };
}

it('tells neither the client nor the log what a person sent', async () => {
  const { response, log } = await failing(new TypeError('secret could not be read'));
  expect(JSON.stringify(await problem(response, 500))).not.toContain('secret');
  expect(log).toEqual(['GET /api/reports/:token failed: TypeError']);
});

it('says of a busy database that it passes', async () => {
  const { response, log } = await failing(Object.assign(new Error(), { code: 'SQLITE_BUSY' }));
  expect(response.headers.get('retry-after')).toBe('5');
  await problem(response, 503);
  expect(log).toEqual(['GET /api/reports/:token failed: Error SQLITE_BUSY']);
});

it('takes no status of success from an error', async () => {
  const { response } = await failing(Object.assign(new Error(), { status: 200 }));
  await problem(response, 500);
});
