import { useEffect, useState } from 'preact/hooks';
import { isFollowingOffered } from '../api/following.ts';
import { say } from '../language/say.ts';
import { lazy } from '../layout/lazy.tsx';
import type { Filter } from '../state/state.ts';
import type { FollowFormProps } from './FollowForm.tsx';

const LazyFollowForm = lazy<FollowFormProps>(
  async () => (await import('./FollowForm.tsx')).FollowForm,
);

/** Opens the form by which changes come by e-mail, where this map sends any. */
export function FollowButton({ filter }: { filter: Filter }) {
  const [isOffered, setOffered] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    // Where it cannot be told, the feed is there all the same.
    isFollowingOffered(controller.signal).then(setOffered, () => undefined);
    return () => controller.abort();
  }, []);
  if (!isOffered) return null;
  return (
    <div class="follow">
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say('changes.byMail')}
      </button>
      {isOpen && <LazyFollowForm filter={filter} />}
    </div>
  );
}
