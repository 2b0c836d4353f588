import type { Loader } from '../api/load.ts';
import type { Store } from '../state/store.ts';
import { whenSettled } from '../state/when-settled.ts';
import type { FromWorker, ToWorker } from './messages.ts';

const LOOK_EVERY_MS = 15_000;

/**
 * Registers the service worker once the map is drawn, since it brings every file of the page, and
 * tells the state what comes of it: that an answer is one that was kept, and that a newer page is
 * ready. What could not be loaded is asked for again when the connection is back.
 */
export function followWorker(store: Store, loader: Loader): void {
  window.addEventListener('online', () => {
    if (store.state.failure) loader.retry();
  });
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  if (!serviceWorker.controller) {
    serviceWorker.addEventListener('controllerchange', tellWhatWasAsked, { once: true });
  }
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.keptAt !== store.state.keptAt) {
      store.dispatch({ type: 'keptShown', keptAt: data.keptAt });
    }
  });
  window.addEventListener('online', () => void lookForServer());
  // A device may call itself online all the while, in a network that leads nowhere.
  setInterval(() => {
    if (store.state.keptAt !== null) void lookForServer();
  }, LOOK_EVERY_MS);
  whenSettled(store, () => {
    serviceWorker.register('/service-worker.js').then(
      // What stands in the way of workers may answer as well, with none.
      (registration: ServiceWorkerRegistration | undefined) =>
        registration && watch(registration, store),
      // Private windows and blocked storage refuse it; the map needs it for nothing but going offline.
      () => undefined,
    );
  });
}

/** On a first visit the worker comes after the page has asked: it has kept nothing yet. */
function tellWhatWasAsked(): void {
  const asked = performance.getEntriesByType('resource').map(({ name }) => name);
  const message: ToWorker = { asked };
  navigator.serviceWorker.controller?.postMessage(message);
}

/** Asks the server for anything at all: whether it answers, the worker then tells. */
export async function lookForServer(): Promise<void> {
  try {
    await fetch('/api/view/rows');
  } catch {
    // Still nobody there, as the notice goes on saying.
  }
}

/** Reloads into the newer page. */
export async function takeUpdate(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  // Another page of this map has let it take over already.
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  const message: ToWorker = 'takeOver';
  registration.waiting.postMessage(message);
}

function watch(registration: ServiceWorkerRegistration, store: Store): void {
  const tell = (): void => {
    // Without a controller it is the first worker of this page, which updates nothing.
    if (registration.waiting && navigator.serviceWorker.controller) {
      store.dispatch({ type: 'updateReady' });
    }
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}
