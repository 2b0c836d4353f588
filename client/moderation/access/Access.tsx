import {
  addPasskey,
  deletePasskey,
  endSession,
  fetchPasskeys,
  fetchSessions,
  type Moderator,
  setPassphrase,
} from '../../api/moderation-access.ts';
import { datedWords } from '../../time/words.ts';
import { useAct } from '../use-act.ts';
import { useLoaded } from '../use-loaded.ts';
import { passkeyProblem } from './passkey-words.ts';

interface AccessProps {
  readonly moderator: Moderator;
  readonly onChanged: () => void;
}

/** How one signs in, and where one is signed in. */
export function Access({ moderator, onChanged }: AccessProps) {
  const passkeys = useLoaded(fetchPasskeys);
  const sessions = useLoaded(fetchSessions);
  const { said, busy, act } = useAct();
  const changed = async (): Promise<void> => {
    await Promise.all([passkeys.reload(), sessions.reload()]);
    onChanged();
  };
  return (
    <div class="plain-page">
      <h2>Your sign-in</h2>
      <p class="note">
        {moderator.name}, {moderator.role}
      </p>
      <p class="said" role="status">
        {said}
      </p>
      <section aria-labelledby="passkeys-title">
        <h3 id="passkeys-title">Passkeys</h3>
        <ul class="entries">
          {passkeys.value?.map(({ id, addedOn }, index) => (
            <li key={id}>
              <span>
                Passkey {index + 1}, added {datedWords(addedOn)}
              </span>
              <button
                type="button"
                class="button"
                disabled={busy}
                onClick={() =>
                  void act(() => deletePasskey(id), `Passkey ${index + 1} is removed.`).then(
                    changed,
                  )
                }
              >
                Remove<span class="visually-hidden"> passkey {index + 1}</span>
              </button>
            </li>
          ))}
          {passkeys.value?.length === 0 && <li>None yet.</li>}
        </ul>
        {passkeys.problem && <p role="alert">{passkeys.problem}</p>}
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() =>
            void act(addPasskey, 'The passkey is added.', passkeyProblem).then(changed)
          }
        >
          {passkeys.value?.length === 0 ? 'Add your first passkey' : 'Add another passkey'}
        </button>
      </section>
      <section aria-labelledby="passphrase-title">
        <h3 id="passphrase-title">Passphrase</h3>
        <p>
          {moderator.hasPassphrase ? 'You have one.' : 'You have none.'} Setting one ends your other
          sessions.
        </p>
        <form
          class="stacked"
          onSubmit={(event) => {
            event.preventDefault();
            const form = event.currentTarget;
            const passphrase = String(new FormData(form).get('passphrase'));
            void act(() => setPassphrase(passphrase), 'The passphrase is set.').then((isDone) => {
              if (isDone) form.reset();
              return changed();
            });
          }}
        >
          <label>
            New passphrase, at least 12 characters
            <input
              name="passphrase"
              type="password"
              autocomplete="new-password"
              minLength={12}
              maxLength={1000}
              required
            />
          </label>
          <button type="submit" class="button" disabled={busy}>
            Set the passphrase
          </button>
        </form>
      </section>
      <section aria-labelledby="sessions-title">
        <h3 id="sessions-title">Where you are signed in</h3>
        <ul class="entries">
          {sessions.value?.map(({ id, startedOn, expiresAt, current }) => (
            <li key={id}>
              <span>
                {current ? 'This browser' : 'Another browser'}, since {datedWords(startedOn)}; ends{' '}
                {datedWords(expiresAt)}
              </span>
              {!current && (
                <button
                  type="button"
                  class="button"
                  disabled={busy}
                  onClick={() => void act(() => endSession(id), 'It is signed out.').then(changed)}
                >
                  Sign it out
                </button>
              )}
            </li>
          ))}
        </ul>
        {sessions.problem && <p role="alert">{sessions.problem}</p>}
      </section>
    </div>
  );
}
