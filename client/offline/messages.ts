/** From the service worker to the page: when the last answer was kept, null where it is fresh. */
export interface FromWorker {
  readonly keptAt: number | null;
}

/**
 * From the page to a service worker that waits: be the one that serves. To the first that serves it:
 * addresses of what was asked before.
 */
export type ToWorker = 'takeOver' | { readonly asked: readonly string[] };
