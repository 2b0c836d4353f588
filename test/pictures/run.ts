/**
 * `npm run pictures -- [--only NAME,NAME] [--out FOLDER] [--client FOLDER]`: takes a picture of every
 * state of the page at 360, 768 and 1440 px, in light and in dark, so that a person can look through
 * them. `.build/pictures/STATE-WIDTH-SCHEME.png`, and of each state one sheet, `sheets/STATE.png`.
 * NAME is a state's or the beginning of one; the pages are those of the newest sources, or those built
 * in the folder that --client names, to compare with.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildClient } from '../../server/client-build.ts';
import { openBrowser } from '../e2e/visitor.ts';
import { Maps } from './maps.ts';
import { writeSheet } from './sheet.ts';
import { SCHEMES, SCREENS, type Screen, type State } from './state.ts';
import { STATES } from './states.ts';
import { Photographer } from './take.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    out: { type: 'string', default: join(root, '.build/pictures') },
    client: { type: 'string' },
  },
});
const chosen = STATES.filter(({ name }) =>
  values.only.split(',').some((beginning) => name.startsWith(beginning)),
);
if (chosen.length === 0) {
  throw new RangeError(
    `--only: received ${values.only}; expected names, or beginnings of them, out of ${STATES.map(({ name }) => name).join(', ')}.`,
  );
}

const folder = resolve(values.out);
const sheets = join(folder, 'sheets');
mkdirSync(sheets, { recursive: true });
const clientFolder = values.client
  ? resolve(values.client)
  : await buildClient(root, (line) => console.log(line));
const bench = join(root, '.build/bench');
mkdirSync(bench, { recursive: true });
const maps = new Maps(clientFolder, bench);
const browser = await openBrowser();
const photographer = new Photographer(browser, maps, folder);
const taken = new Map<State, Map<Screen, string>>(chosen.map((state) => [state, new Map()]));
let missed = 0;
try {
  for (const screen of SCREENS) await takeAll(screen);
} finally {
  await browser.close();
  await maps.stop();
}

for (const [{ name }, pictures] of taken) {
  const rows = SCHEMES.map((scheme) =>
    [...pictures].filter(([screen]) => screen.scheme === scheme).map(([, path]) => path),
  );
  if (pictures.size > 0) await writeSheet(rows, join(sheets, `${name}.png`));
}
const count = [...taken.values()].reduce((sum, pictures) => sum + pictures.size, 0);
console.log(
  `${count} pictures of ${taken.size} states in ${folder}; sheets to look through in sheets/.`,
);
if (missed > 0) process.exitCode = 1;

async function takeAll(screen: Screen): Promise<void> {
  for (const [state, pictures] of taken) {
    if (!(state.widths ?? [screen.width]).includes(screen.width)) continue;
    if (!(state.schemes ?? [screen.scheme]).includes(screen.scheme)) continue;
    try {
      pictures.set(screen, await photographer.take(state, screen));
      process.stderr.write('.');
    } catch (error) {
      missed++;
      console.error(`\nNot reached: ${state.name}-${screen.width}-${screen.scheme}: ${error}`);
    }
  }
  await photographer.leave();
  process.stderr.write(` ${screen.width} ${screen.scheme}\n`);
}
