import { type FilterParameter, writeFilter } from '../../data/query/filter.ts';
import type { LanguageId } from '../language/languages.ts';
import type { Filter } from '../state/state.ts';
import { request } from './request.ts';

/** Query parameters by name. */
export type FollowedFilter = Readonly<Partial<Record<FilterParameter, string>>>;

export interface Follower {
  readonly status: 'unconfirmed' | 'following';
  readonly filter: FollowedFilter;
  readonly language: LanguageId;
}

const PATH = '/api/following';

/** @returns what of a filter can be followed: the range of time and the day of knowledge cannot. */
export function followedOf(filter: Filter): FollowedFilter {
  return Object.fromEntries(writeFilter({ ...filter, datetime: null, asOf: Infinity }));
}

export async function isFollowingOffered(signal: AbortSignal): Promise<boolean> {
  return (await request<{ offered: boolean }>(PATH, { signal })).body.offered;
}

export async function askToFollow(
  address: string,
  language: LanguageId,
  filter: FollowedFilter,
): Promise<void> {
  await request(PATH, { method: 'POST', body: { address, language, filter } });
}

export async function fetchFollower(token: string, signal: AbortSignal): Promise<Follower> {
  return (await request<Follower>(pathOf(token), { signal })).body;
}

export async function confirmFollower(token: string): Promise<Follower> {
  const options = { method: 'POST', body: { action: 'confirm' } } as const;
  return (await request<Follower>(pathOf(token), options)).body;
}

export async function eraseFollower(token: string): Promise<void> {
  await request(pathOf(token), { method: 'DELETE' });
}

function pathOf(token: string): string {
  return `${PATH}/${encodeURIComponent(token)}`;
}
