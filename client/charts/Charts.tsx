import '../theme/figures.css';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say-of-figures.ts';
import { numberWords, weekdayName } from '../language/words.ts';
import { whenWords } from '../list/Counts.tsx';
import { writeAddress } from '../state/address.ts';
import type { Screen, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { clockWords } from '../time/words.ts';
import type { Counted } from '../view-source/source.ts';
import { BarRow } from './BarRow.tsx';
import { FigureTable } from './FigureTable.tsx';
import { NamedBars } from './NamedBars.tsx';
import { OverTime } from './OverTime.tsx';
import { byHour, byWeekday, sumOf, type Tally } from './tallies.ts';
import { useFigures } from './use-figures.ts';

export interface ChartsProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** Small charts of what the page shows: each says what it counts, and what is not known. */
export function Charts({ state, store, loader }: ChartsProps) {
  const { view, bars, each, failure } = useFigures(loader, state);
  const count = view ? view.matched + view.unplaced : 0;
  const compare: Screen = { kind: 'compare', compared: null };
  return (
    <article class="charts" aria-busy={!view && !failure}>
      <h2 class="screen-title" tabIndex={-1}>
        {say('charts.title')}
      </h2>
      <p>
        <a
          class="button"
          href={writeAddress({ ...state, screen: compare })}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            store.dispatch({ type: 'screenOpened', screen: compare });
          }}
        >
          {say('compare.title')}
        </a>
      </p>
      {failure && <p role="alert">{failure}</p>}
      {view && count === 0 && <p>{say('charts.none')}</p>}
      {view && bars && count > 0 && (
        <>
          <p class="note">
            {say('charts.counted', { count, when: whenWords(state.filter, view) })}
          </p>
          <OverTime title={say('charts.byKind')} bars={bars} by="family" />
          <OverTime title={say('charts.bySure')} bars={bars} by="verification" />
          {each ? <OneByOne each={each} /> : <p class="note">{say('charts.tooMany')}</p>}
        </>
      )}
    </article>
  );
}

/** What can be told only by looking at each incident. */
function OneByOne({ each }: { each: readonly Counted[] }) {
  const [hours, weekdays] = [byHour(each), byWeekday(each)];
  return (
    <>
      <Hours tally={hours} />
      <section class="chart">
        <h3 class="section-title">{say('charts.weekday')}</h3>
        <p class="note">{say('charts.dayKnown', { known: weekdays.known, left: weekdays.left })}</p>
        {weekdays.known > 0 && (
          <NamedBars
            caption={say('charts.weekday')}
            names={WEEKDAYS.map(weekdayName)}
            counts={weekdays.counts}
          />
        )}
      </section>
      <section class="chart">
        <h3 class="section-title">{say('charts.harm')}</h3>
        <p>{say('charts.arrests', { ...sumOf(each, 'arrests') })}</p>
        <p>{say('charts.injuries', { ...sumOf(each, 'injuries') })}</p>
        <p>{say('charts.killed', { ...sumOf(each, 'fatalities') })}</p>
        <p class="note">{say('charts.harmNote')}</p>
      </section>
    </>
  );
}

const WEEKDAYS = Array.from({ length: 7 }, (_, day) => day);
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Those that stand below the bars. */
const NAMED_HOURS = [0, 6, 12, 18];

/** @returns `midnight`, `6 am`. */
function hourName(hour: number): string {
  // In January the city is six hours behind UTC.
  return clockWords(Date.UTC(2026, 0, 14, hour + 6));
}

function Hours({ tally: { counts, known, left } }: { tally: Tally }) {
  const most = Math.max(1, ...counts);
  const title = say('charts.hour');
  return (
    <section class="chart">
      <h3 class="section-title">{title}</h3>
      <p class="note">
        {say('charts.hourKnown', { known, left })} {say('charts.hourLoose')}
      </p>
      {known > 0 && (
        <>
          <div class="chart-row">
            <p class="count" aria-hidden="true">
              {numberWords(most)}
            </p>
            <BarRow
              counts={counts}
              most={most}
              colour="var(--accent)"
              label={say('charts.row', { label: title, count: known })}
            />
          </div>
          <p class="chart-marks" aria-hidden="true">
            {NAMED_HOURS.map((hour) => (
              <span key={hour}>{hourName(hour)}</span>
            ))}
          </p>
          <FigureTable
            caption={title}
            columns={[say('charts.count')]}
            rows={HOURS.map((hour) => ({ name: hourName(hour), counts: [counts[hour] ?? 0] }))}
          />
        </>
      )}
    </section>
  );
}
