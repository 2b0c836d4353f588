import type { RequestHandler } from 'express';
import { SHARED_LANGUAGES, type SharedLanguage } from '../../data/language/shared.ts';
import { pageLanguage } from './page-language.ts';

interface Words {
  /** What the map is called. */
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly open: string;
}

const WORDS: Readonly<Record<SharedLanguage, Words>> = {
  en: {
    name: 'Minneapolis Incident Map',
    title: 'There is no page here',
    sentence: 'The link may be incomplete, or what it led to is no longer public.',
    open: 'Open the map',
  },
  es: {
    name: 'Mapa de incidentes de Minneapolis',
    title: 'Aquí no hay ninguna página',
    sentence:
      'Puede que el enlace esté incompleto o que aquello a lo que llevaba ya no sea público.',
    open: 'Abrir el mapa',
  },
  so: {
    name: 'Khariidadda Dhacdooyinka Minneapolis',
    title: 'Bog halkan kuma jiro',
    sentence:
      'Waxaa laga yaabaa in linkigu dhiman yahay, ama wixii uu ku geyn jiray uusan hadda furnayn.',
    open: 'Fur khariidadda',
  },
  hmn: {
    name: 'Daim Phiaj Xwm Txheej Minneapolis',
    title: 'Tsis muaj nplooj ntawv ntawm no',
    sentence:
      'Tej zaum qhov txuas tsis tag, los yog yam nws coj mus rau tsis qhib rau sawv daws lawm.',
    open: 'Qhib daim phiaj',
  },
};

const PAGES = new Map(SHARED_LANGUAGES.map((language) => [language, pageIn(language)]));

/** Answers for every path that nothing else has: people get a page. */
export const notFoundPage: RequestHandler = (request, response) => {
  response.status(404).setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Cache-Control', 'no-cache');
  response.vary('Accept-Language');
  response.end(request.method === 'HEAD' ? undefined : PAGES.get(pageLanguage(request)));
};

/** The page in one language; in each of the others, a line that leads to the map in it. */
function pageIn(language: SharedLanguage): string {
  const { name, title, sentence, open } = WORDS[language];
  const others = SHARED_LANGUAGES.filter((other) => other !== language).map((other) => {
    const words = WORDS[other];
    return `<li lang="${other}">${words.title}. <a href="/?lang=${other}">${words.open}</a></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title} · ${name}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/not-found.css"></head>
<body><main>
<p class="name"><img src="/icon.svg" alt="" width="32" height="32">${name}</p>
<h1>${title}</h1>
<p>${sentence}</p>
<p><a class="open" href="/?lang=${language}">${open}</a></p>
<ul>${others.join('')}</ul>
</main></body>
</html>
`;
}
