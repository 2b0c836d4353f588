import { describe, expect, it } from 'vitest';
import type { Answer } from '../../client/api/answer.ts';
import { type PagedList, rowAt } from '../../client/list/paged-list.ts';
import { readAddress } from '../../client/state/address.ts';
import type { Event } from '../../client/state/event.ts';
import { INITIAL_STATE, type State } from '../../client/state/state.ts';
import { createStore } from '../../client/state/store.ts';
import { update } from '../../client/state/update.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { answerOf, incident } from './made-answer.ts';

const FAILURE = { kind: 'network', status: 0, message: 'No answer.', errors: [] } as const;

function reached(state: State, ...events: Event[]): State {
  return events.reduce(update, state);
}

/** An answer whose list holds these of so many, and a link to more. */
function listing(features: IncidentFeature[], matched: number, href: string): Answer {
  const answer = answerOf(features);
  const links = [{ rel: 'next', href }];
  return { ...answer, list: { ...answer.list, numberMatched: matched, links } };
}

function withAnswer(answer: Answer): State {
  return reached(INITIAL_STATE, { type: 'answered', answer });
}

describe('opening an incident', () => {
  it('shows at once what the list already holds', () => {
    const state = reached(withAnswer(answerOf([incident('a')])), {
      type: 'screenOpened',
      screen: { kind: 'incident', id: 'a' },
    });
    expect(state.opened?.feature?.id).toBe('a');
  });

  it('waits for what the list does not hold, and ignores an answer that comes too late', () => {
    const waiting = reached(withAnswer(answerOf([])), {
      type: 'screenOpened',
      screen: { kind: 'incident', id: 'b' },
    });
    expect(waiting.opened).toEqual({ id: 'b', feature: null, failure: null });
    const other = reached(waiting, { type: 'incidentArrived', feature: incident('a') });
    expect(other.opened?.feature).toBeNull();
  });

  it('raises the sheet from its lowest, so that there is something to read', () => {
    const state = reached(withAnswer(answerOf([incident('a')])), {
      type: 'screenOpened',
      screen: { kind: 'incident', id: 'a' },
    });
    expect(state.sheet).toBe('half');
  });

  it('asks for it anew when the day of knowledge changes', () => {
    const open = reached(withAnswer(answerOf([incident('a')])), {
      type: 'screenOpened',
      screen: { kind: 'incident', id: 'a' },
    });
    const earlier = reached(open, { type: 'knownAsOfChosen', asOf: 1_768_543_199_999 });
    expect(earlier.opened).toEqual({ id: 'a', feature: null, failure: null });
  });

  it('asks for it anew when what is new is shown, which may be of it', () => {
    const open = reached(withAnswer(answerOf([incident('a')])), {
      type: 'screenOpened',
      screen: { kind: 'incident', id: 'a' },
    });
    expect(reached(open, { type: 'newsAsked' }).opened).toEqual({
      id: 'a',
      feature: null,
      failure: null,
    });
  });
});

describe('filters', () => {
  it('takes an empty choice for none', () => {
    const state = reached(INITIAL_STATE, { type: 'categoriesChosen', categories: [] });
    expect(state.filter.categories).toBeNull();
  });

  it('clears everything but the day of knowledge, which is no filter of what happened', () => {
    const asOf = 1_768_543_199_999;
    const state = reached(
      INITIAL_STATE,
      { type: 'textChosen', text: 'vigil' },
      { type: 'knownAsOfChosen', asOf },
      { type: 'filtersCleared' },
    );
    expect(state.filter).toEqual({ ...INITIAL_STATE.filter, asOf });
  });
});

describe('answers', () => {
  it('keeps what was loaded when a later request fails', () => {
    const state = reached(withAnswer(answerOf([incident('a')])), {
      type: 'loadingFailed',
      failure: FAILURE,
    });
    expect(state.answer?.list.features).toHaveLength(1);
    expect(state.failure).toEqual(FAILURE);
  });

  it('adds a further page to its own list, and drops one of a list that was replaced', () => {
    const rows = Array.from({ length: 50 }, (_, row) => incident(`a${row}`));
    const state = withAnswer(listing(rows, 120, '#50'));
    const of = state.lists.placed as PagedList;
    const page = { ...listing([incident('b')], 120, '#51').list };
    const event = { type: 'moreAnswered', list: 'placed', of, index: 1, page } as const;
    const more = reached(state, event).lists.placed as PagedList;
    expect([rowAt(more, 49)?.id, rowAt(more, 50)?.id]).toEqual(['a49', 'b']);
    const replaced = reached(withAnswer(listing([incident('c')], 120, '#50')), event);
    expect(rowAt(replaced.lists.placed as PagedList, 50)).toBeUndefined();
  });

  it('keeps the further pages where another answer has the same list', () => {
    const rows = Array.from({ length: 50 }, (_, row) => incident(`a${row}`));
    const answer = listing(rows, 120, '#50');
    const state = withAnswer(answer);
    const page = listing([incident('b')], 120, '#51').list;
    const of = state.lists.placed as PagedList;
    const more = reached(
      state,
      { type: 'moreAnswered', list: 'placed', of, index: 1, page },
      { type: 'answered', answer: { ...answer, key: 'other bars' } },
    );
    expect(rowAt(more.lists.placed as PagedList, 50)?.id).toBe('b');
    const changed = reached(more, { type: 'answered', answer: listing([...rows], 121, '#50') });
    expect(rowAt(changed.lists.placed as PagedList, 50)).toBeUndefined();
  });
});

describe('Back', () => {
  it('sends the map where the address says, and nowhere if it is there already', () => {
    const address = readAddress('?map=12/44.95/-93.27', '');
    const moved = reached(INITIAL_STATE, { type: 'navigated', address });
    expect(moved.camera).toEqual({ zoom: 12, latitude: 44.95, longitude: -93.27 });
    expect(moved.cameraRequest).toBe(1);
    expect(reached(moved, { type: 'navigated', address }).cameraRequest).toBe(1);
  });

  it('asks anew for an incident that was read as of another day', () => {
    const onDay = readAddress('?asOf=2026-01-15&incident=a', '');
    const read = reached(
      withAnswer(answerOf([incident('a')])),
      { type: 'navigated', address: onDay },
      { type: 'incidentArrived', feature: incident('a') },
    );
    expect(read.opened?.feature).not.toBeNull();
    const today = readAddress('?incident=a', '');
    const back = reached(
      read,
      { type: 'answered', answer: answerOf([]) },
      { type: 'navigated', address: today },
    );
    expect(back.opened).toEqual({ id: 'a', feature: null, failure: null });
    // A list of today is not of that day.
    const listed = reached(withAnswer(answerOf([incident('a')])), {
      type: 'navigated',
      address: onDay,
    });
    expect(listed.opened?.feature).toBeNull();
  });
});

describe('a failure', () => {
  it('lifts the sheet that would hide it, and leaves one that is open as it is', () => {
    const failed = { type: 'loadingFailed', failure: FAILURE } as const;
    expect(reached(INITIAL_STATE, failed)).toMatchObject({ sheet: 'half', failure: FAILURE });
    const full = reached(INITIAL_STATE, { type: 'sheetMoved', sheet: 'full' }, failed);
    expect(full.sheet).toBe('full');
  });
});

describe('the store', () => {
  it('finishes one event before the next, even where a listener sends it', () => {
    const store = createStore(INITIAL_STATE);
    const seen: (string | null)[] = [];
    store.onChange(({ filter }) => {
      if (filter.text === 'first') store.dispatch({ type: 'textChosen', text: 'second' });
    });
    store.onChange(({ filter }) => seen.push(filter.text));
    store.dispatch({ type: 'textChosen', text: 'first' });
    expect(seen).toEqual(['first', 'second']);
  });
});
