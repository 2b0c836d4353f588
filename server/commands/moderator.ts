import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { plainText } from '../../data/incident/text.ts';
import { inviteModerator, LINK_HOURS } from '../domain/sign-in.ts';
import { type Environment, readSettings, SettingsError } from '../settings.ts';
import { openSqliteStore } from '../store/sqlite/open.ts';
import { StoreError } from '../store/sqlite/store-error.ts';

const USAGE = 'Usage: npm run moderator -- add NAME   (prints a sign-in link that works once)';
const moderatorName = plainText(80);

/**
 * `npm run moderator -- add NAME`: prints a one-time sign-in link, also while the server runs.
 * @param options what stands after the `--`.
 * @returns the exit code: 0; 1 where the database or a setting cannot be used; 2 for wrong usage.
 */
export async function moderatorCommand(
  options: readonly string[],
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  const [verb, ...words] = options;
  const name = moderatorName.safeParse(words.join(' '));
  if (verb !== 'add' || words.length === 0) {
    print(USAGE);
    return 2;
  }
  if (!name.success) {
    print(`NAME: ${name.error.issues[0]?.message} ${USAGE}`);
    return 2;
  }
  try {
    const { database, publicUrl, port } = readSettings(environment);
    const store = await openSqliteStore(database.path);
    const surroundings = { now: () => Date.now(), randomBytes };
    const token = await inviteModerator(name.data, { moderators: store.moderators, surroundings });
    await store.close();
    print(`Sign-in link for ${name.data}. It works once, within ${LINK_HOURS} hours:`);
    print(`${publicUrl ?? `http://localhost:${port}`}/moderation#${token}`);
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof StoreError)) throw error;
    print(error.message);
    return 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await moderatorCommand(process.argv.slice(2), process.env, (line) =>
    console.log(line),
  );
}
