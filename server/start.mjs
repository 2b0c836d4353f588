// Plain JavaScript that any Node with modules can read, so that an old one is told what to do
// instead of failing in the middle of TypeScript.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));

if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
  fail(
    `This needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. Install one from https://nodejs.org, then run npm ci && npm start.`,
  );
}
process.chdir(root);
if (process.argv.includes('--dev')) develop();
else start();

function start() {
  import('tsx/esm/api').then(
    (tsx) => {
      tsx.register();
      import('./main.ts').then((main) => main.run(process.env, process.argv.slice(2)));
    },
    (error) => {
      if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
      fail('The packages that this needs are not installed: run npm ci, then npm start.');
    },
  );
}

/** Two processes: one builds the client when its files change, one serves and restarts when its own do. */
function develop() {
  const find = createRequire(import.meta.url).resolve;
  const vite = find('vite/package.json').replace('package.json', 'bin/vite.js');
  const commands = [
    [vite, 'build', '--watch', '--config=client/vite.config.ts', '--logLevel=warn'],
    [find('tsx/cli'), 'watch', '--clear-screen=false', 'server/start.mjs', '--without-build'],
  ];
  const children = commands.map((command) =>
    spawn(process.execPath, command, { stdio: 'inherit', cwd: root }),
  );
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  for (const child of children) child.on('exit', stop);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
