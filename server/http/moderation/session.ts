import type { Response } from 'express';
import { parseWith } from '../../domain/field-errors.ts';
import {
  passphraseRequest,
  passphraseSignIn,
  setPassphrase,
  signInByPassphrase,
} from '../../domain/passphrase-sign-in.ts';
import { linkSignIn, SESSION_HOURS, signIn, signOut } from '../../domain/sign-in.ts';
import { readJson } from '../body.ts';
import type { Context } from '../context.ts';
import { JSON_TYPE } from '../links.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, type Endpoints, endpoint } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { readAct } from './acting.ts';

/**
 * `/api/moderation/session`: POST a link's token, or a name and passphrase, to sign in; GET who is
 * signed in (`name` is null where nobody is); DELETE to sign out.
 */
export function sessionEndpoints(
  moderators: ModeratorsOnly,
  cookie: SessionCookie,
  context: Context,
): Endpoints {
  const { credentials } = context;
  return {
    GET: endpoint(async (request, response) => {
      const moderator = await moderators.find(request);
      if (!moderator) {
        sendJson(request, response, { name: null, role: null, passkeys: 0, hasPassphrase: false });
        return;
      }
      const { id, name, role } = moderator;
      const [passkeys, hasPassphrase] = await Promise.all([
        credentials.passkeysOf(id),
        credentials.hasPassphrase(id),
      ]);
      sendJson(request, response, { name, role, passkeys: passkeys.length, hasPassphrase });
    }),
    POST: endpoint(async (request, response) => {
      const body = await readJson(request, [JSON_TYPE]);
      const isByName = typeof body === 'object' && body !== null && 'passphrase' in body;
      const token = await (isByName ? byPassphrase(body, context) : byLink(body, context));
      startSession(response, token, cookie);
    }),
    DELETE: endpoint(async (request, response) => {
      const token = cookie.read(request);
      if (token !== null) await signOut(token, context);
      cookie.write(response, '', 0);
      response.status(204).end();
    }),
  };
}

/** Answers who has signed in with the session's cookie. */
export function startSession(response: Response, token: string, cookie: SessionCookie): void {
  cookie.write(response, token, SESSION_HOURS * 3600);
  response.status(204).end();
}

async function byLink(body: unknown, context: Context): Promise<string> {
  const parsed = parseWith(linkSignIn, body);
  if (!parsed.ok) throw new HttpProblem(422, 'That is no sign-in.', parsed.errors);
  const signed = await signIn(parsed.value.token, context);
  if (signed === 'unknown') throw new HttpProblem(404, 'No such link was made here.');
  if (signed === 'used') {
    throw new HttpProblem(410, 'This link was used or has expired; ask for a new one.');
  }
  return signed.token;
}

async function byPassphrase(body: unknown, context: Context): Promise<string> {
  const parsed = parseWith(passphraseSignIn, body);
  if (!parsed.ok) throw new HttpProblem(422, 'That is no sign-in.', parsed.errors);
  const signed = await signInByPassphrase(parsed.value, context.passphraseAttempts, context);
  if (signed === 'wrong') throw wrongSignIn('The name or the passphrase is wrong.');
  if ('waitMs' in signed) {
    const seconds = Math.ceil(signed.waitMs / 1000);
    throw new HttpProblem(
      429,
      `Too many passphrases were tried. Wait ${Math.ceil(seconds / 60)} minutes, or sign in with a passkey or a one-time link.`,
      [],
      { 'Retry-After': String(seconds) },
    );
  }
  return signed.token;
}

export function wrongSignIn(detail: string): HttpProblem {
  return new HttpProblem(401, detail, [], { 'WWW-Authenticate': 'Session realm="moderation"' });
}

/** `PUT /api/moderation/passphrase`: sets one's own, and ends one's other sessions. */
export function passphraseEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const { passphrase } = await readAct(request, passphraseRequest);
    await setPassphrase(moderators.of(request), passphrase, context);
    response.status(204).end();
  });
}
