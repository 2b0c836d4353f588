import type { Request, Response } from 'express';
import type { z } from 'zod';
import { parseWith } from '../../domain/field-errors.ts';
import type { Actor, Outcome, Refusal } from '../../domain/ports/report-desk.ts';
import type { Role } from '../../domain/roles.ts';
import { readJson } from '../body.ts';
import type { Context } from '../context.ts';
import { JSON_TYPE } from '../links.ts';
import { HttpProblem } from '../problem.ts';
import { sendJson } from '../send.ts';
import type { ModeratorsOnly } from '../session.ts';

/**
 * @returns who asks, and when.
 * @throws HttpProblem 403 where their role does not hold the one that is needed.
 */
export function actorOf(
  request: Request,
  moderators: ModeratorsOnly,
  { surroundings }: Pick<Context, 'surroundings'>,
  needed: Role,
): Actor {
  const { id, name } = moderators.withRole(request, needed);
  return { id, name, at: surroundings.now() };
}

/** @throws HttpProblem 422 where the body breaks the schema, or what `readJson` throws. */
export async function readAct<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const result = parseWith(schema, await readJson(request, [JSON_TYPE]));
  if (result.ok) return result.value;
  throw new HttpProblem(422, 'The act breaks a rule; see errors.', result.errors);
}

/** Answers what was done; throws what was not. */
export function sendOutcome(request: Request, response: Response, outcome: Outcome): void {
  if (outcome.why !== null) throw refusalProblem(outcome);
  const { revision, status, incidentId } = outcome;
  sendJson(request, response, { revision, status, incidentId });
}

export function refusalProblem(refusal: Refusal): HttpProblem {
  return new HttpProblem(STATUSES[refusal.why], refusalWords(refusal));
}

const STATUSES: Readonly<Record<Refusal['why'], number>> = {
  claimed: 409,
  not_found: 404,
  decided: 409,
  stale: 412,
  incident_not_found: 404,
  incident_stale: 412,
  other_not_found: 404,
  other_decided: 409,
  other_stale: 412,
  undecided: 409,
  erased: 409,
  has_merged: 409,
  merge_is_past: 409,
};

/** @returns why an act was not done, and what to do about it. */
export function refusalWords(refusal: Refusal): string {
  return refusal.why === 'claimed'
    ? `${refusal.by} is working on it; take another report, or ask them to release it.`
    : WORDS[refusal.why];
}

const WORDS: Readonly<Record<Exclude<Refusal['why'], 'claimed'>, string>> = {
  not_found: 'No such report.',
  decided: 'It is decided already, or the reporter withdrew it; read the queue again.',
  stale: 'It has changed since you read it; read it again.',
  incident_not_found: 'No such incident is on the map.',
  incident_stale: 'The incident has changed since you read it; read it again.',
  other_not_found: 'No such other report.',
  other_decided: 'The other report is decided, or stands under a third; read the queue again.',
  other_stale: 'The other report has changed since you read it; read it again.',
  undecided: 'There is no decision on it to take back.',
  erased: 'What it said has been erased; the decision can no longer be taken back.',
  has_merged:
    'Other reports were merged into the incident that it became. Take those merges back first.',
  merge_is_past:
    'What it was merged into has been decided or withdrawn since. Take that back first.',
};
