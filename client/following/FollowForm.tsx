import { useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from '../api/failure.ts';
import { askToFollow, followedOf } from '../api/following.ts';
import { spokenLanguage } from '../language/say.ts';
import { say } from '../language/say-of-following.ts';
import { errorOf, Field } from '../report/Field.tsx';
import type { Filter } from '../state/state.ts';
import { Followed } from './Followed.tsx';

export interface FollowFormProps {
  readonly filter: Filter;
}

/** Asks for mails about what the screen is narrowed to, and says what is kept for that. */
export function FollowForm({ filter }: FollowFormProps) {
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isSending, setSending] = useState(false);
  const [isSent, setSent] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const followed = followedOf(filter);

  const refuse = (): void => {
    setError(say('following.addressWrong'));
    field.current?.focus();
  };
  const send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (isSending) return;
    setFailure(null);
    if (!/^\S+@\S+$/.test(address.trim())) return refuse();
    setSending(true);
    try {
      await askToFollow(address.trim(), spokenLanguage(), followed);
      setSent(true);
    } catch (thrown) {
      const found = failureOf(thrown);
      if (found.errors.some(({ pointer }) => pointer === '/address')) refuse();
      else setFailure(found);
    } finally {
      setSending(false);
    }
  };

  if (isSent) {
    return (
      <p role="status" tabIndex={-1} ref={(words) => words?.focus()}>
        {say('following.sent')}
      </p>
    );
  }
  return (
    <form class="follow-form" noValidate onSubmit={(event) => void send(event)}>
      <p>{say('following.what')}</p>
      <Followed followed={followed} />
      {filter.datetime && <p class="note">{say('following.withoutTime')}</p>}
      <Field id="follow-address" label={say('following.address')} error={error}>
        <input
          {...errorOf('follow-address', error)}
          ref={field}
          type="email"
          name="email"
          autoComplete="email"
          maxLength={254}
          required
          value={address}
          onInput={(event) => {
            setAddress(event.currentTarget.value);
            setError(undefined);
          }}
        />
      </Field>
      <p class="note">{say('following.kept')}</p>
      <p class="note">{say('following.seen')}</p>
      {failure && (
        <p class="form-error" role="alert">
          {failure.message}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button is-primary" aria-disabled={isSending}>
          {say('following.ask')}
        </button>
      </div>
    </form>
  );
}
