import { z } from 'zod';
import { plainText } from '../../data/incident/text.ts';
import { ROLES } from './roles.ts';

/** Who acts in the audit log without being a person. */
export const COMMAND_LINE = 'the command line';
export const THE_MAP = 'the map';
const NO_PERSON = [COMMAND_LINE, THE_MAP, 'published without review'];

/**
 * @returns what is the same for names that a reader may take for one: in capitals or not, with other
 *   blanks, with letters that show nothing or stand for others.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC');
}

/** @returns whose name it is, however it is written; where two have it from before, who writes it so. */
export function personNamed<Named extends { readonly name: string }>(
  people: readonly Named[],
  name: string,
): Named | undefined {
  const key = nameKey(name);
  return people.find((one) => one.name === name) ?? people.find((one) => nameKey(one.name) === key);
}

export const personName = plainText(80).refine(
  (name) => !NO_PERSON.includes(nameKey(name)) && !nameKey(name).startsWith('the '),
  { error: 'The audit log uses such names for what no person did; take another.' },
);

const role = z.enum(ROLES, { error: `Expected one of ${ROLES.join(', ')}.` });

export const invitationRequest = z.strictObject({ name: personName, role });

/** Either another role, or no longer active. */
export const personChangeRequest = z.union(
  [
    z.strictObject({ role }),
    z.strictObject({
      active: z.literal(false, {
        error: 'Expected false; who is to come back is invited again.',
      }),
    }),
  ],
  { error: `Expected either a role (${ROLES.join(', ')}) or "active": false.` },
);
