import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../client/language/languages.ts';
import { startTestServer } from './test-server.ts';

const PUBLIC = new URL('../../../client/public/', import.meta.url);
const CATALOGUES = new URL('../../../client/language/catalogue/', import.meta.url);

let server: Awaited<ReturnType<typeof startTestServer>>;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const titleIn = (id: string): string =>
  JSON.parse(readFileSync(new URL(`${id}.json`, CATALOGUES), 'utf8')).messages['page.title'];

describe('the page for an address that leads nowhere', () => {
  it.each(LANGUAGES.map(({ id }) => id))('says so in %s, and leads to the map', async (id) => {
    const response = await server.get('/no-such-page', { headers: { 'Accept-Language': id } });
    expect(response.status).toBe(404);
    expect(response.headers.get('vary')).toContain('Accept-Language');
    const page = await response.text();
    expect(page).toContain(`<html lang="${id}">`);
    expect(page).toContain(titleIn(id));
    expect(page).toContain(`href="/?lang=${id}"`);
    expect(await (await server.get(`/no-such-page?lang=${id}`)).text()).toBe(page);
  });

  it('has a line for whoever reads another of the languages', async () => {
    const page = await (await server.get('/no-such-page')).text();
    for (const { id } of LANGUAGES.slice(1)) {
      expect(page).toContain(`<li lang="${id}">`);
      expect(page).toContain(`href="/?lang=${id}"`);
    }
  });

  it('has no script and no style of its own: those are files', async () => {
    const page = await (await server.get('/no-such-page')).text();
    expect(page).not.toMatch(/<script|<style| style="| on\w+=/);
    const [, style = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(page) ?? [];
    const file = new URL(`.${style}`, PUBLIC);
    expect(readFileSync(file, 'utf8')).toContain('prefers-color-scheme: dark');
  });
});
