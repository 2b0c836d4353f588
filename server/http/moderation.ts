import type { Express } from 'express';
import { PasskeyChallenges } from '../domain/passkey-challenges.ts';
import type { Context } from './context.ts';
import { auditEndpoint } from './moderation/audit.ts';
import { duplicatesEndpoint } from './moderation/duplicates.ts';
import { incidentEndpoints, undoIncidentEndpoint } from './moderation/incidents.ts';
import {
  addingOptionsEndpoint,
  deletePasskeyEndpoint,
  passkeySignInEndpoint,
  passkeysEndpoints,
  signInOptionsEndpoint,
} from './moderation/passkeys.ts';
import { peopleEndpoints, personEndpoint, personSessionsEndpoint } from './moderation/people.ts';
import { queuedReportEndpoint, queueEndpoint, reportPhotoEndpoint } from './moderation/queue.ts';
import { rejectManyEndpoint, reportActs, reportEndpoints } from './moderation/report-acts.ts';
import { pauseEndpoint } from './moderation/reporting.ts';
import { passphraseEndpoint, sessionEndpoints } from './moderation/session.ts';
import { endSessionEndpoint, sessionsEndpoint } from './moderation/session-list.ts';
import { serve } from './route.ts';
import { ModeratorsOnly } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';

const PATH = '/api/moderation';

/**
 * Everything under `/api/moderation`. Without a session every path but the session's own answers
 * 401, whether it exists or not.
 */
export function serveModeration(app: Express, cookie: SessionCookie, context: Context): void {
  app.use(PATH, cookie.strictGuard, (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const moderators = new ModeratorsOnly(cookie, context);
  const challenges = new PasskeyChallenges(context.surroundings.now);
  serve(app, `${PATH}/session`, sessionEndpoints(moderators, cookie, context));
  serve(app, `${PATH}/session/passkey-options`, {
    POST: signInOptionsEndpoint(challenges, context),
  });
  serve(app, `${PATH}/session/passkey`, {
    POST: passkeySignInEndpoint(challenges, cookie, context),
  });
  app.use(PATH, moderators.guard);
  serveOwnAccess(app, moderators, challenges, context);
  serveAdministration(app, moderators, context);

  serve(app, `${PATH}/queue`, { GET: queueEndpoint(moderators, context) });
  serve(app, `${PATH}/reject`, { POST: rejectManyEndpoint(moderators, context) });
  serve(app, `${PATH}/reports/:id`, {
    GET: queuedReportEndpoint(moderators, context),
    ...reportEndpoints(moderators, context),
  });
  serve(app, `${PATH}/reports/:id/duplicates`, { GET: duplicatesEndpoint(context) });
  serve(app, `${PATH}/reports/:id/photos/:photo`, { GET: reportPhotoEndpoint(context) });
  for (const [name, act] of Object.entries(reportActs(moderators, context))) {
    serve(app, `${PATH}/reports/:id/${name}`, { POST: act });
  }
  serve(app, `${PATH}/incidents/:id`, incidentEndpoints(moderators, context));
  serve(app, `${PATH}/incidents/:id/undo`, { POST: undoIncidentEndpoint(moderators, context) });
}

/** How one signs in, and where one is signed in. */
function serveOwnAccess(
  app: Express,
  moderators: ModeratorsOnly,
  challenges: PasskeyChallenges,
  context: Context,
): void {
  serve(app, `${PATH}/passkeys`, passkeysEndpoints(moderators, challenges, context));
  serve(app, `${PATH}/passkeys/options`, {
    POST: addingOptionsEndpoint(moderators, challenges, context),
  });
  serve(app, `${PATH}/passkeys/:id`, { DELETE: deletePasskeyEndpoint(moderators, context) });
  serve(app, `${PATH}/passphrase`, { PUT: passphraseEndpoint(moderators, context) });
  serve(app, `${PATH}/sessions`, { GET: sessionsEndpoint(moderators, context) });
  serve(app, `${PATH}/sessions/:id`, { DELETE: endSessionEndpoint(moderators, context) });
}

function serveAdministration(app: Express, moderators: ModeratorsOnly, context: Context): void {
  serve(app, `${PATH}/people`, peopleEndpoints(moderators, context));
  serve(app, `${PATH}/people/:id`, { PUT: personEndpoint(moderators, context) });
  serve(app, `${PATH}/people/:id/sessions`, {
    DELETE: personSessionsEndpoint(moderators, context),
  });
  serve(app, `${PATH}/reporting`, { PUT: pauseEndpoint(moderators, context) });
  serve(app, `${PATH}/audit`, { GET: auditEndpoint(moderators, context) });
}
