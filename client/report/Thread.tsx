import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from '../api/failure.ts';
import { answerQuestion, type ReportState } from '../api/reports.ts';
import { say } from '../language/say-of-reports.ts';
import { datedWords } from '../time/words.ts';
import { errorOf, Field } from './Field.tsx';
import { failureWords, fieldWords } from './problem-words.ts';

interface ThreadProps {
  readonly token: string;
  readonly report: ReportState;
  readonly onAnswered: () => void;
}

/** What the moderators ask, and what the reporter tells them. None of it becomes public. */
export function Thread({ token, report: { thread, status }, onAnswered }: ThreadProps) {
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isSending, setSending] = useState(false);
  const messages = useRef<HTMLOListElement>(null);
  const isAnswered = useRef(false);
  useEffect(() => {
    if (isAnswered.current) messages.current?.querySelector<HTMLElement>('li:last-child')?.focus();
    isAnswered.current = false;
  }, [thread.length]);
  const isOpen = thread.at(-1)?.from === 'moderator' && status === 'pending';
  if (thread.length === 0) return null;
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '' || isSending) return;
    setSending(true);
    setFailure(null);
    try {
      await answerQuestion(token, text);
      setText('');
      isAnswered.current = true;
      onAnswered();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  const [wrong] = failure?.errors ?? [];
  const error = wrong ? fieldWords(wrong) : failure ? failureWords(failure) : undefined;
  return (
    <section class="thread" aria-labelledby="thread-title">
      <h3 class="section-title" id="thread-title">
        {isOpen ? say('own.question') : say('thread.between')}
      </h3>
      <ol ref={messages}>
        {thread.map((message, index) => (
          <li key={`${index} ${message.on}`} class={`message from-${message.from}`} tabIndex={-1}>
            <p class="note">{say(`thread.${message.from}`, { day: datedWords(message.on) })}</p>
            <p class="written">{message.text}</p>
          </li>
        ))}
      </ol>
      {status === 'pending' && (
        <form class="report-form answer-form" onSubmit={(event) => void onSubmit(event)}>
          <Field
            id="report-answer"
            label={isOpen ? say('thread.answer') : say('thread.add')}
            hint={say('thread.hint')}
            error={error}
          >
            <textarea
              {...errorOf('report-answer', error)}
              rows={3}
              maxLength={2000}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </Field>
          <button type="submit" class="button is-primary" aria-disabled={isSending}>
            {isSending ? say('form.sending') : say('thread.send')}
          </button>
        </form>
      )}
    </section>
  );
}
