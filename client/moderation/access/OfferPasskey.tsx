import { useState } from 'preact/hooks';
import { addPasskey, type Moderator } from '../../api/moderation-access.ts';
import { passkeyProblem } from './passkey-words.ts';

interface OfferPasskeyProps {
  readonly moderator: Moderator;
  readonly onAdded: () => void;
}

/** Whoever came by a link has nothing to come back with. */
export function OfferPasskey({ moderator, onAdded }: OfferPasskeyProps) {
  const [isPutOff, setPutOff] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (isPutOff || moderator.passkeys > 0 || moderator.hasPassphrase) return null;
  return (
    <section class="offer" aria-label="How you come back">
      <p>
        Your link is used up. Add a passkey, so that you can sign in again; or{' '}
        <a href="#access">choose a passphrase</a>.
      </p>
      {problem && <p role="alert">{problem}</p>}
      <p class="actions">
        <button
          type="button"
          class="button is-primary"
          onClick={() =>
            void addPasskey().then(onAdded, (error) => setProblem(passkeyProblem(error)))
          }
        >
          Add a passkey
        </button>
        <button type="button" class="button" onClick={() => setPutOff(true)}>
          Not now
        </button>
      </p>
    </section>
  );
}
