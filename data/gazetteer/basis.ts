/** How closely a place is known, in the incident's own terms. */
export type LocationPrecision = 'exact' | 'block' | 'intersection' | 'neighborhood' | 'city';

/** Where a listed position was read from. */
export type Basis =
  | 'lines'
  | 'address'
  | 'block'
  | 'polygon'
  | 'river'
  | 'precinct'
  | 'station'
  | 'polling'
  | 'map';

interface BasisFacts {
  /** Words for `locationBasis`, the uncertainty in metres to be added. */
  readonly words: string;
  readonly uncertaintyMeters: number;
  readonly locationPrecision: LocationPrecision;
}

/**
 * Sources: City of Minneapolis street centre lines, parks and precincts, Hennepin County address
 * points (downtown), the City's incident points by block, polling places of 2013–2016, light-rail
 * stations; all simplified (PLACES.md).
 */
export const bases: Readonly<Record<Basis, BasisFacts>> = {
  lines: {
    words: 'crossing of two street lines',
    uncertaintyMeters: 15,
    locationPrecision: 'intersection',
  },
  address: { words: 'address point', uncertaintyMeters: 40, locationPrecision: 'exact' },
  block: {
    words: 'middle of the block of its address',
    uncertaintyMeters: 80,
    locationPrecision: 'block',
  },
  polygon: { words: 'a point inside the park', uncertaintyMeters: 100, locationPrecision: 'block' },
  river: {
    words: 'street line where it crosses the river',
    uncertaintyMeters: 60,
    locationPrecision: 'block',
  },
  precinct: { words: 'precinct list of 2020', uncertaintyMeters: 50, locationPrecision: 'exact' },
  station: { words: 'station list', uncertaintyMeters: 50, locationPrecision: 'exact' },
  polling: { words: 'polling place list', uncertaintyMeters: 50, locationPrecision: 'exact' },
  map: { words: 'read from the map', uncertaintyMeters: 120, locationPrecision: 'block' },
};
