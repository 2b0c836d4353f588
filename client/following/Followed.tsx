import { readFilter } from '../../data/query/filter.ts';
import type { FollowedFilter } from '../api/following.ts';
import { chipsOf } from '../filters/Chips.tsx';
import { say } from '../language/say-of-following.ts';

/** What is followed, in the words of the filters. */
export function Followed({ followed }: { followed: FollowedFilter }) {
  const { filter } = readFilter((name) => followed[name]);
  const labels = chipsOf(filter).map(({ label }) => label);
  if (filter.bbox) labels.unshift(say('following.box', { box: filter.bbox.join(', ') }));
  if (labels.length === 0) labels.push(say('following.everything'));
  return (
    <ul class="followed" aria-label={say('following.followed')}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  );
}
