import type { QueuedReport } from '../../api/moderation.ts';
import { datedWords } from '../../time/words.ts';

/** What was asked and answered, and what moderators tell each other. */
export function Talk({ report: { thread, notes } }: { report: QueuedReport }) {
  if (thread.length === 0 && notes.length === 0) return null;
  return (
    <div class="talk">
      {thread.length > 0 && (
        <section aria-labelledby="thread-title">
          <h3 id="thread-title" class="section-title">
            Asked and answered
          </h3>
          <ol class="messages">
            {thread.map(({ from, text, on }, index) => (
              <li key={`${index}${from}`} class={`from-${from}`}>
                <strong>{from === 'moderator' ? 'Moderators' : 'Reporter'}</strong>,{' '}
                {datedWords(on)}
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {notes.length > 0 && (
        <section aria-labelledby="notes-title">
          <h3 id="notes-title" class="section-title">
            Notes, never public
          </h3>
          <ol class="messages">
            {notes.map(({ by, text, on }, index) => (
              <li key={`${index}${by}`}>
                <strong>{by}</strong>, {datedWords(on)}
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
