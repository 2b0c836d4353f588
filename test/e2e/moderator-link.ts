import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RunningServer } from '../running-server.ts';

/** @returns the link that `npm run moderator -- add NAME` prints, run beside the server. */
export async function moderatorLink(server: RunningServer, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['run', '--silent', 'moderator', '--', 'add', name],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, DATABASE_URL: server.databaseUrl, PUBLIC_URL: server.origin },
    },
  );
  const link = /https?:\/\/\S+\/moderation#\S+/.exec(stdout)?.[0];
  if (link === undefined) throw new Error(`no link in: ${stdout}`);
  return link;
}
