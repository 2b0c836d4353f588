import { useEffect, useState } from 'preact/hooks';
import { say } from '../language/say-of-reports.ts';

/** For how long the device has been at work, and a way to end it. */
export function Working({ onStop }: { onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="working">
      <span role="timer">{say('form.workedFor', { seconds })}</span>
      <button type="button" class="button" onClick={onStop}>
        {say('form.stopWork')}
      </button>
    </div>
  );
}
