import { setTimeout as delay } from 'node:timers/promises';
import type {
  ListAnswer,
  ListRequest,
  LiveViewIndex,
  ViewAnswer,
  ViewRequest,
} from '../../data/view/types.ts';
import { createViewIndex } from '../../data/view/view-index.ts';
import type { IncidentStore, IndexChange } from '../domain/ports/incident-store.ts';
import type { Counted, ViewConditions, Views } from '../domain/ports/views.ts';
import { inSlices, Slice, type Steps } from './slice.ts';
import { takeIn } from './take-in.ts';
import { WARM_UP_ROWS, warmUp } from './warm-up.ts';

const PROGRESS_EVERY_MS = 1000;
/** By then the store has told of its own commit. */
const TOLD_WITHIN_MS = 1000;

type IndexedStore = Pick<IncidentStore, 'revision' | 'viewRows' | 'onChange'>;

/** A view, or a page of a list, that waits for its turn: counts and answers it. */
type Asked = (slice: Slice) => Promise<void>;

/**
 * The view index of a store: filled once, then changed with it. One thing is done to the columns at a
 * time, in slices between other work: what the store has told is taken in, then a view is counted, then
 * a little of what came is put in order. So a view is of one revision, however long it takes, a commit is
 * in the next view as a whole, and neither waits for more than one of the other.
 */
export class IncidentIndex implements Views {
  private columns: LiveViewIndex = createViewIndex();
  private readonly stopListening: () => void;
  /** Told and not yet taken in. */
  private changes: IndexChange[] = [];
  /** In the order in which they were asked for. */
  private readonly asked = new Set<Asked>();
  private told = 0;
  private standsAt = 0;
  private isFilled = false;
  /** True where another process has written what the columns lack. */
  private isBehind = false;
  private isWorking = false;
  private isClosed = false;

  /** Listens to the store from now on, so that no change is lost between here and `fill`. */
  constructor(private readonly store: IndexedStore) {
    this.stopListening = store.onChange((change) => {
      this.told = change.revision;
      this.changes.push(change);
      this.wake();
    });
  }

  get revision(): number {
    return this.told;
  }

  /** Versions held. */
  get size(): number {
    return this.columns.size;
  }

  get byteLength(): number {
    return this.columns.byteLength;
  }

  /** Before the index is filled, it waits for that. */
  view(request: ViewRequest, conditions: ViewConditions): Promise<Counted<ViewAnswer> | null> {
    return this.ask(() => this.columns.count(withOwnKeys(request)), conditions);
  }

  /** Before the index is filled, it waits for that. */
  list(request: ListRequest, conditions: ViewConditions): Promise<Counted<ListAnswer> | null> {
    return this.ask(() => this.columns.list(withOwnKeys(request)), conditions);
  }

  private ask<Answer>(
    begin: () => Steps<Answer>,
    conditions: ViewConditions,
  ): Promise<Counted<Answer> | null> {
    const { signal } = conditions;
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const giveUp = (): void => {
        this.asked.delete(asked);
        reject(signal.reason);
      };
      const asked: Asked = async (slice) => {
        await this.answer(begin, conditions, slice).then(resolve, reject);
        signal.removeEventListener('abort', giveUp);
      };
      signal.addEventListener('abort', giveUp, { once: true });
      this.asked.add(asked);
      this.wake();
    });
  }

  /**
   * Reads all versions, in slices.
   * @param onProgress told about every second how many versions are in, and at the end.
   */
  async fill(onProgress: (versions: number) => void = () => undefined): Promise<void> {
    await this.readAll(onProgress);
    this.isFilled = true;
    this.wake();
  }

  /** Looks whether another process has written, which nobody is told of, and reads all anew if so. */
  async readWhatOthersWrote(): Promise<void> {
    const revision = await this.store.revision();
    if (revision <= this.told) return;
    await delay(TOLD_WITHIN_MS);
    if (revision <= this.told) return;
    this.isBehind = true;
    this.wake();
  }

  /** Stops following the store. */
  close(): void {
    this.isClosed = true;
    this.stopListening();
  }

  private wake(): void {
    if (this.isWorking || !this.isFilled) return;
    this.isWorking = true;
    void this.work();
  }

  /** Works until there is nothing to do. What `catchUp` throws ends the process: see `ChangeFeed.tell`. */
  private async work(): Promise<void> {
    const slice = new Slice();
    await slice.next();
    do {
      await this.catchUp(slice);
      const [first] = this.asked;
      if (first) {
        this.asked.delete(first);
        await first(slice);
      }
      if (slice.isOver) await slice.next();
    } while (this.tidy() || this.isBehind || this.asked.size > 0 || this.changes.length > 0);
    this.isWorking = false;
  }

  private async catchUp(slice: Slice): Promise<void> {
    if (this.isBehind) await this.readAll();
    for (let change = this.changes.shift(); change; change = this.changes.shift()) {
      if (change.revision > this.standsAt + 1) {
        // Others have written between: what they did is in what is read now, and so is the change.
        await this.readAll();
      } else if (change.revision > this.standsAt) {
        await takeIn(change, this.columns, slice);
        this.standsAt = change.revision;
      }
    }
  }

  /** Fills new columns, and follows the store from where they stand. */
  private async readAll(onProgress: (versions: number) => void = () => undefined): Promise<void> {
    const columns = createViewIndex();
    const slice = new Slice();
    let versions = 0;
    let told = performance.now();
    this.isBehind = false;
    let standsAt = await this.store.revision();
    for await (const { revision, rows } of this.store.viewRows()) {
      standsAt = revision;
      await takeIn({ removed: [], added: rows }, columns, slice);
      if (this.isClosed) return;
      if (versions === 0) await warmUp(rows.slice(0, WARM_UP_ROWS), slice);
      versions += rows.length;
      if (performance.now() - told >= PROGRESS_EVERY_MS) {
        told = performance.now();
        onProgress(versions);
      }
    }
    while (columns.tidy(1)) if (slice.isOver) await slice.next();
    onProgress(versions);
    this.columns = columns;
    this.standsAt = standsAt;
    this.told = Math.max(this.told, standsAt);
    this.changes = this.changes.filter((change) => change.revision > standsAt);
  }

  private async answer<Answer>(
    begin: () => Steps<Answer>,
    { revision, signal }: ViewConditions,
    slice: Slice,
  ): Promise<Counted<Answer> | null> {
    if (revision !== null && revision !== this.standsAt) return null;
    return { answer: await inSlices(begin(), slice, signal), revision: this.standsAt };
  }

  /** Puts a page in order, or a square together. @returns false where nothing is left to do. */
  private tidy(): boolean {
    return !this.isClosed && this.columns.tidy(1);
  }
}

/** The store's keys move on with the next change that it tells, be it before the answer's end. */
function withOwnKeys<Request extends ViewRequest | ListRequest>(request: Request): Request {
  return { ...request, textKeys: request.textKeys?.copy() ?? null };
}
