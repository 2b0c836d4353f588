/// <reference lib="webworker" />
import { Answers, isKept } from './answers.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * Keeps the page usable without a connection: its files, the basemap, and the last views that were
 * answered. It keeps public reads only; what a reporter or a moderator asks goes by untouched.
 */
declare const self: ServiceWorkerGlobalScope;

/** Paths of the build, put in when it is built; a new list makes this a new version of the worker. */
declare const BUILT_FILES: readonly string[];

const files = new Set(BUILT_FILES);
const SHELL = `shell-${hashOf([...files].join())}`;
const answers = new Answers(self.caches);

self.addEventListener('install', (event) => {
  event.waitUntil(self.caches.open(SHELL).then((cache) => cache.addAll(['/', ...files])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const message: ToWorker = event.data;
  // The page asks for it once a person has agreed to reload.
  if (message === 'takeOver') void self.skipWaiting();
  else event.waitUntil(answers.keepAsked(message.asked, self.location.origin));
});

self.addEventListener('fetch', (event) => {
  const { request, clientId } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (url.pathname === '/') event.respondWith(page(request));
  } else if (files.has(url.pathname)) {
    event.respondWith(built(request));
  } else if (isKept(url)) {
    event.respondWith(
      answers.of(request).then(({ response, keptAt }) => {
        void tell(clientId, { keptAt });
        return response;
      }),
    );
  }
});

/** The newest page where there is a connection, else the one that was kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await self.caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

async function built(request: Request): Promise<Response> {
  return (await self.caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}

async function dropOldShells(): Promise<void> {
  const names = await self.caches.keys();
  const old = names.filter((name) => name.startsWith('shell-') && name !== SHELL);
  await Promise.all(old.map((name) => self.caches.delete(name)));
}

async function tell(clientId: string, message: FromWorker): Promise<void> {
  const client = await self.clients.get(clientId);
  client?.postMessage(message);
}

/** FNV-1a, 32 bits: names a list of files, protects nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
