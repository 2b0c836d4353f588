import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { ApiError, type ApiFailure } from '../../client/api/failure.ts';
import { request } from '../../client/api/request.ts';

/** @returns the failure that a page is told of by what a server does. */
async function failureBy(answer: RequestListener): Promise<ApiFailure> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const error = await request(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ApiError);
  return (error as ApiError).failure;
}

it('says that there is no answer where the connection is lost before it', async () => {
  const failure = await failureBy((_request, response) => response.destroy());
  expect(failure).toMatchObject({ kind: 'network', status: 0 });
});

it('says that there is no answer where the connection is lost in the middle of it', async () => {
  const failure = await failureBy((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
    response.write('{"begun": ', () => response.destroy());
  });
  expect(failure).toMatchObject({ kind: 'network', status: 0 });
});

it('says that an answer cannot be read where it is no JSON', async () => {
  const failure = await failureBy((_request, response) => response.end('<html>'));
  expect(failure).toMatchObject({ kind: 'unreadable', status: 200 });
});
