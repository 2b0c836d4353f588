import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { KnownAsOfProps } from '../time/KnownAsOf.tsx';
import { lazy } from './lazy.tsx';

/** Parts of the page that seeing the map has no need of: their code comes when they are shown. */

interface Shown {
  readonly state: State;
  readonly store: Store;
}

export const LazyAbout = lazy<object>(async () => (await import('./About.tsx')).About);

export const LazyDropped = lazy<{ readonly names: readonly string[] }>(
  async () => (await import('./Dropped.tsx')).Dropped,
);

export const LazyDetail = lazy<Shown>(async () => (await import('../detail/Detail.tsx')).Detail);

export const LazyAtPlace = lazy<Shown & { readonly loader: Loader }>(
  async () => (await import('../list/AtPlace.tsx')).AtPlace,
);

export const LazyEmpty = lazy<Shown>(async () => (await import('../list/Empty.tsx')).Empty);

export const LazyFilters = lazy<Shown>(
  async () => (await import('../filters/Filters.tsx')).Filters,
);

export const LazyFilterDialog = lazy<Shown & { readonly loader: Loader }>(
  async () => (await import('./FilterDialog.tsx')).FilterDialog,
);

export const LazyKnownAsOf = lazy<KnownAsOfProps>(
  async () => (await import('../time/KnownAsOf.tsx')).KnownAsOf,
);
