import type { KeyBits } from '../../../data/view/key-bits.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import type { IncidentStore, IndexChange } from '../../../server/domain/ports/incident-store.ts';

/** What the index asks of a store, over rows in memory; it remembers those of every revision. */
export class ChangingRows implements Pick<IncidentStore, 'revision' | 'viewRows' | 'onChange'> {
  private readonly rowsByRevision: ReadonlyMap<number, ViewRow>[] = [];
  private readonly listeners = new Set<(change: IndexChange) => void>();
  private readonly searches: KeyBits[] = [];

  constructor(rows: readonly ViewRow[]) {
    this.rowsByRevision.push(new Map(rows.map((row) => [row.key, row])));
  }

  get latest(): number {
    return this.rowsByRevision.length - 1;
  }

  async revision(): Promise<number> {
    return this.latest;
  }

  async *viewRows(): AsyncGenerator<{ revision: number; rows: readonly ViewRow[] }, void, void> {
    yield { revision: this.latest, rows: this.rowsAt(this.latest) };
  }

  onChange(listener: (change: IndexChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  rowsAt(revision: number): ViewRow[] {
    return [...(this.rowsByRevision[revision]?.values() ?? [])];
  }

  /** Keeps what a search found in step with the changes, in place, as the store does. */
  keep(found: KeyBits): void {
    this.searches.push(found);
  }

  change(removedKeys: readonly number[], added: readonly Omit<ViewRow, 'key'>[]): void {
    const rows = new Map(this.rowsByRevision.at(-1));
    const removed = removedKeys.flatMap((key) => rows.get(key) ?? []);
    for (const { key } of removed) rows.delete(key);
    const firstKey = Math.max(0, ...rows.keys()) + 1;
    const came = added.map((row, place) => ({ key: firstKey + place, ...row, words: '' }));
    for (const { words: _, ...row } of came) rows.set(row.key, row);
    this.rowsByRevision.push(rows);
    for (const found of this.searches) {
      for (const { key } of removed) found.delete(key);
      for (const { key } of came) found.add(key);
    }
    for (const listener of this.listeners) {
      listener({ revision: this.latest, removed, added: came });
    }
  }
}
