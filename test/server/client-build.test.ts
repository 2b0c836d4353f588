import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { beforeEach, expect, it } from 'vitest';
import { buildClient } from '../../server/client-build.ts';
import { temporaryFolder } from './store/temporary-folder.ts';

const CONFIG = 'client/vite.config.ts';

let root: string;
let said: string[];
beforeEach(async () => {
  root = await temporaryFolder();
  said = [];
  await mkdir(join(root, 'client'));
  await mkdir(join(root, 'data'));
  await writeFile(join(root, 'package-lock.json'), '{}');
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await writeFile(join(root, 'client/index.html'), '<script type="module" src="page.js"></script>');
  await writeFile(join(root, 'client/page.js'), `console.log('${'page '.repeat(500)}')`);
  const out = { outDir: '../.build/client', emptyOutDir: true };
  const config = { root: join(root, 'client'), build: out, logLevel: 'silent' };
  await writeFile(join(root, CONFIG), `export default ${JSON.stringify(config)}`);
});

/** @returns whether the pages had to be built, and whether they lie there compressed too. */
async function built() {
  const before = said.length;
  const folder = await buildClient(root, (line) => said.push(line));
  const files = await readdir(join(folder, 'assets'));
  return {
    anew: said.length > before,
    isCompressed: files.some((name) => name.endsWith('.js.br')),
  };
}

it('builds the pages once, compressed too, and again where they have changed', async () => {
  expect(await built()).toEqual({ anew: true, isCompressed: true });
  expect(await built()).toEqual({ anew: false, isCompressed: true });
  await writeFile(join(root, 'client/page.js'), `console.log('${'more '.repeat(600)}')`);
  expect(await built()).toEqual({ anew: true, isCompressed: true });
});

it('builds over what Vite alone has made meanwhile, as npm run dev does', async () => {
  await built();
  await build({ configFile: join(root, CONFIG) });
  expect(await built()).toEqual({ anew: true, isCompressed: true });
});
