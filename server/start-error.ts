import { KeyFileError } from './following-key-file.ts';
import { SettingsError } from './settings.ts';
import { StoreError } from './store/sqlite/store-error.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * @returns what to tell the person who starts the server: what is wrong and what to do, without a
 *   stack trace. An error that nobody foresaw is told whole, so that it can be reported.
 */
export function startAdvice(error: unknown, place: Place | null): string {
  if (error instanceof SettingsError) return error.lines.join('\n');
  if (error instanceof StoreError || error instanceof KeyFileError) return error.message;
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen' || syscall === 'getaddrinfo') return listenAdvice(code, place);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${path ?? 'A folder'} cannot be written to (${code}). Give this user the right to write there.`;
  }
  if (code === 'ENOSPC') return 'The disk is full (ENOSPC). Make room, then start again.';
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The server could not start.\n${told}`;
}

function listenAdvice(code: string | undefined, place: Place | null): string {
  const { host, port } = place ?? { host: 'HOST', port: 0 };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} needs rights that this user does not have. Choose one above 1023: PORT=3000 npm start`;
    default:
      return `HOST ${host} is no address of this machine (${code}). Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
  }
}
