import type { TimeSpan } from '../../data/time/span.ts';
import type { Answer } from '../api/answer.ts';
import { failureOf, isAbort } from '../api/failure.ts';
import { type Loader, questionOf } from '../api/load.ts';
import { viewPath } from '../api/query.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { frameOf } from './frame.ts';
import { firstFrame, type Motion, nextFrame, shownFrame } from './motion.ts';

/**
 * Where the server answers: a frame in so long, and so many asked for ahead, as a browser asks one host
 * at a time. Whoever plays the same from its beginning asks for the same, which the server keeps.
 */
const FRAME_MS = 50;
const AHEAD = 6;
/** A frame of a screen lasts so long. */
const SCREEN_MS = 1000 / 60;
/** Where motion is not wished for, the window goes on by its own length, once in so long. */
const STEP_MS = 1000;
/** After a page was busy with something else, time does not jump. */
const LONGEST_FRAME_MS = 200;

/**
 * Plays: moves the range over the timeline while `state.play` says so. Held columns give every frame
 * at once; of the server, frames are asked for ahead. What is left when it stops is a plain filter, the
 * last that was seen.
 */
export function followPlay(store: Store, loader: Loader): void {
  const { dataset } = document.documentElement;
  let stop: (() => void) | null = null;
  /** The range that was set last; another one means that a person has taken over. */
  let shown: TimeSpan | null = null;

  const show = (range: TimeSpan): void => {
    shown = range;
    store.dispatch({ type: 'timeChosen', datetime: range });
  };
  const pause = (): void => store.dispatch({ type: 'playChanged', play: { isPlaying: false } });

  const follow = (state: State, before: State): void => {
    const { isPlaying } = state.play;
    if (isPlaying && stop !== null) {
      if (state.filter.datetime !== before.filter.datetime && state.filter.datetime !== shown)
        pause();
      return;
    }
    if (isPlaying) {
      const motion = motionOf(state);
      if (motion === null) {
        pause();
        return;
      }
      dataset.playing = '';
      // Set before anything is dispatched, which would come back here.
      stop = begin(store, loader, motion, (frame) => show(shownFrame(motion, frame)), pause);
      store.dispatch({ type: 'timeHeld' });
    } else if (stop !== null) {
      delete dataset.playing;
      stop();
      stop = null;
      store.dispatch({ type: 'timeLetGo' });
      // Lists were left out of many a frame.
      loader.retry();
    }
  };
  store.onChange(follow);
  follow(store.state, store.state);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden && store.state.play.isPlaying) pause();
  });
}

type Show = (frame: TimeSpan) => void;

function begin(
  store: Store,
  loader: Loader,
  motion: Motion,
  show: Show,
  pause: () => void,
): () => void {
  const first = firstFrame(motion, store.state.filter.datetime);
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isAtOnce = loader.source.answersAtOnce(questionOf(store.state));
  if (isAtOnce && !still) return playSmoothly(motion, first, show, pause);
  const stepMs = still ? STEP_MS : FRAME_MS;
  const byMs = still ? motion.windowMs : motion.speed * FRAME_MS;
  return isAtOnce
    ? playSteps(motion, first, byMs, stepMs, show, pause)
    : playAhead({ store, loader, motion, first, byMs, stepMs, show, pause });
}

/** A frame of the screen, a frame of the play. */
function playSmoothly(motion: Motion, first: TimeSpan, show: Show, pause: () => void): () => void {
  let range = first;
  let last: number | null = null;
  let request = requestAnimationFrame(frame);
  function frame(now: number): void {
    const passedMs = last === null ? 0 : Math.min(LONGEST_FRAME_MS, now - last);
    last = now;
    const next = nextFrame(motion, range, passedMs * motion.speed);
    if (next === null) {
      pause();
      return;
    }
    range = next;
    show(range);
    request = requestAnimationFrame(frame);
  }
  return () => cancelAnimationFrame(request);
}

function playSteps(
  motion: Motion,
  first: TimeSpan,
  byMs: number,
  stepMs: number,
  show: Show,
  pause: () => void,
): () => void {
  let next: TimeSpan | null = first;
  const step = (): void => {
    if (next === null) {
      pause();
      return;
    }
    show(next);
    next = nextFrame(motion, next, byMs);
  };
  const soon = setTimeout(step);
  const timer = setInterval(step, stepMs);
  return () => {
    clearTimeout(soon);
    clearInterval(timer);
  };
}

interface Ahead {
  readonly store: Store;
  readonly loader: Loader;
  readonly motion: Motion;
  readonly first: TimeSpan;
  /** How far a frame goes, in ms of the data, and how long it stays, in ms of the clock. */
  readonly byMs: number;
  readonly stepMs: number;
  readonly show: Show;
  readonly pause: () => void;
}

/** Asks for views some frames ahead; where the map is moved meanwhile, those are asked for anew. */
function playAhead({ store, loader, motion, first, byMs, stepMs, ...how }: Ahead): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  void run().catch((error: unknown) => {
    if (isAbort(error)) return;
    store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
    how.pause();
  });
  return () => controller.abort();

  async function run(): Promise<void> {
    let waiting: { range: TimeSpan; answer: Promise<Answer> }[] = [];
    let last: TimeSpan | null = null;
    for (let due = performance.now(); ; due = Math.max(due + stepMs, performance.now())) {
      while (waiting.length < AHEAD) {
        const range = nextOf(waiting.at(-1)?.range ?? last);
        if (range === null) break;
        waiting.push({ range, answer: ask(range) });
      }
      const next = waiting.shift();
      if (!next) {
        how.pause();
        return;
      }
      const answer = await next.answer;
      await wait(due - performance.now());
      if (signal.aborted) return;
      if (answer.key !== keyOf(next.range)) {
        // Asked of another part of the map.
        waiting = [];
        continue;
      }
      loader.foresee(answer);
      how.show(next.range);
      last = next.range;
    }
  }

  function nextOf(range: TimeSpan | null): TimeSpan | null {
    return range === null ? first : nextFrame(motion, range, byMs);
  }

  function ask(range: TimeSpan): Promise<Answer> {
    const { answer } = store.state;
    const none = { features: [], numberMatched: 0, revision: 0, links: [] };
    const lists = { list: answer?.list ?? none, unplaced: answer?.unplaced ?? none };
    const asked = Promise.resolve(loader.source.askView(questionWith(range), lists, signal));
    // Whoever awaits it is told; a frame that is dropped is nobody's loss.
    asked.catch(() => undefined);
    return asked;
  }

  function keyOf(range: TimeSpan): string {
    return viewPath(questionWith(range));
  }

  function questionWith(range: TimeSpan) {
    const question = questionOf(store.state);
    return { ...question, filter: { ...question.filter, datetime: shownFrame(motion, range) } };
  }
}

function motionOf(state: State): Motion | null {
  const frame = frameOf(state);
  if (!frame) return null;
  const { span } = frame;
  const { grows, windowMs, seconds } = state.play;
  const lengthMs = span.to - span.from;
  const speed = lengthMs / (seconds * 1000);
  return {
    span,
    grows,
    windowMs: Math.min(windowMs ?? Math.round(lengthMs / 20), lengthMs),
    speed,
    stepMs: speed * SCREEN_MS,
  };
}

function wait(ms: number): Promise<void> {
  return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}
