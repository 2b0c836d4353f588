import { lazy } from '../layout/lazy.tsx';
import type { AreaToolProps } from './AreaTool.tsx';

/** Drawing comes only when somebody draws. */
export const LazyAreaTool = lazy<AreaToolProps>(
  async () => (await import('./AreaTool.tsx')).AreaTool,
);
