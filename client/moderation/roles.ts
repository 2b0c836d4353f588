import { ROLES, type Role } from '../api/moderation-access.ts';

/** @returns whether a role may do what another is needed for; the server judges it again. */
export function holds(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
