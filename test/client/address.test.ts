import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../client/state/address.ts';
import { type Filter, NO_FILTER, type Screen } from '../../client/state/state.ts';
import { endOfCentralDate } from '../../data/time/central.ts';
import { CATEGORY_IDS } from '../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../data/vocabulary/verifications.ts';

import { areasOf } from '../data/geo/areas.ts';

const LIST: Screen = { kind: 'list' };

function read(address: string) {
  const url = new URL(address, 'http://localhost');
  return readAddress(url.search, url.hash);
}

describe('the address of a view', () => {
  it('is bare where nothing is narrowed', () => {
    expect(writeAddress({ filter: NO_FILTER, camera: null, screen: LIST })).toBe('/');
  });

  it('holds the filter, the map and the open incident in words a person can read', () => {
    const filter: Filter = {
      ...NO_FILTER,
      categories: ['protest', 'shooting'],
      text: 'tear gas',
      asOf: endOfCentralDate('2026-01-15'),
    };
    const camera = { zoom: 12.5, longitude: -93.2872, latitude: 45.0037 };
    const screen: Screen = { kind: 'incident', id: '2026-01-14-north-shooting' };
    expect(writeAddress({ filter, camera, screen })).toBe(
      '/?category=protest,shooting&q=tear%20gas&asOf=2026-01-15&map=12.5/45.0037/-93.2872&incident=2026-01-14-north-shooting',
    );
  });

  it('keeps a private link in the hash, which no server sees', () => {
    const screen: Screen = { kind: 'status', token: 'abcdefghijklmnopqrstuv' };
    expect(writeAddress({ filter: NO_FILTER, camera: null, screen })).toBe(
      '/#report/abcdefghijklmnopqrstuv',
    );
  });

  it('reads back as what was written, whatever the view', () => {
    const corner = fc
      .tuple(fc.integer({ min: -180e5, max: 180e5 }), fc.integer({ min: -90e5, max: 90e5 }))
      .map(([x, y]) => [x / 1e5, y / 1e5] as const);
    const filters = fc.record({
      within: fc.option(areasOf(corner)),
      datetime: fc.option(
        fc
          .tuple(fc.integer({ min: 0, max: 2e9 }), fc.integer({ min: 0, max: 1e8 }))
          .map(([from, length]) => ({ from: from * 1000, to: (from + length) * 1000 })),
      ),
      categories: fc.option(fc.uniqueArray(fc.constantFrom(...CATEGORY_IDS), { minLength: 1 })),
      verifications: fc.option(
        fc.uniqueArray(fc.constantFrom(...VERIFICATION_IDS), { minLength: 1 }),
      ),
      text: fc.option(
        fc.string({ minLength: 1, maxLength: 60 }).filter((s) => s.trim() !== '' && !/\0/.test(s)),
      ),
      asOf: fc.constantFrom(Infinity, endOfCentralDate('2026-01-15')),
    });
    const screens = fc.constantFrom<Screen>(
      LIST,
      { kind: 'incident', id: '2026-01-07-renee-good-shooting' },
      { kind: 'report', correcting: null },
      { kind: 'about' },
      { kind: 'place', longitude: -93.265, latitude: 44.977 },
    );
    fc.assert(
      fc.property(filters, screens, fc.constantFrom('marks', 'heat'), (filter, screen, drawnAs) => {
        const camera = { zoom: 11.25, longitude: -93.2, latitude: 44.9 };
        const address = read(writeAddress({ filter, camera, screen, drawnAs }));
        expect(address).toEqual({
          filter: { ...filter, text: filter.text?.trim() ?? null },
          camera,
          screen,
          drawnAs,
          rolling: null,
          language: null,
          dropped: [],
        });
      }),
    );
  });

  it('opens what it can of a mangled link, and names what it left out', () => {
    const address = read(
      '/?category=protest&within=POLYGON((0 0,1 1))&datetime=yesterday&map=99/1/2&utm=x&incident=A B',
    );
    expect(address.filter.within).toBeNull();
    expect(address.filter.categories).toEqual(['protest']);
    expect(address.filter.datetime).toBeNull();
    expect(address.camera).toBeNull();
    expect(address.screen).toEqual(LIST);
    expect([...address.dropped].sort()).toEqual(['datetime', 'incident', 'map', 'utm', 'within']);
  });

  it('leaves out a day of knowledge that is yet to come, and keeps today’s', () => {
    const now = Date.parse('2026-01-20T12:00:00-06:00');
    const asOf = (day: string) => readAddress(`?asOf=${day}`, '', now);
    expect(asOf('2026-01-21').filter.asOf).toBe(Infinity);
    expect(asOf('2026-01-21').dropped).toEqual(['asOf']);
    expect(asOf('2026-01-20').filter.asOf).toBe(endOfCentralDate('2026-01-20'));
    expect(asOf('2026-01-20').dropped).toEqual([]);
  });

  it('opens a comparison of no such days with others, and says so', () => {
    for (const path of [
      '/#compare/x/y',
      '/#compare/2026-01-14',
      '/#compare/2026-01-14/2026-02-30',
    ]) {
      const address = read(path);
      expect(address.screen).toEqual({ kind: 'compare', compared: null });
      expect(address.dropped).toEqual(['datetime']);
    }
    expect(read('/#compare').dropped).toEqual([]);
  });

  it.each([
    ['/#report/cut', 'token'],
    ['/#following/cut', 'token'],
    ['/#place/99/99', '#place/99/99'],
    ['/#nonsense', '#nonsense'],
  ])('names what %s leads nowhere by', (path, part) => {
    const address = read(path);
    expect(address.screen).toEqual(LIST);
    expect(address.dropped).toEqual([part]);
  });
});
