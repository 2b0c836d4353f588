import { describe, expect, it } from 'vitest';
import { droppedWords } from '../../client/layout/Dropped.tsx';
import { countsWords, placedWords, whenWords } from '../../client/list/Counts.tsx';
import { moreWords } from '../../client/list/PlainList.tsx';
import { changeOf } from '../../client/state/history.ts';
import { INITIAL_STATE, NO_FILTER } from '../../client/state/state.ts';
import { update } from '../../client/state/update.ts';
import { isDayWithin } from '../../client/time/KnownAsOf.tsx';
import { answerOf, incident } from './made-answer.ts';

const WITHIN = [
  [-93.3, 44.9],
  [-93.2, 44.9],
  [-93.2, 45],
] as const;

/** The page says no more than it shows. */
const { view } = answerOf([incident('a')]);

describe('counts', () => {
  it('tell what is on this part of the map from what has no place', () => {
    const zoomedIn = { ...view, matched: 4, unplaced: 24, matchedAnywhere: 79, total: 79 };
    expect(placedWords(zoomedIn, NO_FILTER)).toBe('4 on this part of the map · 24 without a place');
    const narrowed = { ...zoomedIn, matchedAnywhere: 28 };
    expect(placedWords(narrowed, NO_FILTER)).toBe('4 on the map · 24 without a place');
  });

  it('tell what is in a drawn area, and whether the map shows all of it', () => {
    const all = { ...view, matched: 4, unplaced: 24, matchedAnywhere: 28, total: 79 };
    const filter = { ...NO_FILTER, within: WITHIN };
    expect(placedWords(all, filter)).toBe('4 in the drawn area · 24 without a place');
    expect(placedWords({ ...all, matchedAnywhere: 30 }, filter)).toBe(
      '4 in the part of the drawn area that the map shows · 24 without a place',
    );
  });

  it('count with a drawn area what a download of it has', () => {
    const counted = { ...view, matched: 4, unplaced: 24, matchedAnywhere: 28, total: 79 };
    expect(countsWords(counted, { ...NO_FILTER, within: WITHIN })).toMatch(/^4 of 79 incidents/);
    expect(countsWords(counted, NO_FILTER)).toMatch(/^28 of 79 incidents/);
  });

  it('word the range that the answer was asked with, not one that is still awaited', () => {
    const datetime = { from: Date.parse('2026-01-07T06:00:00Z'), to: Infinity };
    const answered = update(INITIAL_STATE, { type: 'answered', answer: answerOf([]) });
    const waiting = update(answered, { type: 'timeChosen', datetime });
    expect(waiting.answerFilter.datetime).toBeNull();
    const after = update(waiting, { type: 'answered', answer: answerOf([]) });
    expect(whenWords(after.answerFilter, view)).toBe('since 7 Jan 2026');
  });

  it('name the rest of a list, and its last page', () => {
    expect(moreWords(120)).toBe('Show 50 more of 120');
    expect(moreWords(5)).toBe('Show the last 5');
    expect(moreWords(1)).toBe('Show the last one');
  });
});

describe('what could not be read of a link', () => {
  it('is named as people name it', () => {
    expect(droppedWords(['category', 'map'])).toBe('the category and the map position');
    expect(droppedWords(['within'])).toBe('the drawn area');
    expect(droppedWords(['utm', 'x'])).toBe('a part unknown to this map');
  });
});

describe('the day of knowledge', () => {
  it('is from the first incident to today, so that a half-typed year is none', () => {
    expect(isDayWithin('0002-01-14', '2026-01-01', '2026-11-24')).toBe(false);
    expect(isDayWithin('2026-01-14', '2026-01-01', '2026-11-24')).toBe(true);
    expect(isDayWithin('2027-01-14', '2026-01-01', '2026-11-24')).toBe(false);
    expect(isDayWithin('', '2026-01-01', '2026-11-24')).toBe(false);
  });
});

describe('opening a cluster', () => {
  const viewport = { bbox: [-93.3, 44.9, -93.2, 45] as const, zoom: 14 };
  const moved = {
    type: 'mapMoved' as const,
    camera: { zoom: 14, longitude: -93.27, latitude: 44.97 },
    viewport,
  };

  it('is told from moving the map by hand', () => {
    const opened = update(INITIAL_STATE, { type: 'clusterOpened' });
    expect(changeOf(update(opened, moved), INITIAL_STATE)).toBe('cluster');
    expect(changeOf(opened, INITIAL_STATE)).toBeNull();
    expect(changeOf(update(INITIAL_STATE, moved), INITIAL_STATE)).toBe('camera');
    expect(changeOf(update(opened, moved), opened)).toBe('camera');
  });
});
