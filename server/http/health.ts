import { HttpProblem } from './problem.ts';
import type { Endpoint } from './route.ts';
import { endpoint } from './route.ts';
import { sendJson } from './send.ts';

/** `GET /healthz`: the process answers. */
export const healthEndpoint: Endpoint = endpoint((request, response) => {
  response.setHeader('Cache-Control', 'no-store');
  sendJson(request, response, { status: 'ok' });
});

/** `GET /readyz`: it answers with the whole data. 503 until then, so that nobody is sent here yet. */
export function readyEndpoint(isReady: () => boolean): Endpoint {
  return endpoint((request, response) => {
    if (!isReady()) throw filling();
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, { status: 'ready' });
  });
}

/** Until the index holds all that the store holds, a count of it would be wrong. */
export function filling(): HttpProblem {
  return new HttpProblem(503, 'The index is filling; try again in a moment.', [], {
    'Retry-After': '1',
  });
}
