import { ApiError } from '../../api/failure.ts';

/** @returns why a passkey was not used or made, in words: the server's, or for the browser's refusal. */
export function passkeyProblem(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  const name = error instanceof Error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'AbortError':
      return 'No passkey was given: the question was closed or took too long. Try again, or sign in another way.';
    case 'InvalidStateError':
      return 'This device has a passkey for you already.';
    case 'NotSupportedError':
    case 'SecurityError':
      return 'This browser cannot use passkeys here. Use a passphrase or a one-time link.';
    default:
      return 'The passkey could not be used. Try again, or sign in another way.';
  }
}
