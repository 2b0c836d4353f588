import { CATEGORY_IDS } from '../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../data/vocabulary/verifications.ts';
import { say } from '../language/say-of-figures.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import { numberWords } from '../language/words.ts';
import { readAddress, writeAddress } from '../state/address.ts';
import type { Camera, Filter, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { SideAnswer } from './ask-side.ts';
import { totalOf } from './sides.ts';

interface SidesTableProps {
  readonly sides: readonly [SideAnswer, SideAnswer];
  readonly names: readonly [string, string];
  readonly state: State;
  readonly store: Store;
}

interface Line {
  readonly key: string;
  readonly what: string;
  readonly counts: readonly [number, number];
  /** What its figures lead to; null for what no filter tells apart. */
  readonly narrowing: Partial<Filter> | null;
}

/** Counts by category and by verification; each leads to the incidents that it counts. */
export function SidesTable({ sides, names, state, store }: SidesTableProps) {
  const { categories, verifications } = state.filter;
  const counts = (of: (side: SideAnswer) => number | undefined): [number, number] => [
    of(sides[0]) ?? 0,
    of(sides[1]) ?? 0,
  ];
  const all: Line[] = [
    {
      key: 'all',
      what: say('compare.all'),
      counts: counts(({ view }) => totalOf(view)),
      narrowing: {},
    },
    {
      key: 'unplaced',
      what: say('compare.unplaced'),
      counts: counts(({ view }) => view.unplaced),
      narrowing: null,
    },
  ];
  const byCategory = (categories ?? CATEGORY_IDS).map((id) => ({
    key: id,
    what: categoryLabel(id),
    counts: counts(({ view }) => view.facets.category[id]),
    narrowing: { categories: [id] },
  }));
  const byVerification = (verifications ?? VERIFICATION_IDS).map((id) => ({
    key: id,
    what: verificationLabel(id),
    counts: counts(({ view }) => view.facets.verification[id]),
    narrowing: { verifications: [id] },
  }));
  const body = (title: string | null, lines: readonly Line[]) => (
    <Lines title={title} lines={lines} {...{ sides, names, state, store }} />
  );
  return (
    <table class="compare-table">
      <caption class="note">{say('compare.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('compare.what')}</th>
          {names.map((name, side) => (
            <th scope="col" key={side}>
              {name}
            </th>
          ))}
          <th scope="col">{say('compare.difference')}</th>
        </tr>
      </thead>
      {body(null, all)}
      {body(say('filters.category'), byCategory.filter(hasAny))}
      {body(say('filters.verification'), byVerification.filter(hasAny))}
    </table>
  );
}

function hasAny({ counts: [first, second] }: Line): boolean {
  return first + second > 0;
}

interface LinesProps extends SidesTableProps {
  readonly title: string | null;
  readonly lines: readonly Line[];
}

function Lines({ title, lines, sides, names, state, store }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      {title !== null && (
        <tr>
          <th scope="rowgroup" colSpan={4} class="compare-group">
            {title}
          </th>
        </tr>
      )}
      {lines.map(({ key, what, counts, narrowing }) => (
        <tr key={key}>
          <th scope="row">{what}</th>
          {([0, 1] as const).map((side) => (
            <td key={side}>
              {narrowing === null || counts[side] === 0 ? (
                numberWords(counts[side])
              ) : (
                <Figure
                  words={say('compare.figure', { what, when: names[side], count: counts[side] })}
                  count={counts[side]}
                  filter={{ ...sides[side].filter, ...narrowing }}
                  state={state}
                  store={store}
                />
              )}
            </td>
          ))}
          <td>{signed(counts[1] - counts[0])}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** A figure counts the whole city, and so must what it leads to. */
const CITY: Camera = { zoom: 10.6, longitude: -93.265, latitude: 44.972 };

interface FigureProps {
  readonly words: string;
  readonly count: number;
  readonly filter: Filter;
  readonly state: State;
  readonly store: Store;
}

function Figure({ words, count, filter, state, store }: FigureProps) {
  const href = writeAddress({
    ...state,
    filter,
    rolling: null,
    camera: CITY,
    screen: { kind: 'list' },
  });
  return (
    <a
      href={href}
      aria-label={words}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const address = readAddress(new URL(href, location.href).search, '');
        store.dispatch({ type: 'navigated', address });
      }}
    >
      {numberWords(count)}
    </a>
  );
}

/** @returns `+7`, `−3`, `0`. */
function signed(difference: number): string {
  if (difference === 0) return '0';
  return `${difference > 0 ? '+' : '−'}${numberWords(Math.abs(difference))}`;
}
