import { lazy } from '../layout/lazy.tsx';
import type { CompareProps } from './Compare.tsx';

/** The comparison comes only when somebody opens it. */
export const LazyCompare = lazy<CompareProps>(async () => (await import('./Compare.tsx')).Compare);
