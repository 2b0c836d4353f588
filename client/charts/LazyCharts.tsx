import { lazy } from '../layout/lazy.tsx';
import type { ChartsProps } from './Charts.tsx';

/** The charts come only when somebody opens them. */
export const LazyCharts = lazy<ChartsProps>(async () => (await import('./Charts.tsx')).Charts);
