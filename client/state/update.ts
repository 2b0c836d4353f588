import { isWhole } from '../api/answer.ts';
import { listPath } from '../api/query.ts';
import { browserLanguage } from '../language/languages.ts';
import { findListed, firstPageOf, listFrom, withPage } from '../list/paged-list.ts';
import { homeSpanOf } from '../time/span.ts';
import { placedList, unplacedList } from '../view-source/source.ts';
import type { Event } from './event.ts';
import { askedFilter, NO_FILTER, type Opened, type Screen, type State } from './state.ts';

/** The page after an event. Pure; what must be done about it (requests, address) watches the state. */
export function update(state: State, event: Event): State {
  switch (event.type) {
    case 'navigated':
      return navigated(state, event);
    case 'timeChosen':
      return {
        ...state,
        filter: { ...state.filter, datetime: event.datetime },
        rolling: event.rolling ?? null,
      };
    case 'spanChosen':
      return { ...state, span: event.span };
    case 'playChanged':
      return { ...state, play: { ...state.play, ...event.play } };
    case 'newsCame':
      return { ...state, news: event.news };
    case 'newsAsked':
      // What came may lie beyond what the timeline was drawn over, and may change what is open.
      return {
        ...state,
        news: null,
        newsRequest: state.newsRequest + 1,
        homeSpan: null,
        opened: unread(state.opened),
      };
    case 'timeHeld':
      return { ...state, adjusting: true };
    case 'timeLetGo':
      return { ...state, adjusting: false };
    case 'categoriesChosen':
      return { ...state, filter: { ...state.filter, categories: orNull(event.categories) } };
    case 'verificationsChosen':
      return { ...state, filter: { ...state.filter, verifications: orNull(event.verifications) } };
    case 'areaChosen':
      return { ...state, filter: { ...state.filter, within: event.within } };
    case 'drawingChanged':
      return drawing(state, event.isDrawing);
    case 'textChosen':
      return { ...state, filter: { ...state.filter, text: event.text || null } };
    case 'knownAsOfChosen':
      return asOf(state, event.asOf);
    case 'filtersCleared':
      return { ...state, filter: { ...NO_FILTER, asOf: state.filter.asOf }, rolling: null };
    case 'filtersToggled':
      return { ...state, filtersOpen: event.open };
    case 'screenOpened':
      return opened(state, event.screen);
    case 'cameraAsked':
      return { ...state, camera: event.camera, cameraRequest: state.cameraRequest + 1 };
    case 'clusterOpened':
      return { ...state, clustersOpened: state.clustersOpened + 1 };
    case 'mapMoved':
      return { ...state, camera: event.camera, viewport: event.viewport };
    case 'mapChanged':
      return { ...state, map: event.map };
    case 'basemapChanged':
      return { ...state, basemap: event.basemap };
    case 'basemapAsked':
      return { ...state, basemapRequest: state.basemapRequest + 1 };
    case 'loadingStarted':
      return { ...state, loading: state.loading === 'slow' ? 'slow' : 'quiet' };
    case 'loadingSlow':
      return { ...state, loading: 'slow' };
    case 'surveyed':
      return { ...state, homeSpan: homeSpanOf(event.view.timeline, state.filter.datetime) };
    case 'answered':
      return answered(state, event);
    case 'loadingFailed':
      // At its lowest the sheet would hide what failed.
      return {
        ...state,
        failure: event.failure,
        loading: 'no',
        sheet: state.sheet === 'peek' ? 'half' : state.sheet,
      };
    case 'moreAsked':
      return { ...state, loadingMore: true };
    case 'moreAnswered':
      return more(state, event);
    case 'moreFailed':
      return { ...state, loadingMore: false, failure: event.failure };
    case 'incidentArrived':
      return state.opened?.id === event.feature.id
        ? { ...state, opened: { id: event.feature.id, feature: event.feature, failure: null } }
        : state;
    case 'incidentFailed':
      return state.opened?.id === event.id
        ? { ...state, opened: { ...state.opened, failure: event.failure } }
        : state;
    case 'placeAnswered': {
      const place = listFrom(event.name, event.page, state.lists.place);
      return { ...state, lists: { ...state.lists, place } };
    }
    case 'spreadCame':
      return { ...state, spread: event.spread };
    case 'hovered':
      return state.hovered === event.id ? state : { ...state, hovered: event.id };
    case 'sheetMoved':
      return { ...state, sheet: event.sheet };
    case 'themeChosen':
      return { ...state, theme: event.theme };
    case 'languageChosen':
      return { ...state, language: event.language };
    case 'languageSpoken':
      return { ...state, spoken: event.language };
    case 'drawnAsChosen':
      return { ...state, drawnAs: event.drawnAs };
    case 'ownPositionChanged':
      return { ...state, ownPosition: event.ownPosition };
    case 'ownReportsArrived':
      return { ...state, ownReports: event.reports };
    case 'placingChanged':
      return { ...state, placing: event.placing };
    case 'keptShown':
      return { ...state, keptAt: event.keptAt };
    case 'updateReady':
      return { ...state, updateReady: true };
    case 'noticeClosed':
      return { ...state, dropped: [] };
  }
}

/** A question is dropped as soon as the filter changes, so an answer is to the filter of now. */
function answered(state: State, { answer }: Extract<Event, { type: 'answered' }>): State {
  const { viewport, news, lists } = state;
  const filter = askedFilter(state);
  const placed = listPath(placedList({ filter, viewport }));
  const unplaced = listPath(unplacedList(filter));
  return {
    ...state,
    answer,
    answerFilter: filter,
    lists: {
      ...lists,
      placed: listFrom(placed, answer.list, lists.placed),
      unplaced: listFrom(unplaced, answer.unplaced, lists.unplaced),
    },
    homeSpan: state.homeSpan ?? homeSpanOf(answer.view.timeline, filter.datetime),
    news: news && answer.view.revision >= news.revision ? null : news,
    loading: 'no',
    failure: null,
    loadingMore: false,
  };
}

function navigated(state: State, { address }: Extract<Event, { type: 'navigated' }>): State {
  const moved = address.camera !== null && !sameCamera(address.camera, state.camera);
  const { filter, rolling, drawnAs, dropped } = address;
  const language = address.language ?? browserLanguage();
  // What is open is of the day of knowledge that the page was on.
  const kept = filter.asOf === state.filter.asOf ? state.opened : null;
  const next = { ...state, filter, rolling, drawnAs, dropped, language, opened: kept };
  return opened(
    moved ? { ...next, camera: address.camera, cameraRequest: state.cameraRequest + 1 } : next,
    address.screen,
  );
}

function sameCamera(a: State['camera'], b: State['camera']): boolean {
  return a?.zoom === b?.zoom && a?.longitude === b?.longitude && a?.latitude === b?.latitude;
}

/** An incident that the list holds is shown at once; it is asked for only where it does not. */
function opened(state: State, screen: Screen): State {
  const lifted = screen.kind !== 'list' && state.sheet === 'peek' ? 'half' : state.sheet;
  return {
    ...state,
    screen,
    opened: screen.kind === 'incident' ? known(state, screen.id) : null,
    lists: screen.kind === 'place' ? { ...state.lists, place: null } : state.lists,
    placing: screen.kind === 'report' ? state.placing : null,
    isDrawing: false,
    filtersOpen: false,
    sheet: screen.kind === 'list' && state.screen.kind !== 'list' ? 'half' : lifted,
  };
}

/** On a phone the sheet makes room for the map. */
function drawing(state: State, isDrawing: boolean): State {
  return {
    ...state,
    isDrawing,
    hovered: null,
    filtersOpen: isDrawing ? false : state.filtersOpen,
    sheet: isDrawing ? 'peek' : state.sheet,
  };
}

function known(state: State, id: string): Opened {
  if (state.opened?.id === id && state.opened.feature) return state.opened;
  // While another day of knowledge is on its way, the lists are those of the day before.
  const isOfDay = state.answerFilter.asOf === state.filter.asOf;
  const listed = isOfDay ? findListed(state.lists, id) : null;
  return { id, feature: listed && isWhole(listed) ? listed : null, failure: null };
}

/** An open incident is asked for anew: its accounts and verification are those of another day. */
function asOf(state: State, instant: number): State {
  return {
    ...state,
    filter: { ...state.filter, asOf: instant },
    opened: unread(state.opened),
    lists: { ...state.lists, place: null },
  };
}

/** @returns the same incident, to be asked for anew. */
function unread(opened: Opened | null): Opened | null {
  return opened && { id: opened.id, feature: null, failure: null };
}

/** A page of a list that has been replaced since is of no use. */
function more(state: State, event: Extract<Event, { type: 'moreAnswered' }>): State {
  const list = state.lists[event.list];
  if (!list || firstPageOf(list) !== firstPageOf(event.of)) return { ...state, loadingMore: false };
  return {
    ...state,
    loadingMore: false,
    lists: { ...state.lists, [event.list]: withPage(list, event.index, event.page) },
  };
}

function orNull<T>(list: readonly T[] | null): readonly T[] | null {
  return list === null || list.length === 0 ? null : list;
}
