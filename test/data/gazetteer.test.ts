import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metersBetween } from '../../data/basemap/draw/plane.ts';
import { crossing, namedStreets } from '../../data/gazetteer/crossings.ts';
import { places } from '../../data/gazetteer/places.ts';
import { searchPlaces } from '../../data/gazetteer/search.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../data/basemap/${file}.geojson`, import.meta.url), 'utf8'));
const streets = namedStreets(read('streets'), read('freeways'), read('minor-streets'));
const best = (query: string) => searchPlaces(query, 5, streets)[0];

describe('the gazetteer', () => {
  it('has over 150 places beside neighborhoods and communities, each with its own id', () => {
    const kinds = places.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'neighborhood')).toHaveLength(87);
    expect(kinds.filter((kind) => kind === 'community')).toHaveLength(11);
    expect(places.length - 98).toBeGreaterThanOrEqual(150);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  });

  it('says of every place how closely it is known and from where', () => {
    for (const { locationBasis, uncertaintyMeters, coordinates, name } of places) {
      expect(locationBasis).toMatch(/^gazetteer: .+ \(±\d+ m\)$/);
      expect(uncertaintyMeters, name).toBeGreaterThan(0);
      expect(coordinates[0] > -93.34 && coordinates[0] < -93.18, name).toBe(true);
      expect(coordinates[1] > 44.88 && coordinates[1] < 45.06, name).toBe(true);
    }
  });

  it('says what lies beyond the city and what is no longer there', () => {
    expect(places.filter(({ beyondCity }) => beyondCity).map(({ name }) => name)).toEqual([
      'Whipple Federal Building',
      'VA Medical Center',
    ]);
    expect(best('3rd precinct')?.name).toContain('former');
  });
});

describe('searching for a corner', () => {
  it.each([
    ['lake and chicago', -93.2627, 44.9484],
    ['Chicago & Lake', -93.2627, 44.9484],
    ['chicago ave / lake st', -93.2627, 44.9484],
    ['Chicago Avenue at Lake Street', -93.2627, 44.9484],
    ['lake st / hennepin', -93.2983, 44.9484],
    ['38th chicago', -93.2625, 44.9341],
    ['E 38th St & Chicago Ave S', -93.2625, 44.9341],
    ['lyndale & 25th ave n', -93.288, 45.0048],
    ['portland 34', -93.2677, 44.9414],
    ['34th and portland', -93.2677, 44.9414],
    ['26th & nicollet', -93.2779, 44.9555],
    ['west broadway penn', -93.3082, 45.0039],
    ['Lowry and Central', -93.2473, 45.0132],
    ['hiawatha and lake', -93.2386, 44.9484],
  ])('finds "%s" within 20 m', (query, lon, lat) => {
    expect(metersBetween(best(query)?.coordinates ?? [0, 0], [lon, lat])).toBeLessThan(20);
  });

  it('computes corners that are not listed, and says by what and how closely', () => {
    const corner = best('24th ave n & lyndale');
    expect(corner?.name).toBe('24th Ave N & Lyndale Ave N');
    expect(metersBetween(corner?.coordinates ?? [0, 0], [-93.288, 45.0037])).toBeLessThan(30);
    expect(corner?.locationPrecision).toBe('intersection');
    expect(corner?.locationBasis).toBe('gazetteer: crossing by grid rule (±45 m)');
    expect(best('28th and blaisdell')?.name).toBe('28th St & Blaisdell Ave S');
  });

  it('offers both where two corners bear the name', () => {
    const names = searchPlaces('25th lyndale', 5, streets).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['25th St & Lyndale Ave S', 'Lyndale Ave N & 25th Ave N']),
    );
  });

  it('agrees with the listed corners to within what it claims', () => {
    const find = (name: string) => streets.find((street) => street.name === name);
    const [a, b] = [find('Lake Street'), find('Bloomington Avenue')];
    const [corner] = a && b ? crossing(a, b) : [];
    expect(corner?.basis).toBe('lines');
    expect(metersBetween(corner?.coordinates ?? [0, 0], [-93.2525, 44.9484])).toBeLessThan(20);
  });

  it('makes up no corner of streets that never meet', () => {
    const names = searchPlaces('24th ave n & chicago', 5, streets).map(({ name }) => name);
    expect(names).toEqual([]);
  });
});

describe('searching for a landmark', () => {
  it.each([
    ['us bank stadium', 'U.S. Bank Stadium'],
    ['u.s. bank', 'U.S. Bank Stadium'],
    ['george floyd', 'George Floyd Square (38th St E & Chicago Ave)'],
    ['hcmc', 'Hennepin Healthcare (HCMC)'],
    ['whipple', 'Whipple Federal Building'],
    ['saint anthony falls', 'St. Anthony Falls (main spillway)'],
    ['minehaha falls', 'Minnehaha Falls'],
    ['first avenue', 'First Avenue'],
    ['city hall', 'Minneapolis City Hall'],
    ['Karmél', 'Karmel Mall'],
    ['patrick henry', 'Camden High School'],
    ['near north', 'Near North'],
    ['hawth', 'Hawthorne'],
  ])('finds "%s"', (query, name) => {
    expect(best(query)?.name).toBe(name);
  });

  it('finds a place at every letter typed', () => {
    const word = 'powderhorn park';
    for (let n = 3; n <= word.length; n++) {
      const names = searchPlaces(word.slice(0, n), 5).map(({ name }) => name);
      expect(
        names.some((name) => name.startsWith('Powderhorn')),
        word.slice(0, n),
      ).toBe(true);
    }
  });

  it.each(['', '   ', '&', 'and', '%%%', 'zzzzzz', '<script>'])(
    'answers "%s" with nothing',
    (q) => {
      expect(searchPlaces(q, 5, streets)).toEqual([]);
    },
  );

  it.each(['38th and Chicago', 'chicago ave & e 38th st', 'E 38th Street Chicago Avenue South'])(
    'offers a square and its corner as one place, for "%s"',
    (query) => {
      expect(searchPlaces(query, 5, streets).map(({ name }) => name)).toEqual([
        'George Floyd Square (38th St E & Chicago Ave)',
      ]);
    },
  );

  it('keeps to the limit', () => {
    expect(searchPlaces('lake', 3, streets)).toHaveLength(3);
  });
});
