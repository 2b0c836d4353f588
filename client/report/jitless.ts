import { z } from 'zod';

/** Our CSP forbids `eval`; zod must know before it first parses, or the browser logs a violation. */
z.config({ jitless: true });
