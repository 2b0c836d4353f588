/** What someone may do behind the map; each role holds those before it. */
export const ROLES = ['moderator', 'editor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** @returns whether `role` may do what `needed` may. */
export function holds(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
