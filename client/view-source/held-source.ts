import type { IncidentFeature } from '../../data/incident/schema.ts';
import { wordsOf } from '../../data/query/words.ts';
import { viewResponse } from '../../data/view/response.ts';
import type { Answer, ItemsPage, ListedIncident, ViewResponse } from '../api/answer.ts';
import { viewPath } from '../api/query.ts';
import { PAGE_SIZE } from '../list/paged-list.ts';
import type { Filter } from '../state/state.ts';
import type { Held, HeldColumns, ListFilter } from './held-columns.ts';
import {
  type ListQuestion,
  placedList,
  type Question,
  unplacedList,
  type ViewSource,
} from './source.ts';

const WORLD = [-180, -90, 180, 90] as const;
/** Of the whole city where the map has not said what it shows: as the server takes it. */
const DEFAULT_ZOOM = 11;

/** Whole records that have been seen, so that they need not be asked for again. */
export interface Wholes {
  /** @returns the record as it is known today at that revision, where it has been seen. */
  find(id: string, revision: number): IncidentFeature | null;
}

/**
 * Answers from the columns that the page holds, at once. Words are the server's to find.
 * @param columns gives those of now; they are exchanged as a whole.
 */
export function heldSource(
  columns: () => HeldColumns,
  wholes: Wholes,
  server: ViewSource,
): ViewSource {
  const listed = (held: Held, asOf: number): ListedIncident =>
    (asOf === Infinity ? wholes.find(held.summary.id, columns().revision) : null) ??
    listedIncident(held);

  function pageOf(list: ListQuestion, index: number): ItemsPage {
    const skip = index * PAGE_SIZE;
    const { page, matched } = columns().page(narrowingOf(list), skip, PAGE_SIZE);
    const end = skip + page.length;
    return {
      features: page.map((held) => listed(held, list.filter.asOf)),
      numberMatched: matched,
      revision: columns().revision,
      links: end < matched ? [{ rel: 'next', href: `#${end}` }] : [],
    };
  }

  function viewOf(question: Question): Pick<Answer, 'key' | 'view'> {
    const { filter, viewport, bins, span } = question;
    const { within, datetime, categories, verifications, asOf } = filter;
    const held = columns();
    const answer = held.view({
      bbox: viewport?.bbox ?? WORLD,
      within,
      zoom: viewport?.zoom ?? DEFAULT_ZOOM,
      bins,
      span: span ?? undefined,
      datetime,
      categories,
      verifications,
      textKeys: null,
      asOf,
    });
    // Summaries say their vocabulary as text.
    const view = viewResponse(answer, held, held.revision) as ViewResponse;
    return { key: viewPath(question), view };
  }

  return {
    answersAtOnce: ({ filter }) => !hasWords(filter),

    ask(question, signal) {
      const { filter } = question;
      if (hasWords(filter)) return server.ask(question, signal);
      return {
        ...viewOf(question),
        list: pageOf(placedList(question), 0),
        unplaced: pageOf(unplacedList(filter), 0),
      };
    },

    askView(question, { list, unplaced }, signal) {
      if (hasWords(question.filter)) {
        return server.askView(question, { list, unplaced }, signal);
      }
      return { ...viewOf(question), list, unplaced };
    },

    page(list, index, link, signal) {
      if (hasWords(list.filter)) return server.page(list, index, link, signal);
      return pageOf(list, index);
    },

    counted(list, signal) {
      if (hasWords(list.filter)) return server.counted(list, signal);
      return columns().counted(narrowingOf(list));
    },

    knownDays: () => columns().knownDays(),
  };
}

/** A text without words filters nothing. */
function hasWords({ text }: Filter): boolean {
  return text !== null && wordsOf(text).length > 0;
}

function narrowingOf({ filter, bbox, placed }: ListQuestion): ListFilter {
  const { text: _words, ...rest } = filter;
  return { ...rest, bbox, placed };
}

function listedIncident({ row, summary, accounts }: Held): ListedIncident {
  const { id, ...properties } = summary;
  return {
    type: 'Feature',
    id,
    geometry: row.position && { type: 'Point', coordinates: [...row.position] },
    properties: {
      ...(properties as Omit<ListedIncident['properties'], 'accounts'>),
      accounts: { length: accounts },
    },
  };
}
