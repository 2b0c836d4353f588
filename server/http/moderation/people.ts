import type { Request } from 'express';
import { invitationRequest, personChangeRequest } from '../../domain/people.ts';
import type { Role } from '../../domain/roles.ts';
import { inviteModerator } from '../../domain/sign-in.ts';
import type { Context } from '../context.ts';
import { Links } from '../links.ts';
import { HttpProblem } from '../problem.ts';
import { type Endpoint, type Endpoints, endpoint, pathParameter } from '../route.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';
import { actorOf, readAct } from './acting.ts';

/** `/api/moderation/people`: GET everyone, POST an invitation. */
export function peopleEndpoints(moderators: ModeratorsOnly, context: Context): Endpoints {
  const links = new Links(context.publicUrl);
  return {
    GET: endpoint(async (request, response) => {
      moderators.withRole(request, 'administrator');
      sendJson(request, response, await context.moderators.people(context.surroundings.now()));
    }),
    POST: endpoint(async (request, response) => {
      const by = actorOf(request, moderators, context, 'administrator');
      const invitation = await readAct(request, invitationRequest);
      const invited = await inviteModerator(invitation, by, context);
      if (invited.why !== null) throw inAnotherRole(invited);
      const { name, was, token } = invited;
      response.status(201);
      sendJson(request, response, { link: `${links.to('/moderation')}#${token}`, name, was });
    }),
  };
}

/** `PUT /api/moderation/people/{id}`: another role, or no longer active; ends their sessions. */
export function personEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const by = actorOf(request, moderators, context, 'administrator');
    const change = await readAct(request, personChangeRequest);
    const changed = await context.moderators.change(personId(request), change, by);
    if (changed === 'unknown') throw unknownPerson();
    if (changed === 'last_administrator') throw lastAdministrator();
    response.status(204).end();
  });
}

/** `DELETE /api/moderation/people/{id}/sessions`: ends all that hold. */
export function personSessionsEndpoint(moderators: ModeratorsOnly, context: Context): Endpoint {
  return endpoint(async (request, response) => {
    const by = actorOf(request, moderators, context, 'administrator');
    const ended = await context.moderators.endSessionsOf(personId(request), by);
    if (ended === null) throw unknownPerson();
    response.status(204).end();
  });
}

function personId(request: Request): number {
  const id = pathParameter(request, 'id');
  if (!/^\d{1,9}$/.test(id)) throw unknownPerson();
  return Number(id);
}

function inAnotherRole({ name, role }: { name: string; role: Role }): HttpProblem {
  return new HttpProblem(
    409,
    `${name} is here already, as ${role}. Invite them as that, or change their role first.`,
  );
}

function unknownPerson(): HttpProblem {
  return new HttpProblem(404, 'No such person was invited here.');
}

function lastAdministrator(): HttpProblem {
  return new HttpProblem(
    409,
    'They are the last administrator. Make another person administrator first.',
  );
}
