import { ROLES, type Role } from '../api/moderation-access.ts';
import type { Page } from './address.ts';

/** The least role that each page is for. */
export const NEEDED: Readonly<Record<Page['kind'], Role>> = {
  queue: 'moderator',
  incidents: 'editor',
  incident: 'editor',
  people: 'administrator',
  audit: 'administrator',
  access: 'moderator',
};

/** @returns whether a role may do what another is needed for; the server judges it again. */
export function holds(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
