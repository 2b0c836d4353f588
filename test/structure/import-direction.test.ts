import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * client → data ← server, and in the server main → http → domain ← store, index, mail: the linter holds
 * it. Each row is a file with one import, linted with the project's own configuration.
 */
const refused = [
  ['data/time/a.ts', '../../server/main.ts'],
  ['data/time/b.ts', '../../client/state/state.ts'],
  ['data/time/c.ts', '../../test/run.ts'],
  ['data/time/d.ts', 'node:fs'],
  ['data/time/e.ts', 'fs'],
  ['data/time/f.ts', 'express'],
  ['client/state/a.ts', '../../server/domain/ports/views.ts'],
  ['client/state/b.ts', '../../test/run.ts'],
  ['client/state/c.ts', 'node:fs'],
  ['server/a.ts', '../client/state/state.ts'],
  ['server/b.ts', '../test/run.ts'],
  ['server/domain/a.ts', '../http/app.ts'],
  ['server/domain/b.ts', '../store/sqlite/open.ts'],
  ['server/domain/ports/c.ts', '../../index/views.ts'],
  ['server/domain/d.ts', '../main.ts'],
  ['server/store/sqlite/a.ts', '../../http/app.ts'],
  ['server/store/b.ts', '../index/views.ts'],
  ['server/store/sqlite/c.ts', '../../index/views.ts'],
  ['server/store/d.ts', '../../client/state/state.ts'],
  ['server/index/a.ts', '../store/sqlite/open.ts'],
  ['server/index/b.ts', '../http/app.ts'],
  ['server/http/a.ts', '../store/sqlite/open.ts'],
  ['server/http/routes/b.ts', '../../index/views.ts'],
  ['server/http/c.ts', '../../client/state/state.ts'],
  ['server/http/d.ts', '../main.ts'],
  ['server/http/e.ts', '../mail/smtp.ts'],
  ['server/domain/e.ts', '../mail/smtp.ts'],
  ['server/domain/following/f.ts', '../../mail/smtp.ts'],
  ['server/store/e.ts', '../mail/smtp.ts'],
  ['server/index/c.ts', '../mail/smtp.ts'],
  ['server/mail/a.ts', '../http/app.ts'],
  ['server/mail/b.ts', '../store/sqlite/open.ts'],
  ['server/mail/c.ts', '../index/views.ts'],
  ['server/mail/d.ts', '../main.ts'],
  ['server/mail/e.ts', '../../client/state/state.ts'],
] as const;

const allowed = [
  ['data/time/ok-a.ts', './span.ts'],
  ['data/query/ok-b.ts', '../time/span.ts'],
  ['data/incident/ok-c.ts', 'zod'],
  ['client/state/ok-a.ts', '../../data/query/filter.ts'],
  ['client/map/ok-b.ts', 'maplibre-gl'],
  ['server/main.ts', './store/sqlite/open.ts'],
  ['server/ok-a.ts', './http/app.ts'],
  ['server/domain/ok-a.ts', '../../data/incident/schema.ts'],
  ['server/domain/ok-b.ts', './ports/views.ts'],
  ['server/store/sqlite/ok-a.ts', '../../domain/ports/incident-store.ts'],
  ['server/store/sqlite/ok-b.ts', 'node:fs'],
  ['server/index/ok-a.ts', '../../data/view/types.ts'],
  ['server/http/ok-a.ts', '../domain/reports.ts'],
  ['server/http/ok-b.ts', 'express'],
  ['server/domain/ok-c.ts', './ports/mail-sender.ts'],
  ['server/mail/ok-a.ts', '../domain/ports/mail-sender.ts'],
  ['server/mail/ok-b.ts', 'nodemailer'],
  ['server/ok-b.ts', './mail/smtp.ts'],
  ['test/ok-a.ts', '../server/main.ts'],
] as const;

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'import-direction-'));
let found: string[];

beforeAll(async () => {
  copyFileSync(join(root, '.biome.json'), join(folder, '.biome.json'));
  for (const [file, imported] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `export * from '${imported}';\n`);
  }
  found = await lint();
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Files that break one of the two rules. The linter's exit status is left aside: it finds some. */
function lint(): Promise<string[]> {
  const biome = join(root, 'node_modules/.bin/biome');
  const finding =
    /title=lint\/(?:style\/noRestrictedImports|correctness\/noNodejsModules),file=([^,]+)/g;
  const options = ['lint', '--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
  return new Promise((resolve) => {
    execFile(biome, [...options, '.'], { cwd: folder }, (_error, stdout) =>
      resolve([...stdout.matchAll(finding)].map((match) => relative(folder, match[1] as string))),
    );
  });
}

describe('the linter', () => {
  test.each(refused)('refuses %s to import %s', (file) => {
    expect(found).toContain(file);
  });

  test.each(allowed)('lets %s import %s', (file) => {
    expect(found).not.toContain(file);
  });
});
