import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { SharedLanguage } from '../../data/language/shared.ts';
import { MAIL_LANGUAGES } from '../domain/following/words/words.ts';
import { ASSETS, serveAssets } from './assets.ts';
import type { Context } from './context.ts';
import { pageLanguage, queryOf, spokenBy } from './page-language.ts';
import { HttpProblem } from './problem.ts';

/** Asked for anew each time, so that a new build is noticed. */
const PAGES = new Map([
  ['/', 'index.html'],
  ['/moderation', 'moderation.html'],
  ['/service-worker.js', 'service-worker.js'],
  ['/icon.svg', 'icon.svg'],
  ['/not-found.css', 'not-found.css'],
]);

/** What the map is called, in the language that the browser asks for: where it is installed, and as it opens. */
const MANIFEST = '/manifest.webmanifest';
const MANIFESTS: Readonly<Record<SharedLanguage, string>> = {
  en: 'manifest.webmanifest',
  es: 'manifest.es.webmanifest',
  so: 'manifest.so.webmanifest',
  hmn: 'manifest.hmn.webmanifest',
};

const FOLLOWER_PATH = '/following/:token';
const BASEMAP_PATH = '/basemap.pmtiles';

/** What the page asks first: client/api/load.ts. */
const FIRST_QUESTION = '<link rel="preload" as="fetch" crossorigin href="/api/view?bins=120">';
/** Parameters of the page's address that its first question does not depend on. */
const UNASKED = new Set(['map', 'lang', 'show', 'incident']);

type PagesContext = Pick<Context, 'clientFolder' | 'basemapPmtiles' | 'basemapStyleUrl'>;

/** Serves the built client: its pages by name, its hashed files for ever, nothing else. */
export function servePages(app: Express, context: PagesContext): void {
  const { clientFolder: folder, basemapPmtiles } = context;
  app.use(ASSETS, onlyReads);
  serveAssets(app, folder);
  if (basemapPmtiles !== null) {
    // Compressed already, and asked for in ranges, which a second compression would take apart.
    app.all(BASEMAP_PATH, onlyReads, (_request, response, next) => {
      response.setHeader('Cache-Control', 'public, max-age=3600, no-transform');
      response.setHeader('Content-Type', 'application/vnd.pmtiles');
      response.sendFile(basemapPmtiles, { cacheControl: false }, (error) => {
        if (error) next(error);
      });
    });
  }
  app.get('/', mapPage(folder, basemapTags(context)));
  app.all(FOLLOWER_PATH, onlyReads, followerPage);
  for (const [path, file] of PAGES)
    app.all(
      path,
      onlyReads,
      sendPage(folder, () => file),
    );
  app.all(
    MANIFEST,
    onlyReads,
    sendPage(folder, (request, response) => {
      response.vary('Accept-Language');
      return MANIFESTS[spokenBy(request)];
    }),
  );
}

function sendPage(
  folder: string,
  choose: (request: Request, response: Response) => string,
): RequestHandler {
  return (request, response, next) => {
    response.setHeader('Cache-Control', 'no-cache');
    const file = choose(request, response);
    response.sendFile(file, { root: folder, cacheControl: false }, (error) => {
      if (error) next(error);
    });
  };
}

/**
 * Where links in mails lead: to the map, with the token in the hash, where no later request tells it.
 * To read it does nothing, since mail scanners open every link.
 */
const followerPage: RequestHandler = (request, response, next) => {
  const { token } = request.params;
  if (typeof token !== 'string' || !/^[\w-]+$/.test(token)) return next();
  const lang = queryOf(request).get('lang');
  const query = MAIL_LANGUAGES.some((language) => language === lang) ? `?lang=${lang}` : '';
  response.setHeader('Cache-Control', 'no-store');
  response.redirect(302, `/${query}#following/${token}`);
};

/** What the page learns of the host's own basemap, without asking. */
function basemapTags({ basemapStyleUrl, basemapPmtiles }: PagesContext): string {
  const tag = (name: string, content: string): string =>
    `<meta name="${name}" content="${content.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">`;
  return [
    ...(basemapStyleUrl === null ? [] : [tag('basemap-style', basemapStyleUrl)]),
    ...(basemapPmtiles === null ? [] : [tag('basemap-pmtiles', BASEMAP_PATH)]),
  ].join('');
}

/**
 * The map's page with what is put into its head. Where nothing is filtered its first question is known,
 * so that the browser can ask it while the page's code is on its way. What is read until then is in the
 * language of the address, else the browser's.
 */
function mapPage(folder: string, tags: string): RequestHandler {
  return async (request, response) => {
    const query = queryOf(request);
    const isKnown = [...query.keys()].every((name) => UNASKED.has(name));
    const page = await pageIn(folder, pageLanguage(request));
    const head = isKnown ? tags + FIRST_QUESTION : tags;
    response.setHeader('Cache-Control', 'no-cache');
    response.vary('Accept-Language');
    response.type('html').send(page.replace('</head>', () => `${head}</head>`));
  };
}

/** The page says in English what each manifest says in its language: the map's name and what it is. */
async function pageIn(folder: string, language: SharedLanguage): Promise<string> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  if (language === 'en') return page;
  const [english, spoken] = await Promise.all(
    (['en', language] as const).map(async (id) => {
      const manifest = await readFile(join(folder, MANIFESTS[id]), 'utf8');
      return JSON.parse(manifest) as { name: string; description: string };
    }),
  );
  if (!english || !spoken) return page;
  return page
    .replace('<html lang="en">', `<html lang="${language}">`)
    .replaceAll(english.name, spoken.name)
    .replaceAll(english.description, spoken.description);
}

const onlyReads: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  const headers = { Allow: 'GET, HEAD' };
  next(new HttpProblem(405, 'A page is read with GET or HEAD.', [], headers));
};
