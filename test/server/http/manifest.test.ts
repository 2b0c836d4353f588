import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../client/language/languages.ts';
import { startTestServer } from './test-server.ts';

const PUBLIC = new URL('../../../client/public/', import.meta.url);
const CATALOGUES = new URL('../../../client/language/catalogue/', import.meta.url);

it('calls an installed map as the browser’s language does', async () => {
  const server = await startTestServer();
  const named = async (languages: string): Promise<string> => {
    const response = await server.get('/manifest.webmanifest', {
      headers: { 'Accept-Language': languages },
    });
    expect(response.headers.get('vary')).toContain('Accept-Language');
    return (await response.json()).name;
  };
  expect(await named('es-US,es;q=0.9,en;q=0.5')).toBe('Mapa de incidentes');
  expect(await named('fr')).toBe('Incident map');
  expect(await named('*')).toBe('Incident map');
  await server.stop();
});

it('has the same name in each language as the page, and is the same app', () => {
  const files = readdirSync(PUBLIC).filter((name) => name.endsWith('.webmanifest'));
  const manifests = files.map((name) => JSON.parse(readFileSync(new URL(name, PUBLIC), 'utf8')));
  expect(manifests.map(({ lang }) => lang).sort()).toEqual(LANGUAGES.map(({ id }) => id).sort());
  for (const { lang, name, short_name, description, ...app } of manifests) {
    const catalogue = JSON.parse(readFileSync(new URL(`${lang}.json`, CATALOGUES), 'utf8'));
    expect(name).toBe(catalogue.messages['page.title']);
    expect(description.length).toBeGreaterThan(short_name.length);
    const { lang: _, name: __, short_name: ___, description: ____, ...first } = manifests[0];
    expect(app).toEqual(first);
  }
});
