import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from '../api/failure.ts';
import { type ReportState, withdrawReport } from '../api/reports.ts';
import { Said } from '../language/Said.tsx';
import { say } from '../language/say-of-reports.ts';
import { failureWords } from './problem-words.ts';

interface WithdrawProps {
  readonly token: string;
  readonly report: ReportState;
  readonly onWithdrawn: () => void;
}

/** Takes a report back, after saying what that erases. */
export function Withdraw({ token, report: { status }, onWithdrawn }: WithdrawProps) {
  const [isAsking, setAsking] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasPressed = useRef(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  // Each takes the other's place, and the focus with it, before the next key is pressed.
  useLayoutEffect(() => {
    if (wasPressed.current) (words.current ?? button.current)?.focus();
  }, [isAsking]);
  const ask = (isAsked: boolean): void => {
    wasPressed.current = true;
    setAsking(isAsked);
  };
  if (status === 'published' || status === 'merged') {
    return <p class="note">{say('withdraw.public')}</p>;
  }
  if (status === 'withdrawn') return null;
  const isRejected = status === 'rejected';
  const withdraw = async (): Promise<void> => {
    try {
      await withdrawReport(token);
      onWithdrawn();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  if (!isAsking) {
    return (
      <button type="button" class="button is-danger" ref={button} onClick={() => ask(true)}>
        {isRejected ? say('withdraw.eraseReport') : say('withdraw.withdrawReport')}
      </button>
    );
  }
  return (
    <fieldset class="withdraw" aria-labelledby="withdraw-words">
      <p id="withdraw-words" tabIndex={-1} ref={words}>
        {say('withdraw.what')}
      </p>
      {failure && (
        <p role="alert">
          <Said words={failureWords(failure)} />
        </p>
      )}
      <div class="actions">
        <button type="button" class="button is-danger" onClick={() => void withdraw()}>
          {isRejected ? say('withdraw.erase') : say('withdraw.withdraw')}
        </button>
        <button type="button" class="button" onClick={() => ask(false)}>
          {say('withdraw.keep')}
        </button>
      </div>
    </fieldset>
  );
}
