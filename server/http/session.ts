import type { Request, RequestHandler } from 'express';
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

/** Looks up once a request who sends it, and tells the endpoints behind it. */
export class ModeratorsOnly {
  private readonly moderators = new WeakMap<Request, Moderator>();
  constructor(
    private readonly cookie: SessionCookie,
    private readonly context: Context,
  ) {}

  /** Answers 401 where the request carries no session that holds. */
  readonly guard: RequestHandler = async (request, _response, next) => {
    const moderator = await moderatorOf(request, this.cookie, this.context);
    if (!moderator) throw unknownModerator();
    this.moderators.set(request, moderator);
    next();
  };

  /** @throws HttpProblem 401 for a request that did not come by the guard. */
  of(request: Request): Moderator {
    const moderator = this.moderators.get(request);
    if (!moderator) throw unknownModerator();
    return moderator;
  }
}

async function moderatorOf(
  request: Request,
  cookie: SessionCookie,
  context: Context,
): Promise<Moderator | null> {
  const token = cookie.read(request);
  return token === null ? null : signedIn(token, context);
}

function unknownModerator(): HttpProblem {
  return new HttpProblem(401, 'Sign in with the one-time link of a moderator.', [], {
    'WWW-Authenticate': 'Session realm="moderation"',
  });
}

/** `/api/moderation/session`: POST a link's token to sign in, GET who is signed in (`name` is null where nobody is), DELETE to sign out. */
export function sessionEndpoints(cookie: SessionCookie, context: Context): Endpoints {
  return {
    GET: endpoint(async (request, response) => {
      const moderator = await moderatorOf(request, cookie, context);
      sendJson(request, response, { name: moderator?.name ?? null });
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
