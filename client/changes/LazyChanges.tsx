import { lazy } from '../layout/lazy.tsx';
import type { ChangesProps } from './Changes.tsx';

/** The list comes only when somebody opens it. */
export const LazyChanges = lazy<ChangesProps>(async () => (await import('./Changes.tsx')).Changes);
