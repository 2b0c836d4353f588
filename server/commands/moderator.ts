import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { COMMAND_LINE, personName, personNamed } from '../domain/people.ts';
import { ROLES, type Role } from '../domain/roles.ts';
import { inviteModerator, LINK_HOURS } from '../domain/sign-in.ts';
import { type Environment, readSettings, type Settings, SettingsError } from '../settings.ts';
import { openSqliteStore, type SqliteStore } from '../store/sqlite/open.ts';
import { StoreError } from '../store/sqlite/store-error.ts';
import { asksForHelp } from './help.ts';
import { missingDatabase } from './missing-database.ts';

const USAGE = `Usage: npm run moderator -- add NAME [--role ${ROLES.join('|')}]   prints a sign-in link that works once
       npm run moderator -- list                prints who there is
       npm run moderator -- revoke NAME         ends their sessions, and lets them sign in no more`;

const LAST_ADMINISTRATOR =
  'is the last administrator. Make another first: npm run moderator -- add NAME --role administrator';

const NEEDS_SAME_DATABASE = 'The link signs in to no server that has another DATABASE_URL.';

type Order =
  | { readonly verb: 'add'; readonly name: string; readonly role: Role | null }
  | { readonly verb: 'revoke'; readonly name: string }
  | { readonly verb: 'list' };

/**
 * `npm run moderator -- add NAME [--role R] | list | revoke NAME`, also while the server runs.
 * @param options what stands after the `--`.
 * @returns the exit code: 0; 1 where the database or a setting cannot be used, or the order cannot
 *   be carried out; 2 for wrong usage.
 */
export async function moderatorCommand(
  options: readonly string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  if (asksForHelp(options)) {
    print(USAGE);
    return 0;
  }
  const order = readOrder(options);
  if (typeof order === 'string') {
    print(`${order}\n${USAGE}`);
    return 2;
  }
  try {
    const settings = readSettings(environment);
    const { path } = settings.database;
    const missing = missingDatabase(path);
    if (missing !== null && order.verb !== 'add') {
      print(missing);
      return 1;
    }
    const store = await openSqliteStore(path);
    if (missing !== null)
      print(`Made the database ${path}, since it was not there. ${NEEDS_SAME_DATABASE}`);
    try {
      const refused = await carryOut(order, store, settings, print);
      if (refused !== null) print(refused);
      return refused === null ? 0 : 1;
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof StoreError)) throw error;
    print(error.message);
    return 1;
  }
}

/** @returns what is wrong with the order, else what is to be done. */
function readOrder(options: readonly string[]): Order | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...options],
      options: { role: { type: 'string' } },
      allowPositionals: true,
    });
    const [verb, ...words] = positionals;
    if (verb !== 'add' && verb !== 'list' && verb !== 'revoke') {
      return `Received ${verb === undefined ? 'nothing to do' : JSON.stringify(verb)}; accepted is add, list or revoke.`;
    }
    if (verb !== 'add' && values.role !== undefined) {
      return `--role: received with ${verb}; accepted with add alone.`;
    }
    if (verb === 'list') {
      return words.length === 0
        ? { verb }
        : `list: received ${JSON.stringify(words.join(' '))}; accepted is nothing more.`;
    }
    const name = personName.safeParse(words.join(' '));
    if (!name.success) return `NAME: ${name.error.issues[0]?.message}`;
    if (verb === 'revoke') return { verb, name: name.data };
    const role = ROLES.find((known) => known === values.role) ?? null;
    if (values.role !== undefined && role === null) {
      return `--role: received ${JSON.stringify(values.role)}; accepted is ${ROLES.join(', ')}.`;
    }
    return { verb, name: name.data, role };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}

/** @returns why it could not be done, or null. */
async function carryOut(
  order: Order,
  { moderators }: SqliteStore,
  settings: Settings,
  print: (line: string) => void,
): Promise<string | null> {
  const surroundings = { now: () => Date.now(), randomBytes };
  const by = { name: COMMAND_LINE, at: surroundings.now() };
  const people = await moderators.people(by.at);
  if (order.verb === 'list') {
    for (const { name, role, active, sessions } of people) {
      print(`${name}: ${active ? `${role}, ${sessions} sessions` : 'revoked'}`);
    }
    if (people.length === 0) print('Nobody yet: npm run moderator -- add NAME');
    return null;
  }
  const person = personNamed(people, order.name);
  const name = person?.name ?? order.name;
  if (order.verb === 'revoke') {
    const done = person
      ? await moderators.change(person.id, { active: false }, by)
      : ('unknown' as const);
    if (done === 'last_administrator') return `${name} ${LAST_ADMINISTRATOR}`;
    if (done === 'unknown') return `${name} is nobody here; see npm run moderator -- list`;
    print(`${name} is signed out everywhere and can sign in no more.`);
    return null;
  }
  const { role } = order;
  if (person?.active && role !== null && role !== person.role) {
    const changed = await moderators.change(person.id, { role }, by);
    if (changed === 'last_administrator') return `${name} ${LAST_ADMINISTRATOR}`;
    print(
      `${name} was ${person.role}, and is ${role} from now on; they are signed out everywhere.`,
    );
  }
  const invited = await inviteModerator(order, by, { moderators, surroundings });
  if (invited.why !== null)
    return `${name} is ${invited.role} by now; see npm run moderator -- list`;
  if (invited.was === 'active') print(`${name} was here already; earlier links hold no longer.`);
  if (invited.was === 'inactive') print(`${name} was revoked before, and may sign in again.`);
  if (role === null && invited.role === 'administrator' && !person) {
    print(
      `There was no administrator, so ${name} is one; --role moderator would have made them less.`,
    );
  }
  print(`Sign-in link for ${name}, ${invited.role}. It works once, within ${LINK_HOURS} hours:`);
  print(`${settings.publicUrl ?? `http://localhost:${settings.port}`}/moderation#${invited.token}`);
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await moderatorCommand(process.argv.slice(2), process.env, (line) =>
    console.log(line),
  );
}
