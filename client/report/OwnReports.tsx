import { Mark } from '../marks/Mark.tsx';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** This device's reports that are not public yet, to their reporter alone. */
export function OwnReports({ state, store }: { state: State; store: Store }) {
  const pending = state.ownReports.filter(
    ({ report }) => report.status === 'pending' && report.feature !== null,
  );
  if (pending.length === 0) return null;
  return (
    <section class="own-reports" aria-labelledby="own-reports-title">
      <h2 id="own-reports-title" class="section-title">
        Your reports, waiting for review
      </h2>
      <ul>
        {pending.map(({ token, report }) => {
          const screen = { kind: 'status', token } as const;
          return (
            <li key={token}>
              <a
                class="row"
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
                  <span class="row-meta">Pending · seen by you alone</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
