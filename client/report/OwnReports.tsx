import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { say } from '../language/say-of-reports.ts';
import { neededPart } from '../layout/lazy.tsx';
import { Mark } from '../marks/Mark.tsx';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { discard } from './discard.ts';
import { useWaiting } from './use-waiting.ts';
import type { WaitingReport } from './waiting.ts';

/** This device's reports that are not public yet, to their reporter alone. */
export function OwnReports({ state, store }: { state: State; store: Store }) {
  const waiting = useWaiting();
  const pending = state.ownReports.filter(
    ({ report: { status, feature } }) =>
      (status === 'pending' || status === 'scheduled') && feature !== null,
  );
  if (pending.length + waiting.length === 0) return null;
  return (
    <section class="own-reports" aria-labelledby="own-reports-title">
      <h2 id="own-reports-title" class="section-title">
        {say('own.title')}
      </h2>
      <ul>
        {waiting.map((report) => (
          <Unsent key={report.key} report={report} store={store} />
        ))}
        {pending.map(({ token, report }) => {
          const screen = { kind: 'status', token } as const;
          const isAsked = report.status === 'pending' && report.thread.at(-1)?.from === 'moderator';
          return (
            <li key={token}>
              <a
                class={state.hovered === token ? 'row is-hovered' : 'row'}
                href={writeAddress({ ...state, screen })}
                onClick={(event) => {
                  event.preventDefault();
                  store.dispatch({ type: 'screenOpened', screen });
                }}
              >
                {report.feature && (
                  <Mark
                    category={report.feature.properties.category}
                    verification="unverified"
                    pending
                  />
                )}
                <span class="row-text">
                  <span class="row-title">{report.feature?.properties.title}</span>
                  <span class="row-meta">
                    {isAsked
                      ? say('own.question')
                      : report.status === 'pending'
                        ? say('own.pending')
                        : say('own.accepted')}
                  </span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Waits on this device: for a connection, or to be mended. */
function Unsent({ report, store }: { report: WaitingReport; store: Store }) {
  const [failed, setFailed] = useState<string | null>(null);
  const press = async (act: () => Promise<void>): Promise<void> => {
    setFailed(null);
    try {
      await act();
    } catch (error) {
      setFailed(failureOf(error).message);
    }
  };
  const tryNow = async (): Promise<void> => {
    const { sendWaiting } = await neededPart(import('./send-waiting.ts'));
    await sendWaiting(store);
  };
  const mend = async (): Promise<void> => {
    const { takeBack } = await neededPart(import('./take-back.ts'));
    await takeBack(report);
    store.dispatch({ type: 'screenOpened', screen: { kind: 'report', correcting: null } });
  };
  return (
    <li class="unsent">
      <p class="row-title">{report.feature.properties.title}</p>
      <p class="row-meta">
        {report.refusal === null ? say('own.waits') : say('own.refused', { why: report.refusal })}
      </p>
      {failed !== null && <p role="alert">{failed}</p>}
      <div class="actions">
        {report.refusal === null ? (
          <button type="button" class="button" onClick={() => void press(tryNow)}>
            {say('own.tryNow')}
          </button>
        ) : (
          <button type="button" class="button" onClick={() => void press(mend)}>
            {say('own.mend')}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={({ currentTarget }) => {
            focusBeside(currentTarget);
            void discard(report.key);
          }}
        >
          {say('own.discard')}
        </button>
      </div>
    </li>
  );
}

/** Moves the focus from an entry that is about to go: to another one, or to what stands below them all. */
function focusBeside(button: HTMLElement): void {
  const entry = button.closest('li');
  const beside =
    entry?.nextElementSibling ??
    entry?.previousElementSibling ??
    button.closest('section')?.nextElementSibling;
  beside?.querySelector<HTMLElement>('a, button')?.focus();
}
