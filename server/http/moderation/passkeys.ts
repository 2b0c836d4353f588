import type { z } from 'zod';
import { parseWith } from '../../domain/field-errors.ts';
import type { PasskeyChallenges } from '../../domain/passkey-challenges.ts';
import { passkeySignIn, passkeyToAdd } from '../../domain/passkey-requests.ts';
import {
  addingOptions,
  addPasskey,
  MOST_PASSKEYS,
  signInByPasskey,
  signInOptions,
} from '../../domain/passkeys.ts';
import { readJson } from '../body.ts';
import type { Context } from '../context.ts';
import { JSON_TYPE } from '../links.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';
import type { SessionCookie } from '../session-cookie.ts';
import { startSession, wrongSignIn } from './session.ts';

/** `POST /api/moderation/session/passkey-options`: what a browser asks its passkeys with. */
export function signInOptionsEndpoint(challenges: PasskeyChallenges, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    sendJson(request, response, await signInOptions(challenges, context));
  });
}

/** `POST /api/moderation/session/passkey`: signs in. */
export function passkeySignInEndpoint(
  challenges: PasskeyChallenges,
  cookie: SessionCookie,
  context: Context,
): Endpoint {
  return endpoint(async (request, response) => {
    const signed = parseWith(passkeySignIn, await readJson(request, [JSON_TYPE]));
    if (!signed.ok) throw new HttpProblem(422, 'That is no answer of a passkey.', signed.errors);
    const session = await signInByPasskey(signed.value, challenges, context);
    if (!session) {
      throw wrongSignIn('This passkey is not known here, or took too long; try again.');
    }
    startSession(response, session.token, cookie);
  });
}

/** `POST /api/moderation/passkeys/options`: what a browser makes a new passkey with. */
export function addingOptionsEndpoint(
  moderators: ModeratorsOnly,
  challenges: PasskeyChallenges,
  context: Context,
): Endpoint {
  return endpoint(async (request, response) => {
    sendJson(request, response, await addingOptions(moderators.of(request), challenges, context));
  });
}

const REFUSALS = {
  wrong: new HttpProblem(422, 'The passkey did not sign what was asked, or took too long.'),
  known: new HttpProblem(409, 'This passkey is known already.'),
  too_many: new HttpProblem(409, `At most ${MOST_PASSKEYS} passkeys; delete one first.`),
};

/** `/api/moderation/passkeys`: GET one's own, POST a new one. */
export function passkeysEndpoints(
  moderators: ModeratorsOnly,
  challenges: PasskeyChallenges,
  context: Context,
): Endpoints {
  return {
    GET: endpoint(async (request, response) => {
      const passkeys = await context.credentials.passkeysOf(moderators.of(request).id);
      const shown = passkeys.map(({ id, addedOn, transports }) => ({ id, addedOn, transports }));
      sendJson(request, response, shown);
    }),
    POST: endpoint(async (request, response) => {
      const made = parseWith<z.infer<typeof passkeyToAdd>>(
        passkeyToAdd,
        await readJson(request, [JSON_TYPE]),
      );
      if (!made.ok) throw new HttpProblem(422, 'That is no new passkey.', made.errors);
      const added = await addPasskey(moderators.of(request), made.value, challenges, context);
      if (added !== 'added') throw REFUSALS[added];
      response.status(204).end();
    }),
  };
}

/** `DELETE /api/moderation/passkeys/{id}`: one of one's own. */
export function deletePasskeyEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const now = context.surroundings.now();
    if (!(await context.credentials.deletePasskey(moderators.of(request), id, now))) {
      throw new HttpProblem(404, 'You have no such passkey.');
    }
    response.status(204).end();
  });
}
