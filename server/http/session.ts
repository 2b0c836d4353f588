import type { Request } from 'express';
import { parseWith } from '../domain/field-errors.ts';
import type { Moderator } from '../domain/ports/moderator-store.ts';
import { SESSION_HOURS, signedIn, signIn, signInRequest, signOut } from '../domain/sign-in.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { JSON_TYPE } from './links.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoints, endpoint } from './route.ts';
import { sendJson } from './send.ts';
import type { SessionCookie } from './session-cookie.ts';

/** @throws HttpProblem 401 where the request carries no session that holds. */
export async function requireModerator(
  request: Request,
  cookie: SessionCookie,
  context: Context,
): Promise<Moderator> {
  const token = cookie.read(request);
  const moderator = token === null ? null : await signedIn(token, context);
  if (moderator) return moderator;
  throw new HttpProblem(401, 'Sign in with the one-time link of a moderator.', [], {
    'WWW-Authenticate': 'Session realm="moderation"',
  });
}

/** `/api/moderation/session`: POST a link's token to sign in, GET who is signed in, DELETE to sign out. */
export function sessionEndpoints(cookie: SessionCookie, context: Context): Endpoints {
  return {
    GET: endpoint(async (request, response) => {
      const { name } = await requireModerator(request, cookie, context);
      sendJson(request, response, { name });
    }),
    POST: endpoint(async (request, response) => {
      const parsed = parseWith(signInRequest, await readJson(request, [JSON_TYPE]));
      if (!parsed.ok) throw new HttpProblem(422, 'That is no sign-in.', parsed.errors);
      const signed = await signIn(parsed.value.token, context);
      if (signed === 'unknown') throw new HttpProblem(404, 'No such link was made here.');
      if (signed === 'used') {
        throw new HttpProblem(410, 'This link was used or has expired; ask for a new one.');
      }
      cookie.write(response, signed.token, SESSION_HOURS * 3600);
      response.status(204).end();
    }),
    DELETE: endpoint(async (request, response) => {
      const token = cookie.read(request);
      if (token !== null) await signOut(token, context);
      cookie.write(response, '', 0);
      response.status(204).end();
    }),
  };
}
