import { useState } from 'preact/hooks';
import { failureOf } from '../../api/failure.ts';
import { signInByPasskey, signInByPassphrase } from '../../api/moderation-access.ts';
import { passkeyProblem } from './passkey-words.ts';

interface SignedOutProps {
  /** Why nobody is signed in, where there is more to say of it. */
  readonly problem: string | null;
  readonly onSignedIn: () => void;
}

/** By passkey, by name and passphrase, or how to come by a one-time link. */
export function SignedOut({ problem: before, onSignedIn }: SignedOutProps) {
  const [problem, setProblem] = useState(before);
  const [busy, setBusy] = useState(false);
  const attempt = async (signIn: () => Promise<void>, words: (error: unknown) => string) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn();
      onSignedIn();
    } catch (error) {
      setProblem(words(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="sign-in">
      <h2>You are not signed in</h2>
      {problem && <p role="alert">{problem}</p>}
      <button
        type="button"
        class="button is-primary"
        disabled={busy}
        onClick={() => void attempt(signInByPasskey, passkeyProblem)}
      >
        Use a passkey
      </button>
      <form
        class="stacked"
        aria-label="By passphrase"
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          void attempt(
            () => signInByPassphrase(String(fields.get('name')), String(fields.get('passphrase'))),
            (error) => failureOf(error).message,
          );
        }}
      >
        <label>
          Name
          <input name="name" autocomplete="username" required maxLength={80} />
        </label>
        <label>
          Passphrase
          <input
            name="passphrase"
            type="password"
            autocomplete="current-password"
            required
            maxLength={1000}
          />
        </label>
        <button type="submit" class="button" disabled={busy}>
          Use the passphrase
        </button>
      </form>
      <p class="note">
        Neither yet, or both lost? Open a one-time link. An administrator makes one under People, or
        whoever runs this map with <code>npm run moderator -- add NAME</code>.
      </p>
    </section>
  );
}
