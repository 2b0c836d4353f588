import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../client-build.ts';

/** `npm run build`: the pages, as `npm start` would build them, so that it finds them built. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = await buildClient(root, (line) => console.log(line));
console.log(`The pages lie in ${relative(root, folder)}.`);
