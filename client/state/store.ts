import type { Event } from './event.ts';
import type { State } from './state.ts';
import { update } from './update.ts';

export type Dispatch = (event: Event) => void;

export interface Store {
  readonly state: State;
  dispatch: Dispatch;
  /** Calls back after each event that changed the state. @returns ends the calls. */
  onChange(listener: (state: State, before: State) => void): () => void;
}

/** Holds the one state. Listeners may dispatch: their events wait until the round is over. */
export function createStore(initial: State): Store {
  let state = initial;
  let running = false;
  const waiting: Event[] = [];
  const listeners = new Set<(state: State, before: State) => void>();
  return {
    get state() {
      return state;
    },
    dispatch(event) {
      waiting.push(event);
      if (running) return;
      running = true;
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const before = state;
          state = update(before, next);
          if (state !== before) for (const listener of listeners) listener(state, before);
        }
      } finally {
        running = false;
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
