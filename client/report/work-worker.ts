import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { handler } from 'altcha-lib/workers/shared';

/** Looks for the solution of a challenge, away from the page, which so never stands still. */
handler({ deriveKey });
