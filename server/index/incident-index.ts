import type { LiveViewIndex, ViewAnswer, ViewRequest, ViewRow } from '../../data/view/types.ts';
import { createViewIndex } from '../../data/view/view-index.ts';
import type { IncidentStore, IndexChange } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';

/** How long the index may work before it gives the event loop a turn. */
const SLICE_MS = 5;
/** Rows that are added between two looks at the clock: about 1 ms. */
const ROWS_A_LOOK = 500;
const PROGRESS_EVERY_MS = 1000;

const WARM_UP_ROWS = 1500;
const WARM_UP_VIEWS = 40;
const EVERYTHING: ViewRequest = {
  bbox: [-180, -90, 180, 90],
  within: null,
  zoom: 11,
  datetime: null,
  categories: null,
  verifications: null,
  textKeys: null,
  asOf: Infinity,
  bins: 60,
};

type IndexedStore = Pick<IncidentStore, 'revision' | 'viewRows' | 'onChange'>;

/**
 * The view index of a store: filled once, then changed with it. A commit is in the next view as a
 * whole, with its revision; what came is put in order later, in slices between other work.
 */
export class IncidentIndex implements Views {
  private readonly columns: LiveViewIndex = createViewIndex();
  private readonly stopListening: () => void;
  /** Changes that came while the index was being filled; null once it follows the store. */
  private waiting: IndexChange[] | null = [];
  private standsAt = 0;
  private isTidying = false;
  private isClosed = false;

  /** Listens to the store from now on, so that no change is lost between here and `fill`. */
  constructor(private readonly store: IndexedStore) {
    this.stopListening = store.onChange((change) => {
      if (this.waiting) this.waiting.push(change);
      else this.follow(change);
    });
  }

  get revision(): number {
    return this.standsAt;
  }

  /** Versions held. */
  get size(): number {
    return this.columns.size;
  }

  get byteLength(): number {
    return this.columns.byteLength;
  }

  view(request: ViewRequest): ViewAnswer {
    return this.columns.view(request);
  }

  /**
   * Reads all versions, in slices. Views before it resolves miss what is not read yet.
   * @param onProgress told about every second how many versions are in, and at the end.
   */
  async fill(onProgress: (versions: number) => void = () => undefined): Promise<void> {
    const pause = pauser();
    let versions = 0;
    let told = performance.now();
    this.standsAt = await this.store.revision();
    for await (const { revision, rows } of this.store.viewRows()) {
      this.standsAt = revision;
      await add(rows, this.columns, pause);
      if (this.isClosed) return;
      if (versions === 0) await warmUp(rows.slice(0, WARM_UP_ROWS), pause);
      versions += rows.length;
      if (performance.now() - told >= PROGRESS_EVERY_MS) {
        told = performance.now();
        onProgress(versions);
      }
    }
    while (this.columns.tidy(1)) await pause();
    onProgress(versions);
    const waiting = this.waiting ?? [];
    this.waiting = null;
    for (const change of waiting) if (change.revision > this.standsAt) this.follow(change);
  }

  /** Stops following the store. */
  close(): void {
    this.isClosed = true;
    this.stopListening();
  }

  private follow(change: IndexChange): void {
    const removedKeys = change.removed.map(({ key }) => key);
    this.columns.apply({ removedKeys, added: change.added });
    this.standsAt = change.revision;
    if (!this.isTidying) {
      this.isTidying = true;
      setImmediate(() => this.tidySlice());
    }
  }

  private tidySlice(): void {
    const end = performance.now() + SLICE_MS;
    while (!this.isClosed && this.columns.tidy(1)) {
      if (performance.now() < end) continue;
      setImmediate(() => this.tidySlice());
      return;
    }
    this.isTidying = false;
  }
}

/**
 * A view takes several times as long until its loops are compiled: they are made to run here, over
 * few rows, before anyone waits for one over many.
 */
async function warmUp(rows: readonly ViewRow[], pause: () => Promise<void>): Promise<void> {
  const sample = createViewIndex([], {
    rowsPerPage: 256,
    digestSizes: { whole: 64, sliced: 512 },
  });
  await add(rows, sample, pause);
  while (sample.tidy(1)) await pause();
  for (let view = 0; view < WARM_UP_VIEWS; view++) {
    sample.view({ ...EVERYTHING, zoom: 10 + (view % 6) });
    await pause();
  }
}

async function add(
  rows: readonly ViewRow[],
  index: LiveViewIndex,
  pause: () => Promise<void>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_A_LOOK) {
    index.apply({ removedKeys: [], added: rows.slice(start, start + ROWS_A_LOOK) });
    await pause();
  }
}

/** @returns a function that gives the event loop a turn once a slice is used up. */
function pauser(): () => Promise<void> {
  let end = performance.now() + SLICE_MS;
  return async () => {
    if (performance.now() < end) return;
    await new Promise((resolve) => setImmediate(resolve));
    end = performance.now() + SLICE_MS;
  };
}
