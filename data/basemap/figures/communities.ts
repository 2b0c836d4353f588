/**
 * The 11 communities and their 87 neighborhoods: label points and areas, no borders.
 * Source: City of Minneapolis open data, simplified (PLACES.md, COMM and NBHD). Names are as the
 * City signs them: blanks around hyphens dropped, "Calhoun Isle" written Calhoun-Isles.
 */
export interface Community {
  readonly name: string;
  /** Label point, [longitude, latitude] in WGS 84 degrees. */
  readonly at: readonly [number, number];
  readonly squareKilometers: number;
  readonly neighborhoods: readonly (readonly [name: string, longitude: number, latitude: number])[];
}

export const communities: readonly Community[] = [
  {
    name: 'Calhoun-Isles',
    at: [-93.3086, 44.9576],
    squareKilometers: 14.2,
    neighborhoods: [
      ['Bryn Mawr', -93.3153, 44.9715],
      ['Cedar-Isles-Dean', -93.3184, 44.9531],
      ['East Bde Maka Ska', -93.3044, 44.943],
      ['East Isles', -93.3004, 44.9552],
      ['Kenwood', -93.3112, 44.9618],
      ['Lowry Hill', -93.2955, 44.9677],
      ['Lowry Hill East', -93.2921, 44.955],
      ['South Uptown', -93.2933, 44.943],
      ['West Maka Ska', -93.3197, 44.9431],
    ],
  },
  {
    name: 'Camden',
    at: [-93.2995, 45.0318],
    squareKilometers: 13.0,
    neighborhoods: [
      ['Camden Industrial', -93.2842, 45.0333],
      ['Cleveland', -93.3134, 45.0187],
      ['Folwell', -93.3007, 45.0186],
      ['Humboldt Industrial Area', -93.3074, 45.0417],
      ['Lind-Bohanon', -93.2908, 45.0442],
      ['McKinley', -93.2847, 45.0183],
      ['Shingle Creek', -93.3093, 45.0476],
      ['Victory', -93.3135, 45.0332],
      ['Webber-Camden', -93.2974, 45.0301],
    ],
  },
  {
    name: 'Central',
    at: [-93.2717, 44.9766],
    squareKilometers: 7.7,
    neighborhoods: [
      ['Downtown East', -93.2541, 44.9761],
      ['Downtown West', -93.2701, 44.9778],
      ['Elliot Park', -93.2618, 44.9696],
      ['Loring Park', -93.2808, 44.9697],
      ['North Loop', -93.2789, 44.9854],
      ['Stevens Square-Loring Heights', -93.2773, 44.9643],
    ],
  },
  {
    name: 'Longfellow',
    at: [-93.2189, 44.941],
    squareKilometers: 12.5,
    neighborhoods: [
      ['Cooper', -93.2102, 44.9475],
      ['Hiawatha', -93.21, 44.9217],
      ['Howe', -93.2155, 44.9362],
      ['Longfellow', -93.2285, 44.9481],
      ['Seward', -93.2311, 44.9592],
    ],
  },
  {
    name: 'Near North',
    at: [-93.2984, 44.9969],
    squareKilometers: 12.0,
    neighborhoods: [
      ['Harrison', -93.3038, 44.9806],
      ['Hawthorne', -93.2842, 45.0062],
      ['Jordan', -93.3033, 45.0073],
      ['Near-North', -93.2924, 44.9927],
      ['Sumner-Glenwood', -93.2916, 44.984],
      ['Willard-Hay', -93.3117, 44.9964],
    ],
  },
  {
    name: 'Nokomis',
    at: [-93.2438, 44.9096],
    squareKilometers: 17.7,
    neighborhoods: [
      ['Diamond Lake', -93.2627, 44.8975],
      ['Ericsson', -93.233, 44.9208],
      ['Field', -93.2689, 44.9154],
      ['Hale', -93.2545, 44.9085],
      ['Keewaydin', -93.2349, 44.9109],
      ['Minnehaha', -93.2138, 44.9098],
      ['Morris Park', -93.2152, 44.9001],
      ['Northrop', -93.2554, 44.9201],
      ['Page', -93.2685, 44.9074],
      ['Regina', -93.2686, 44.9233],
      ['Wenonah', -93.2353, 44.9012],
    ],
  },
  {
    name: 'Northeast',
    at: [-93.2511, 45.0146],
    squareKilometers: 19.4,
    neighborhoods: [
      ['Audubon Park', -93.2384, 45.0183],
      ['Beltrami', -93.2427, 44.995],
      ['Bottineau', -93.2685, 45.0094],
      ['Columbia Park', -93.2611, 45.0281],
      ['Holland', -93.2557, 45.0117],
      ['Logan Park', -93.2523, 45.0032],
      ['Marshall Terrace', -93.2702, 45.021],
      ['Northeast Park', -93.2299, 45.0042],
      ['Sheridan', -93.2662, 45.0021],
      ['St. Anthony East', -93.2528, 44.9956],
      ['St. Anthony West', -93.2651, 44.9945],
      ['Waite Park', -93.2361, 45.029],
      ['Windom Park', -93.2349, 45.0097],
    ],
  },
  {
    name: 'Phillips',
    at: [-93.2574, 44.9562],
    squareKilometers: 4.2,
    neighborhoods: [
      ['East Phillips', -93.2471, 44.9534],
      ['Midtown Phillips', -93.2575, 44.9537],
      ['Phillips West', -93.2673, 44.9539],
      ['Ventura Village', -93.2579, 44.9628],
    ],
  },
  {
    name: 'Powderhorn',
    at: [-93.2603, 44.9408],
    squareKilometers: 11.8,
    neighborhoods: [
      ['Bancroft', -93.2549, 44.9305],
      ['Bryant', -93.2686, 44.9305],
      ['Central', -93.2686, 44.9412],
      ['Corcoran', -93.2409, 44.9426],
      ['Lyndale', -93.2814, 44.943],
      ['Powderhorn Park', -93.255, 44.9413],
      ['Standish', -93.2374, 44.9314],
      ['Whittier', -93.2796, 44.956],
    ],
  },
  {
    name: 'Southwest',
    at: [-93.3006, 44.9152],
    squareKilometers: 21.0,
    neighborhoods: [
      ['Armatage', -93.3112, 44.898],
      ['East Harriet', -93.2984, 44.9289],
      ['Fulton', -93.3188, 44.9116],
      ['Kenny', -93.2969, 44.8985],
      ['King Field', -93.2815, 44.9287],
      ['Linden Hills', -93.3187, 44.9275],
      ['Lynnhurst', -93.2984, 44.9123],
      ['Tangletown', -93.2814, 44.912],
      ['Windom', -93.2831, 44.897],
    ],
  },
  {
    name: 'University',
    at: [-93.2289, 44.9814],
    squareKilometers: 14.9,
    neighborhoods: [
      ['Cedar-Riverside', -93.2419, 44.9692],
      ['Como', -93.2208, 44.9862],
      ['Marcy-Holmes', -93.2452, 44.9851],
      ['Mid-City Industrial', -93.2215, 44.9973],
      ['Nicollet Island-East Bank', -93.2596, 44.9877],
      ['Prospect Park-East River Road', -93.2167, 44.9689],
      ['University of Minnesota', -93.2345, 44.9751],
    ],
  },
];
