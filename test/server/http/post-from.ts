import { type IncomingMessage, request } from 'node:http';
import type { TestServer } from './test-server.ts';

export interface AnswerFrom {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Posts JSON from another address of this machine, 127.x.y.z, as another reporter would. */
export function postFrom(
  address: string,
  server: TestServer,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<AnswerFrom> {
  return new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      {
        method: 'POST',
        localAddress: address,
        headers: { 'Content-Type': 'application/json', ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject).end(JSON.stringify(body));
  });
}
