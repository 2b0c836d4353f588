import type { Request, RequestHandler } from 'express';
import type { SignedIn } from '../domain/ports/moderator-store.ts';
import { holds, type Role } from '../domain/roles.ts';
import { signedIn } from '../domain/sign-in.ts';
import type { Context } from './context.ts';
import { HttpProblem } from './problem.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Looks up once a request who sends it, and tells the endpoints behind it. */
export class ModeratorsOnly {
  private readonly moderators = new WeakMap<Request, SignedIn>();
  constructor(
    private readonly cookie: SessionCookie,
    private readonly context: Pick<Context, 'moderators' | 'surroundings'>,
  ) {}

  /** Answers 401 where the request carries no session that holds. */
  readonly guard: RequestHandler = async (request, _response, next) => {
    const moderator = await this.find(request);
    if (!moderator) throw unknownModerator();
    this.moderators.set(request, moderator);
    next();
  };

  /** @returns who sends a request, also one that did not come by the guard; null: nobody. */
  async find(request: Request): Promise<SignedIn | null> {
    const token = this.cookie.read(request);
    return token === null ? null : signedIn(token, this.context);
  }

  /** @throws HttpProblem 401 for a request that did not come by the guard. */
  of(request: Request): SignedIn {
    const moderator = this.moderators.get(request);
    if (!moderator) throw unknownModerator();
    return moderator;
  }

  /**
   * @returns who sends a request, if their role holds the one that is needed.
   * @throws HttpProblem 403 that says which role is.
   */
  withRole(request: Request, needed: Role): SignedIn {
    const moderator = this.of(request);
    if (holds(moderator.role, needed)) return moderator;
    const detail = `This needs the role ${needed}; yours is ${moderator.role}. An administrator can change it.`;
    throw new HttpProblem(403, detail, [], {}, { requiredRole: needed });
  }
}

function unknownModerator(): HttpProblem {
  return new HttpProblem(
    401,
    'Sign in first: with a passkey, your passphrase, or the one-time link of a moderator.',
    [],
    { 'WWW-Authenticate': 'Session realm="moderation"' },
  );
}
