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
/** By then the store has told of its own commit; mostly within milliseconds. */
const TOLD_WITHIN_MS = 1000;
const LOOK_EVERY_MS = 10;

type IndexedStore = Pick<IncidentStore, 'revision' | 'viewRows' | 'onChange'>;

/** A view, or a page of a list, that waits for its turn: counts and answers it. */
type Asked = (slice: Slice) => Promise<void>;

/** Columns that were filled from the store, and the revision that they are of. */
interface Filled {
  readonly columns: LiveViewIndex;
  readonly standsAt: number;
}

/**
 * The view index of a store: filled once, then changed with it. One thing is done to the columns at a
 * time, in slices between other work: what the store has told is taken in, then a view is counted, then
 * a little of what came is put in order. So a view is of one revision, however long it takes, a commit is
 * in the next view as a whole, and neither waits for more than one of the other. What another process
 * has written is read into columns beside these, which answer meanwhile.
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
  /** Under way while all is read anew. */
  private reading: Promise<void> | null = null;
  /** Read anew, to be answered from at the next turn. */
  private anew: Filled | null = null;
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

  /** Before the index is filled, it waits for that; and for what another process wrote, if asked for that. */
  async view(
    request: ViewRequest,
    conditions: ViewConditions,
  ): Promise<Counted<ViewAnswer> | null> {
    const { revision } = conditions;
    if (this.isFilled && revision !== null && revision > this.told) {
      await this.readWhatOthersWrote();
    }
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
    this.anew = await this.readAll(onProgress);
    this.takeOver();
    this.isFilled = true;
    this.wake();
  }

  /** Looks whether another process has written, which nobody is told of, and reads all anew if so. */
  async readWhatOthersWrote(): Promise<void> {
    const revision = await this.store.revision();
    for (let waitedMs = 0; revision > this.told; waitedMs += LOOK_EVERY_MS) {
      if (this.isClosed) return;
      if (waitedMs >= TOLD_WITHIN_MS) return this.readAnew();
      await delay(LOOK_EVERY_MS);
    }
  }

  /** Stops following the store, and gives up what is being read of it. */
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
    } while (this.tidy() || this.anew || this.asked.size > 0 || this.changes.length > 0);
    this.isWorking = false;
  }

  private async catchUp(slice: Slice): Promise<void> {
    this.takeOver();
    for (let change = this.changes.shift(); change; change = this.changes.shift()) {
      // Others have written between: what they did is in what is read now, and maybe so is the change.
      while (change.revision > this.standsAt + 1 && !this.isClosed) {
        await this.readAnew();
        this.takeOver();
      }
      if (change.revision === this.standsAt + 1) {
        await takeIn(change, this.columns, slice);
        this.standsAt = change.revision;
      }
    }
  }

  private readAnew(): Promise<void> {
    this.reading ??= this.readAll()
      .then((filled) => {
        this.anew = filled;
        this.wake();
      })
      .finally(() => {
        this.reading = null;
      });
    return this.reading;
  }

  /** Answers from what was read anew, and follows the store from where that stands. */
  private takeOver(): void {
    if (!this.anew) return;
    const { columns, standsAt } = this.anew;
    this.anew = null;
    // What was told while it was read may be more.
    if (standsAt < this.standsAt) return;
    this.columns = columns;
    this.standsAt = standsAt;
    this.told = Math.max(this.told, standsAt);
    this.changes = this.changes.filter((change) => change.revision > standsAt);
  }

  /** Fills new columns. @returns null where the index is closed meanwhile, and the store maybe with it. */
  private async readAll(
    onProgress: (versions: number) => void = () => undefined,
  ): Promise<Filled | null> {
    try {
      return await this.readColumns(onProgress);
    } catch (error) {
      if (this.isClosed) return null;
      throw error;
    }
  }

  private async readColumns(onProgress: (versions: number) => void): Promise<Filled | null> {
    const columns = createViewIndex();
    const slice = new Slice();
    let versions = 0;
    let told = performance.now();
    let standsAt = await this.store.revision();
    for await (const { revision, rows } of this.store.viewRows()) {
      standsAt = revision;
      await takeIn({ removed: [], added: rows }, columns, slice);
      if (this.isClosed) return null;
      if (versions === 0 && !this.isFilled) await warmUp(rows.slice(0, WARM_UP_ROWS), slice);
      versions += rows.length;
      if (performance.now() - told >= PROGRESS_EVERY_MS) {
        told = performance.now();
        onProgress(versions);
      }
    }
    while (!this.isClosed && columns.tidy(1)) if (slice.isOver) await slice.next();
    onProgress(versions);
    return { columns, standsAt };
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
