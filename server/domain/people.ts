import { z } from 'zod';
import { plainText } from '../../data/incident/text.ts';
import { ROLES } from './roles.ts';

/** Who acts in the audit log without being a person. */
export const COMMAND_LINE = 'the command line';
export const THE_MAP = 'the map';
const NO_PERSON = [COMMAND_LINE, THE_MAP, 'published without review'];

export const personName = plainText(80).refine(
  (name) => !NO_PERSON.includes(name.toLowerCase()) && !/^the /i.test(name),
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
