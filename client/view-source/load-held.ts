import type { HeldHead, HeldRow } from '../../data/view/held-rows.ts';
import { HeldColumns } from './held-columns.ts';

const ROWS_PATH = '/api/view/rows';

/** What the server has: a mark of it to ask with again, its figures, and the rows where they are few. */
export interface Holding {
  readonly tag: string | null;
  readonly head: HeldHead;
  readonly columns: HeldColumns | null;
}

/**
 * Fetches the rows, and reads them a list at a time, so that a person who types or drags meanwhile
 * is answered in between.
 * @param tag of what the page has already.
 * @returns null where that still holds, or the server gives no answer.
 */
export async function loadHeld(tag: string | null): Promise<Holding | null> {
  let text: string;
  let newTag: string | null;
  try {
    const response = await fetch(
      ROWS_PATH,
      tag === null ? {} : { headers: { 'If-None-Match': tag } },
    );
    if (response.status !== 200) return null;
    newTag = response.headers.get('ETag');
    // What was kept for times without a connection is what the page has already.
    if (newTag !== null && newTag === tag) return null;
    text = await response.text();
  } catch {
    // The page carries on with what it has; the next question says that the server is gone.
    return null;
  }
  const [first, ...lists] = text.split('\n');
  const head: HeldHead = JSON.parse(first ?? '{}');
  if (!head.held) return { tag: newTag, head, columns: null };
  const columns = new HeldColumns(head.revision);
  for (const list of lists) {
    const rows: HeldRow[] = JSON.parse(list);
    columns.add(rows);
    await pause();
  }
  while (columns.tidy()) await pause();
  return { tag: newTag, head, columns };
}

/** Lets whatever waits run first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
