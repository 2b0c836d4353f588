import { z } from 'zod';
import { parseWith } from '../domain/field-errors.ts';
import {
  confirmFollower,
  eraseFollower,
  type FollowerView,
  followerView,
  parseFollowing,
} from '../domain/following/following.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { JSON_TYPE } from './links.ts';
import { HttpProblem } from './problem.ts';
import type { MailLimit } from './report-limit.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from './route.ts';
import { sendJson } from './send.ts';

export const FOLLOWING_PATH = '/api/following';

const action = z.strictObject({ action: z.literal('confirm') });

/** `/api/following`: whether it is offered; POST asks for it. */
export function followingEndpoints({ following, log }: Context, counted: MailLimit): Endpoints {
  return {
    GET: endpoint((request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      sendJson(request, response, { offered: following.ask !== null });
    }),
    POST: endpoint(async (request, response) => {
      const { ask } = following;
      if (!ask) {
        throw new HttpProblem(
          404,
          'This map sends no e-mail; follow its feed, /api/incidents.atom, instead.',
        );
      }
      const parsed = parseFollowing(await readJson(request, [JSON_TYPE]));
      if (!parsed.ok) throw new HttpProblem(422, 'It breaks a rule; see errors.', parsed.errors);
      await counted(request, response);
      response.status(202);
      response.setHeader('Cache-Control', 'no-store');
      sendJson(request, response, { status: 'sent' });
      // Only now, so that neither the answer nor its time tells anything of the address.
      ask(parsed.value).catch((error: unknown) => {
        log(`Asking to confirm failed: ${error instanceof Error ? error.name : typeof error}`);
      });
    }),
  };
}

/** `/api/following/{token}`: what is followed; POST confirms it, DELETE erases it. */
export function followerEndpoints(context: Context): Endpoints {
  return {
    GET: endpoint(async (request, response) => {
      response.setHeader('Cache-Control', 'no-store');
      sendJson(request, response, await viewOf(pathParameter(request, 'token'), context));
    }),
    POST: endpoint(async (request, response) => {
      const token = pathParameter(request, 'token');
      await viewOf(token, context);
      const parsed = parseWith(action, await readJson(request, [JSON_TYPE]));
      if (!parsed.ok) throw new HttpProblem(422, 'It breaks a rule; see errors.', parsed.errors);
      if (!(await confirmFollower(token, context))) throw unknownFollower();
      response.setHeader('Cache-Control', 'no-store');
      sendJson(request, response, await viewOf(token, context));
    }),
    DELETE: stopEndpoint(context),
  };
}

/**
 * `POST /api/following/{token}/stop`: what a mail program's own button sends (RFC 8058 §3.2). The
 * body says nothing that the address does not, so it is not looked at.
 */
export function stopEndpoint(context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const isErased = await eraseFollower(pathParameter(request, 'token'), context);
    if (!isErased) throw unknownFollower();
    response.status(204).end();
  });
}

async function viewOf(token: string, context: Context): Promise<FollowerView> {
  const { key } = context.following;
  const view = key && (await followerView(token, key, context));
  if (!view) throw unknownFollower();
  return view;
}

/** The same for tokens that never were, and for who left or did not confirm in time. */
function unknownFollower(): HttpProblem {
  return new HttpProblem(404, 'Nobody is known by this address, or not any more.');
}
