import { useEffect, useState } from 'preact/hooks';
import { timeNow } from './clock.ts';
import { type Draft, isChanged, resumed } from './draft.ts';
import { clearSlot } from './draft-slot.ts';
import { keepDraft, keptDraft, newKey } from './draft-store.ts';

export interface DraftInHand {
  readonly draft: Draft;
  /** Idempotency-Key of the report that it becomes. */
  readonly key: string;
  change(part: Partial<Draft>): void;
  /** Begins anew. */
  clear(): void;
  /** It has been sent. */
  forget(): void;
  /** no: there is nothing to keep; failed: storage is full or blocked. */
  readonly isKept: 'no' | 'yes' | 'failed';
  /** Opened with what was written before. */
  readonly isResumed: boolean;
}

/**
 * A draft that this device keeps as soon as something is written.
 * @param first what the form begins with.
 * @param about id of the record it would correct; `amends`: a report that was sent, which is not kept.
 */
export function useDraft(first: Draft, about: string | null): DraftInHand {
  const [begun] = useState(() => begin(first, about));
  const [draft, setDraft] = useState(begun.draft);
  const [key, setKey] = useState(begun.key);
  const [isKept, setKept] = useState<DraftInHand['isKept']>('no');
  const [isResumed, setResumed] = useState(begun.isResumed);
  const [isDone, setDone] = useState(false);
  const mayKeep = about !== 'amends' && !isDone;

  useEffect(() => {
    if (!mayKeep) return;
    if (!isChanged(draft, first)) {
      if (isKept !== 'no') clearSlot();
      setKept('no');
      return;
    }
    setKept(keepDraft({ draft, about, key, savedAt: timeNow() }) ? 'yes' : 'failed');
  }, [draft, key, mayKeep]);

  return {
    draft,
    key,
    isKept,
    isResumed,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    clear() {
      clearSlot();
      setDraft((before) => ({ ...first, place: before.place }));
      setKey(newKey());
      setResumed(false);
    },
    forget() {
      setDone(true);
      clearSlot();
    },
  };
}

/** The plain form takes up whatever was being written; a correction only its own. */
function begin(first: Draft, about: string | null) {
  const kept = about === 'amends' ? null : keptDraft();
  return kept && (about === null || kept.about === about)
    ? { draft: resumed(kept.draft, kept.savedAt, timeNow()), key: kept.key, isResumed: true }
    : { draft: first, key: newKey(), isResumed: false };
}
