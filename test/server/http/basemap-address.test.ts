import { expect, it } from 'vitest';
import { startTestServer } from './test-server.ts';

it('gives the page the address of a basemap as it was set, whatever signs are in it', async () => {
  const address = 'https://tiles.example/style.json?a=$&b=$$';
  const server = await startTestServer({ BASEMAP_STYLE_URL: address });
  const page = await (await server.get('/')).text();
  expect(page.match(/<meta name="basemap-style" content="([^"]*)"/)?.[1]).toBe(
    address.replace('&', '&amp;'),
  );
  expect(page.match(/<\/head>/g)).toHaveLength(1);
  await server.stop();
});
