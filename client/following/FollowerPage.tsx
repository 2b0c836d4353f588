import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf, isAbort } from '../api/failure.ts';
import {
  confirmFollower,
  eraseFollower,
  type FollowedFilter,
  type Follower,
  fetchFollower,
} from '../api/following.ts';
import { say } from '../language/say-of-following.ts';
import { Followed } from './Followed.tsx';

export interface FollowerPageProps {
  readonly token: string;
}

type Shown = Follower | 'erased' | null;

/** Where the links in mails lead: what is followed, to confirm it or to end it by a press. */
export function FollowerPage({ token }: FollowerPageProps) {
  const [shown, setShown] = useState<Shown>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetchFollower(token, controller.signal).then(setShown, (error: unknown) => {
      if (!isAbort(error)) setFailure(failureOf(error));
    });
    return () => controller.abort();
  }, [token]);

  const act = async (work: () => Promise<Shown>): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    try {
      setShown(await work());
      // The button that was pressed goes.
      status.current?.focus();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const confirm = (): Promise<void> => act(() => confirmFollower(token));
  const erase = (): Promise<void> =>
    act(async () => {
      await eraseFollower(token);
      return 'erased';
    });

  return (
    <article class="follower" aria-busy={shown === null && failure === null}>
      <h2 class="screen-title" tabIndex={-1}>
        {say('following.title')}
      </h2>
      {failure && (
        <p role="alert">{failure.status === 404 ? say('following.none') : failure.message}</p>
      )}
      <p role="status" tabIndex={-1} ref={status}>
        {shown && say(`following.is.${statusOf(shown)}`)}
      </p>
      {shown !== null && shown !== 'erased' && (
        <>
          <Followed followed={shown.filter} />
          <p>
            <a href={mapOf(shown.filter)}>{say('following.onMap')}</a>
          </p>
          <div class="actions">
            {shown.status === 'unconfirmed' && (
              <button
                type="button"
                class="button is-primary"
                aria-disabled={isBusy}
                onClick={() => void confirm()}
              >
                {say('following.confirm')}
              </button>
            )}
            <button
              type="button"
              class="button is-danger"
              aria-disabled={isBusy}
              onClick={() => void erase()}
            >
              {say(shown.status === 'following' ? 'following.stop' : 'following.refuse')}
            </button>
          </div>
          <p class="note">{say('following.kept')}</p>
        </>
      )}
    </article>
  );
}

function statusOf(shown: Exclude<Shown, null>): 'unconfirmed' | 'following' | 'erased' {
  return shown === 'erased' ? 'erased' : shown.status;
}

/** A box is left out: the map's own address has none, since it shows what is on screen. */
function mapOf({ bbox: _box, ...filter }: FollowedFilter): string {
  const query = new URLSearchParams(filter).toString();
  return `/${query && `?${query}`}#changes`;
}
