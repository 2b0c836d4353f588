import type { Request } from 'express';
import { type IdempotencyKey, readIdempotencyKey } from '../domain/idempotency.ts';
import { whyPaused } from '../domain/reporting.ts';
import { repeatedSubmission, type Submission, submitReport } from '../domain/submit.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { GEOJSON, HTML, JSON_TYPE, type Links } from './links.ts';
import { HttpProblem } from './problem.ts';
import type { ProofOfWork } from './proof-of-work.ts';
import { type Endpoint, endpoint } from './route.ts';
import { sendJson } from './send.ts';

/**
 * `POST …/items`: takes a report in. 202 once it is on disk; `Location` is the reporter's private
 * address. Sent again under the same Idempotency-Key, it is answered with the same address.
 */
export function submitEndpoint(context: Context, links: Links, work: ProofOfWork): Endpoint {
  /** Hashes of the keys whose reports are being taken. */
  const underWay = new Set<string>();
  return endpoint(async (request, response) => {
    const key = keyOf(request);
    const body = await readJson(request, [GEOJSON, JSON_TYPE]);
    const { token, receivedOn, status, warnings } =
      key === null
        ? await takeNew(request, body, null)
        : await once(key, async () => (await repeated(body, key)) ?? takeNew(request, body, key));
    const href = links.to(`/api/reports/${token}`);
    response.status(202);
    response.setHeader('Location', href);
    response.setHeader('Cache-Control', 'no-store');
    sendJson(request, response, {
      status,
      receivedOn,
      warnings,
      links: [
        { rel: 'self', type: JSON_TYPE, href },
        { rel: 'alternate', type: HTML, href: `${links.to('/')}#report/${token}` },
      ],
    });
  });

  async function once<T>({ keyHash }: IdempotencyKey, work: () => Promise<T>): Promise<T> {
    if (underWay.has(keyHash)) {
      const detail = 'A request with this Idempotency-Key is under way; try again in a moment.';
      throw new HttpProblem(409, detail, [], { 'Retry-After': '1' });
    }
    underWay.add(keyHash);
    try {
      return await work();
    } finally {
      underWay.delete(keyHash);
    }
  }

  async function repeated(body: unknown, key: IdempotencyKey): Promise<Submission | null> {
    const found = await repeatedSubmission(body, key, context);
    if (found !== 'other') return found;
    throw new HttpProblem(
      422,
      'This Idempotency-Key came with another report before; give each report a key of its own.',
    );
  }

  async function takeNew(
    request: Request,
    body: unknown,
    key: IdempotencyKey | null,
  ): Promise<Submission> {
    const paused = whyPaused(await context.reporting.get());
    if (paused !== null) {
      throw new HttpProblem(503, paused, [], { 'Retry-After': '3600' }, { code: 'reports_paused' });
    }
    const solution = request.headers['challenge-solution'];
    await work.check(typeof solution === 'string' ? solution : undefined);
    work.count();
    const submitted = await submitReport(body, context, key);
    if (submitted.ok) return submitted.value;
    throw new HttpProblem(422, 'The report breaks a rule; see errors.', submitted.errors);
  }
}

/** @throws HttpProblem 400 for a header that is no key. */
function keyOf(request: Request): IdempotencyKey | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  const key = typeof header === 'string' ? readIdempotencyKey(header) : null;
  if (key !== null) return key;
  throw new HttpProblem(
    400,
    'Idempotency-Key: expected 1 to 255 visible characters, such as "0b7e6f1c-5d0a-4c41-9f5e-2f8a6b3d9c10".',
  );
}
