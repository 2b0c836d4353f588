import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';

export interface Acting {
  /** What came of the last act, for everyone to read. */
  readonly said: string;
  readonly busy: boolean;
  /** @param words where the failure is not the server's own. @returns whether it was done. */
  act(
    perform: () => Promise<unknown>,
    done: string,
    words?: (error: unknown) => string,
  ): Promise<boolean>;
}

/** One act at a time, and what came of it in words. */
export function useAct(): Acting {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  return {
    said,
    busy,
    async act(perform, done, words = (error) => failureOf(error).message) {
      setBusy(true);
      try {
        await perform();
        setSaid(done);
        return true;
      } catch (error) {
        setSaid(words(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
