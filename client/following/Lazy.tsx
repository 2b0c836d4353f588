import { lazy } from '../layout/lazy.tsx';
import type { FollowerPageProps } from './FollowerPage.tsx';

/** A follower's own page comes only for whoever comes by a mail's link. */
export const LazyFollowerPage = lazy<FollowerPageProps>(
  async () => (await import('./FollowerPage.tsx')).FollowerPage,
);
