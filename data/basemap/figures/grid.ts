/**
 * The minor street grid as rules. Each district names the ring within which its grid is regular,
 * and families of parallel lines: a few anchors (`slot: place`) with everything between spaced
 * evenly. Anchors are crossings and park edges of PLACES.md; the order of names is the city's own
 * (alphabetical avenues, numbered streets, presidents). A slot without a name is drawn unnamed.
 */
export interface Family {
  /** `rows` run east–west and are placed by latitude, `columns` north–south, by longitude. */
  readonly run: 'rows' | 'columns';
  /** Slot number → latitude or longitude in WGS 84 degrees, rising by slot. */
  readonly anchors: readonly (readonly [slot: number, place: number])[];
  /** Name of each slot that is drawn; null draws it without a name. */
  readonly names: Readonly<Record<number, string | null>>;
  /** How far a line may lie from the street, in metres: checked against known corners. */
  readonly uncertaintyMeters: number;
  /** Keeps the family to these latitudes (columns) or longitudes (rows), where given. */
  readonly only?: readonly [least: number, most: number];
  /** Columns only: latitudes past which every line shifts by so many degrees of longitude. */
  readonly shift?: { readonly from: number; readonly to: number; readonly by: number };
}

export interface District {
  readonly id: string;
  /** Ring, closed, within which the rules hold. */
  readonly within: string;
  /** Rings, closed, in which they don't. */
  readonly except?: readonly string[];
  readonly families: readonly Family[];
}

/** 1 → 1st, 22 → 22nd, 13 → 13th. */
function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

/** Names of numbered lines `first`..`last`, such as `31st Street`. */
function numbered(first: number, last: number, kind: string): Record<number, string> {
  const names: Record<number, string> = {};
  for (let n = first; n <= last; n++) names[n] = `${ordinal(n)} ${kind}`;
  return names;
}

/** Names in order from slot `first`; a dash leaves a slot out, a dot leaves it unnamed. */
function inOrder(first: number, words: string, kind: string): Record<number, string | null> {
  const names: Record<number, string | null> = {};
  words.split(' ').forEach((word, i) => {
    if (word !== '-') names[first + i] = word === '.' ? null : `${word} ${kind}`;
  });
  return names;
}

const alphabet =
  'Aldrich Bryant Colfax Dupont Emerson Fremont Girard Humboldt Irving James Knox Logan Morgan ' +
  'Newton Oliver - Queen Russell Sheridan Thomas Upton Vincent Washburn';

const south: District = {
  id: 'south',
  within: `
    -93.3015,44.9484 -93.3015,44.9580 -93.2960,44.9585 -93.2912,44.9627 -93.2210,44.9627
    -93.2150,44.9580 -93.2040,44.9500 -93.2030,44.9400 -93.2030,44.9185 -93.2075,44.9180
    -93.2077,44.9120 -93.2040,44.9085 -93.2077,44.9054 -93.2077,44.8988 -93.2360,44.8981
    -93.2500,44.8955 -93.2585,44.8912 -93.3188,44.8909 -93.3188,44.9053 -93.3290,44.9054
    -93.3290,44.9360 -93.3190,44.9360 -93.3060,44.9378 -93.3015,44.9378 -93.3015,44.9484
  `,
  except: [
    // Lakewood Cemetery, which 38th Street and Hennepin Avenue stop at.
    '-93.3080,44.9285 -93.2945,44.9285 -93.2937,44.9375 -93.3080,44.9375 -93.3080,44.9285',
    // Tangletown's winding streets, and the slopes beside the creek.
    '-93.2877,44.9075 -93.2783,44.9075 -93.2783,44.9121 -93.2877,44.9121 -93.2877,44.9075',
  ],
  families: [
    {
      run: 'rows',
      anchors: [
        [-62, 44.8906],
        [-54, 44.9051],
        [-50, 44.9124],
        [-46, 44.9196],
        [-42, 44.9269],
        [-38, 44.9341],
        [-34, 44.9414],
        [-30, 44.9484],
        [-26, 44.9555],
        [-22, 44.9627],
      ],
      names: Object.fromEntries(
        Object.entries(numbered(24, 61, 'Street')).map(([slot, name]) => [-Number(slot), name]),
      ),
      uncertaintyMeters: 25,
    },
    {
      run: 'columns',
      anchors: [
        [-32, -93.329],
        [-24, -93.3188],
        [-16, -93.3087],
        [-8, -93.2983],
        [0, -93.2881],
      ],
      names: Object.fromEntries(
        Object.entries(inOrder(1, `${alphabet} - York Zenith Abbott Beard Chowen Drew Ewing`, ''))
          .filter(([slot]) => Number(slot) > 8 || Number(slot) < 8)
          .map(([slot, name]) => [-Number(slot), name && `${name.trim()} Avenue South`]),
      ),
      uncertaintyMeters: 40,
    },
    {
      run: 'columns',
      anchors: [[-8, -93.2983]],
      names: { [-8]: 'Humboldt Avenue South' },
      uncertaintyMeters: 40,
      only: [44.8906, 44.9285],
    },
    {
      run: 'columns',
      anchors: [
        [-8, -93.2881],
        [0, -93.2779],
        [8, -93.2678],
        [10, -93.2652],
        [12, -93.2626],
        [20, -93.2524],
        [24, -93.2473],
      ],
      names: {
        ...inOrder(-7, 'Garfield Harriet Grand Pleasant Pillsbury - Blaisdell', 'Avenue South'),
        ...inOrder(
          1,
          '1st Stevens 2nd 3rd Clinton 4th 5th - Oakland Park Columbus -',
          'Avenue South',
        ),
        ...inOrder(13, 'Elliot 10th 11th 12th 13th 14th 15th -', 'Avenue South'),
        ...inOrder(21, '16th 17th 18th', 'Avenue South'),
      },
      uncertaintyMeters: 30,
    },
    {
      run: 'columns',
      anchors: [
        [-2, -93.2804],
        [0, -93.2779],
      ],
      names: { [-2]: 'Wentworth Avenue South' },
      uncertaintyMeters: 40,
      only: [44.8906, 44.9305],
    },
    {
      run: 'columns',
      anchors: [
        [16, -93.2473],
        [28, -93.2321],
        [34, -93.2228],
        [36, -93.2203],
        [39, -93.2167],
        [46, -93.2082],
      ],
      names: {
        ...inOrder(17, 'Longfellow 19th 20th . . 22nd 23rd', 'Avenue South'),
        ...numbered(24, 46, 'Avenue South'),
      },
      uncertaintyMeters: 50,
    },
  ],
};

const north: District = {
  id: 'north',
  within: `
    -93.2834,44.9917 -93.2834,45.0192 -93.2879,45.0315 -93.2856,45.0401 -93.2850,45.0475
    -93.2856,45.0511 -93.3185,45.0511 -93.3185,45.0458 -93.3020,45.0458 -93.3020,45.0368
    -93.3188,45.0368 -93.3188,45.0133 -93.3175,45.0040 -93.3200,44.9995 -93.3180,44.9917
    -93.2834,44.9917
  `,
  families: [
    {
      run: 'rows',
      anchors: [
        [16, 44.9953],
        [24, 45.0037],
        [26, 45.0059],
        [32, 45.0131],
        [38, 45.024],
        [44, 45.0355],
        [53, 45.0512],
      ],
      names: {
        ...numbered(16, 18, 'Avenue North'),
        ...numbered(21, 31, 'Avenue North'),
        ...numbered(33, 37, 'Avenue North'),
        ...numbered(39, 52, 'Avenue North'),
      },
      uncertaintyMeters: 40,
    },
    {
      run: 'columns',
      anchors: [
        [-24, -93.3188],
        [-16, -93.3083],
        [-6, -93.2957],
        [-5, -93.2945],
        [0, -93.2881],
      ],
      names: Object.fromEntries(
        Object.entries(inOrder(1, alphabet, 'Avenue North')).map(([s, name]) => [-Number(s), name]),
      ),
      uncertaintyMeters: 30,
      shift: { from: 45.0359, to: 45.0392, by: -0.0009 },
    },
    {
      run: 'columns',
      anchors: [[6, -93.2865]],
      names: { 6: '6th Street North' },
      uncertaintyMeters: 30,
      only: [44.9992, 45.0235],
    },
  ],
};

const northeastColumns: Family = {
  run: 'columns',
  anchors: [
    [0, -93.2473],
    [8, -93.2371],
    [16, -93.2269],
  ],
  names: {
    ...inOrder(1, 'Tyler Polk Taylor Fillmore Pierce Buchanan Lincoln -', 'Street Northeast'),
    ...inOrder(9, 'Ulysses Hayes Garfield Arthur Cleveland Benjamin McKinley', 'Street Northeast'),
  },
  uncertaintyMeters: 40,
};

const centralToWashington: Family = {
  run: 'columns',
  anchors: [
    [-8, -93.2575],
    [0, -93.2473],
  ],
  names: {
    ...inOrder(-8, '. Washington Jefferson Madison Monroe Quincy', 'Street Northeast'),
    ...inOrder(-2, 'Jackson', 'Street Northeast'),
    [-1]: 'Van Buren Street Northeast',
  },
  uncertaintyMeters: 40,
};

const northeast: District[] = [
  {
    id: 'Beltrami',
    within: `
      -93.2471,44.9986 -93.2388,44.9986 -93.2388,44.9918 -93.2445,44.9918 -93.2471,44.9970
      -93.2471,44.9986
    `,
    families: [northeastColumns],
  },
  {
    id: 'St. Anthony East',
    within: `
      -93.2580,44.9986 -93.2477,44.9986 -93.2480,44.9960 -93.2503,44.9930 -93.2580,44.9930
      -93.2580,44.9986
    `,
    families: [centralToWashington],
  },
  {
    id: 'northeast, Broadway to Lowry',
    within: `
      -93.2640,44.9988 -93.2690,44.9991 -93.2713,45.0050 -93.2716,45.0131 -93.2270,45.0131
      -93.2270,45.0065 -93.2371,45.0055 -93.2371,44.9990 -93.2640,44.9988
    `,
    families: [
      {
        run: 'rows',
        anchors: [
          [13, 45.0009],
          [25, 45.0132],
        ],
        names: numbered(13, 24, 'Avenue Northeast'),
        uncertaintyMeters: 30,
      },
      northeastColumns,
      centralToWashington,
      {
        run: 'columns',
        anchors: [
          [0, -93.2632],
          [4, -93.2581],
        ],
        names: { 1: null, 2: null, 3: null },
        uncertaintyMeters: 60,
      },
    ],
  },
  {
    id: 'northeast, Lowry to 37th',
    within: `
      -93.2472,45.0133 -93.2270,45.0133 -93.2270,45.0355 -93.2472,45.0355 -93.2472,45.0133
    `,
    families: [
      {
        run: 'rows',
        anchors: [
          [25, 45.0132],
          [37, 45.0356],
        ],
        names: numbered(26, 36, 'Avenue Northeast'),
        uncertaintyMeters: 40,
      },
      northeastColumns,
    ],
  },
];

export const districts: readonly District[] = [south, north, ...northeast];

/**
 * Downtown lies askew. South of Hennepin Avenue its streets run beside Washington Avenue and its
 * avenues beside Nicollet Mall; north of it both turn to meet Hennepin at a right angle.
 */
export const downtown = {
  /** Hennepin's crossings with Washington Avenue and, five streets on, 7th Street. */
  hennepin: { washington: [-93.2689, 44.9822], seventh: [-93.2748, 44.978] },
  /** Two points of each, for the directions. */
  washingtonSouth: '-93.2691,44.9823 -93.2517,44.9749',
  marquette: '-93.2763,44.9698 -93.2651,44.9831',
  portland: '-93.2677,44.9691 -93.2581,44.9805',
  /** Metres between avenues north of Hennepin, read from First Avenue and Target Field Station. */
  northAvenueSpacing: 120,
  within: {
    south: `
      -93.2650,44.9844 -93.2689,44.9822 -93.2748,44.9780 -93.2776,44.9759 -93.2822,44.9740
      -93.2775,44.9700 -93.2677,44.9692 -93.2628,44.9705 -93.2545,44.9722 -93.2505,44.9738
      -93.2530,44.9770 -93.2600,44.9798 -93.2650,44.9844
    `,
    north: `
      -93.2655,44.9847 -93.2689,44.9822 -93.2748,44.9780 -93.2768,44.9793 -93.2790,44.9830
      -93.2828,44.9893 -93.2812,44.9918 -93.2750,44.9919 -93.2700,44.9893 -93.2655,44.9847
    `,
  },
  uncertaintyMeters: 40,
} as const;
