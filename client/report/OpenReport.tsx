import { useRef, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { say } from '../language/say-of-reports.ts';
import { neededPart } from '../layout/lazy.tsx';
import type { Store } from '../state/store.ts';
import { errorOf, Field } from './Field.tsx';
import { LeaveButton } from './LeaveButton.tsx';

/** Opens a report by its link, pasted, or by its words, typed from paper. */
export function OpenReport({ store }: { store: Store }) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | undefined>();
  const field = useRef<HTMLTextAreaElement>(null);
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const read = await readKey(typed);
    if ('token' in read) {
      store.dispatch({ type: 'screenOpened', screen: { kind: 'status', token: read.token } });
      return;
    }
    setError(read.wrong);
    field.current?.focus();
  };
  return (
    <form class="report-form" noValidate onSubmit={(event) => void onSubmit(event)}>
      <div class="form-head">
        <h2 class="screen-title" tabIndex={-1}>
          {say('open.title')}
        </h2>
        <LeaveButton />
      </div>
      <Field id="report-key" label={say('open.key')} hint={say('open.hint')} error={error}>
        <textarea
          {...errorOf('report-key', error)}
          ref={field}
          rows={4}
          autoComplete="off"
          autoCapitalize="none"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setError(undefined);
          }}
        />
      </Field>
      <div class="actions">
        <button type="submit" class="button is-primary">
          {say('open.open')}
        </button>
      </div>
    </form>
  );
}

async function readKey(typed: string): Promise<{ token: string } | { wrong: string }> {
  const text = typed.trim();
  if (text === '') return { wrong: say('open.empty') };
  const link =
    /#report\/([\w-]{22,200})/.exec(text)?.[1] ?? /^[\w-]{22}$|^[\w-]{43}$/.exec(text)?.[0];
  if (link !== undefined) return { token: link };
  if (/^https?:/.test(text)) {
    return { wrong: say('open.notReport') };
  }
  try {
    const { tokenOfWords } = await neededPart(import('./token-words.ts'));
    return tokenOfWords(text);
  } catch (error) {
    return { wrong: failureOf(error).message };
  }
}
