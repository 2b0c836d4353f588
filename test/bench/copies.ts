import type { ViewRow } from '../../data/view/types.ts';
import type { IncidentStore } from '../../server/domain/ports/incident-store.ts';

type RowStore = Pick<IncidentStore, 'revision' | 'viewRows' | 'onChange'>;

const MINUTE = 60_000;
/** A hundred thousand incidents have fewer versions. */
const KEYS_A_COPY = 200_000;

/**
 * The rows of a store so many times over, each copy some metres and minutes away from the last: ten
 * million incidents would fill 30 GB of disk, and the index reads no more of them than these rows.
 */
export async function copiesOf(store: RowStore, copies: number): Promise<RowStore> {
  const pages: { revision: number; rows: readonly ViewRow[] }[] = [];
  for await (const page of store.viewRows()) pages.push(page);
  return {
    revision: () => store.revision(),
    onChange: (listener) => store.onChange(listener),
    async *viewRows() {
      for (let copy = 0; copy < copies; copy++) {
        for (const { revision, rows } of pages) {
          yield { revision, rows: rows.map((row) => moved(row, copy)) };
        }
      }
    },
  };
}

function moved(row: ViewRow, copy: number): ViewRow {
  const { key, occurredAt, latestAt, knownFrom, knownUntil, position } = row;
  const later = 37 * MINUTE * copy;
  const [longitude, latitude] = position ?? [0, 0];
  const farther = (degrees: number): number => Number((degrees + 0.00013 * copy).toFixed(6));
  return {
    ...row,
    key: key + KEYS_A_COPY * copy,
    occurredAt: occurredAt + later,
    latestAt: latestAt + later,
    knownFrom: knownFrom + later,
    knownUntil: knownUntil + later,
    position: position && [farther(longitude), farther(latitude)],
  };
}
