import { useEffect, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';

export interface Loaded<T> {
  /** Null until it has come. */
  readonly value: T | null;
  readonly problem: string | null;
  readonly reload: () => Promise<void>;
}

/** Loads something when a part of the page opens; what failed is told, what was there stays. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const reload = async (): Promise<void> => {
    try {
      setValue(await load());
      setProblem(null);
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  useEffect(() => void reload(), []);
  return { value, problem, reload };
}
