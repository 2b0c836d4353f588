/**
 * Parks of 4 ha and more: a point inside, hectares (of land, for parks with a lake) and bounding box.
 * Source: City of Minneapolis and Metropolitan Council, 2018, simplified (PLACES.md, PARKS). How each
 * is drawn from these figures is said in `form`:
 * - `box`: the box with its corners cut until the area fits, more at the corners that the inner
 *   point lies away from;
 * - `shore`: a band around the lake named by `of`, as wide as the area asks;
 * - `along`: a band along the rows of `spine` (`longitude,latitude` and, where it varies, a relative
 *   width), as wide as the area asks;
 * - `bank`: what lies within the box and so near the river that the area fits;
 * - `disc`: what lies near the inner point on Nicollet Island.
 */
export interface Park {
  readonly name: string;
  /** A point inside, [longitude, latitude] in WGS 84 degrees. */
  readonly at: readonly [number, number];
  readonly hectares: number;
  /** [west, south, east, north] in WGS 84 degrees. */
  readonly bbox: readonly [number, number, number, number];
  readonly form: 'box' | 'shore' | 'along' | 'bank' | 'disc';
  readonly of?: string;
  readonly spine?: string;
}

export const parks: readonly Park[] = [
  {
    name: 'Theodore Wirth Park',
    at: [-93.3245, 44.9872],
    hectares: 274.1,
    bbox: [-93.3392, 44.9703, -93.3158, 45.0136],
    form: 'along',
    spine: `
      -93.3222,44.9703,0.2 -93.3250,44.9745,0.55 -93.3262,44.9778,0.7 -93.3280,44.9825,1
      -93.3285,44.9875,1.1 -93.3278,44.9915,0.9 -93.3248,44.9960,0.5 -93.3200,45.0000,0.2
      -93.3168,45.0036,0.1 -93.3170,45.0091,0.1 -93.3192,45.0108,0.1 -93.3188,45.0133,0.1
    `,
  },
  {
    name: 'West River Parkway',
    at: [-93.2437, 44.9775],
    hectares: 95.1,
    bbox: [-93.2755, 44.918, -93.2018, 44.9925],
    form: 'along',
    spine: `
      -93.2041,44.9199 -93.2051,44.9236 -93.2025,44.9275 -93.2027,44.9319 -93.2035,44.9356
      -93.2057,44.9377 -93.2039,44.9391 -93.2031,44.9436 -93.2058,44.9498 -93.2180,44.9574
      -93.2283,44.9666 -93.2399,44.9703 -93.2423,44.9772 -93.2507,44.9775 -93.2554,44.9787
      -93.2652,44.9846 -93.2699,44.9896 -93.2743,44.9903 -93.2776,44.9990 -93.2764,45.0026
    `,
  },
  {
    name: 'Lake Nokomis Park',
    at: [-93.2518, 44.905],
    hectares: 78.2,
    bbox: [-93.2542, 44.9007, -93.2335, 44.9159],
    form: 'shore',
    of: 'Lake Nokomis',
  },
  {
    name: 'Columbia Park',
    at: [-93.2536, 45.0279],
    hectares: 73.9,
    bbox: [-93.2602, 45.024, -93.2475, 45.034],
    form: 'box',
  },
  {
    name: 'Hiawatha Golf Course',
    at: [-93.2404, 44.9205],
    hectares: 71.2,
    bbox: [-93.2459, 44.9164, -93.2322, 44.925],
    form: 'box',
  },
  {
    name: 'Minnehaha Park',
    at: [-93.205, 44.9188],
    hectares: 64.6,
    bbox: [-93.215, 44.9017, -93.1919, 44.9204],
    form: 'along',
    spine: `
      -93.2130,44.9190,0.5 -93.2090,44.9165,1.2 -93.2055,44.9130,1 -93.2030,44.9100,0.6
      -93.2010,44.9070,0.3
    `,
  },
  {
    name: 'Minnehaha Parkway',
    at: [-93.2325, 44.9162],
    hectares: 62.9,
    bbox: [-93.3005, 44.9053, -93.2149, 44.917],
    form: 'along',
    spine: `
      -93.3001,44.9171 -93.2981,44.9155 -93.2979,44.9114 -93.2955,44.9088 -93.2869,44.9086
      -93.2836,44.9074 -93.2816,44.9074 -93.2810,44.9063 -93.2801,44.9061 -93.2790,44.9064
      -93.2791,44.9071 -93.2764,44.9079 -93.2739,44.9096 -93.2704,44.9103 -93.2692,44.9123
      -93.2663,44.9124 -93.2633,44.9113 -93.2572,44.9134 -93.2534,44.9138 -93.2511,44.9155
      -93.2494,44.9160 -93.2146,44.9164
    `,
  },
  {
    name: 'Gross Golf Course',
    at: [-93.2108, 45.0122],
    hectares: 60.8,
    bbox: [-93.2158, 45.0061, -93.2076, 45.0179],
    form: 'box',
  },
  {
    name: 'Fort Snelling Golf Course',
    at: [-93.1923, 44.8878],
    hectares: 60.6,
    bbox: [-93.1988, 44.8824, -93.1873, 44.8938],
    form: 'box',
  },
  {
    name: 'Lake Harriet Park',
    at: [-93.3117, 44.9226],
    hectares: 49.0,
    bbox: [-93.315, 44.9152, -93.2936, 44.9296],
    form: 'shore',
    of: 'Lake Harriet',
  },
  {
    name: 'Cedar Lake Park',
    at: [-93.3153, 44.9632],
    hectares: 42.3,
    bbox: [-93.3301, 44.9531, -93.3084, 44.9685],
    form: 'shore',
    of: 'Cedar Lake',
  },
  {
    name: 'Bde Maka Ska Park',
    at: [-93.3037, 44.9418],
    hectares: 40.2,
    bbox: [-93.3212, 44.9331, -93.3033, 44.9505],
    form: 'shore',
    of: 'Bde Maka Ska',
  },
  {
    name: 'Victory Memorial Parkway',
    at: [-93.305, 45.0369],
    hectares: 39.9,
    bbox: [-93.3201, 45.0132, -93.295, 45.0375],
    form: 'along',
    spine: `
      -93.3186,45.0134 -93.3186,45.0142 -93.3190,45.0151 -93.3194,45.0365 -93.3193,45.0369
      -93.3180,45.0369 -93.3050,45.0369 -93.2953,45.0369
    `,
  },
  {
    name: 'East River Parkway',
    at: [-93.2322, 44.97],
    hectares: 37.2,
    bbox: [-93.2386, 44.9541, -93.2077, 44.9757],
    form: 'along',
    spine: `
      -93.2379,44.9759 -93.2379,44.9728 -93.2375,44.9718 -93.2366,44.9714 -93.2349,44.9713
      -93.2306,44.9704 -93.2271,44.9689 -93.2229,44.9658 -93.2199,44.9641 -93.2160,44.9614
      -93.2127,44.9589 -93.2110,44.9567 -93.2083,44.9554 -93.2078,44.9549
    `,
  },
  {
    name: 'Lake of the Isles Park',
    at: [-93.3061, 44.9543],
    hectares: 36.1,
    bbox: [-93.3147, 44.9485, -93.3011, 44.9634],
    form: 'shore',
    of: 'Lake of the Isles',
  },
  {
    name: 'North Mississippi Park',
    at: [-93.2841, 45.0392],
    hectares: 25.7,
    bbox: [-93.287, 45.0297, -93.282, 45.0511],
    form: 'bank',
  },
  {
    name: 'Powderhorn Park',
    at: [-93.2562, 44.9428],
    hectares: 22.1,
    bbox: [-93.26, 44.9396, -93.2538, 44.9456],
    form: 'box',
  },
  {
    name: "Bassett's Creek Park",
    at: [-93.3169, 44.9815],
    hectares: 21.1,
    bbox: [-93.3185, 44.9772, -93.3052, 44.9862],
    form: 'along',
    spine: `
      -93.3182,44.9838 -93.3169,44.9815 -93.3130,44.9795 -93.3060,44.9783
    `,
  },
  {
    name: 'Bryn Mawr Meadows',
    at: [-93.3019, 44.9726],
    hectares: 20.3,
    bbox: [-93.3069, 44.9701, -93.2969, 44.9751],
    form: 'box',
  },
  {
    name: 'Edward C. Solomon Park',
    at: [-93.2531, 44.8966],
    hectares: 18.3,
    bbox: [-93.2572, 44.8944, -93.2485, 44.8979],
    form: 'box',
  },
  {
    name: 'Parade Park',
    at: [-93.293, 44.9706],
    hectares: 18.1,
    bbox: [-93.3004, 44.969, -93.2881, 44.972],
    form: 'box',
  },
  {
    name: 'Bossen Field',
    at: [-93.2298, 44.8999],
    hectares: 14.8,
    bbox: [-93.2323, 44.8982, -93.2274, 44.9017],
    form: 'box',
  },
  {
    name: 'Minnehaha Creek Park',
    at: [-93.3076, 44.9079],
    hectares: 14.8,
    bbox: [-93.3098, 44.9074, -93.2161, 44.9196],
    form: 'along',
    spine: `
      -93.3210,44.9055 -93.3076,44.9079 -93.3005,44.9082
    `,
  },
  {
    name: 'Northeast Athletic Field',
    at: [-93.2407, 45.0028],
    hectares: 14.7,
    bbox: [-93.2448, 45.0006, -93.2373, 45.005],
    form: 'box',
  },
  {
    name: 'Kenwood Park',
    at: [-93.3054, 44.965],
    hectares: 13.4,
    bbox: [-93.3079, 44.9629, -93.3034, 44.9679],
    form: 'box',
  },
  {
    name: 'Creekview Park',
    at: [-93.3048, 45.0467],
    hectares: 12.6,
    bbox: [-93.3092, 45.0444, -93.2999, 45.0493],
    form: 'box',
  },
  {
    name: 'Riverside Park',
    at: [-93.2309, 44.9666],
    hectares: 11.5,
    bbox: [-93.2347, 44.9649, -93.2269, 44.9685],
    form: 'box',
  },
  {
    name: 'Pearl Park',
    at: [-93.2686, 44.9065],
    hectares: 11.5,
    bbox: [-93.2703, 44.904, -93.2669, 44.9095],
    form: 'box',
  },
  {
    name: 'William Berry Park',
    at: [-93.3098, 44.9314],
    hectares: 11.3,
    bbox: [-93.3124, 44.929, -93.3074, 44.9334],
    form: 'box',
  },
  {
    name: 'Loring Park',
    at: [-93.2842, 44.97],
    hectares: 10.8,
    bbox: [-93.2872, 44.9678, -93.2819, 44.9723],
    form: 'box',
  },
  {
    name: 'Folwell Park',
    at: [-93.3, 45.0222],
    hectares: 10.7,
    bbox: [-93.3018, 45.0205, -93.2982, 45.0239],
    form: 'box',
  },
  {
    name: 'North Commons Park',
    at: [-93.3026, 44.997],
    hectares: 10.4,
    bbox: [-93.3044, 44.9953, -93.3008, 44.9987],
    form: 'box',
  },
  {
    name: 'Ridgway Parkway',
    at: [-93.2195, 45.0036],
    hectares: 9.1,
    bbox: [-93.2265, 45.0029, -93.213, 45.0054],
    form: 'along',
    spine: `
      -93.2265,45.0034 -93.2195,45.0036 -93.2130,45.0050
    `,
  },
  {
    name: 'Boom Island Park',
    at: [-93.2684, 44.9922],
    hectares: 9.0,
    bbox: [-93.2714, 44.9905, -93.265, 44.9941],
    form: 'box',
  },
  {
    name: 'Farview Park',
    at: [-93.2865, 45.0077],
    hectares: 8.5,
    bbox: [-93.2879, 45.006, -93.285, 45.0094],
    form: 'box',
  },
  {
    name: 'Martin Luther King Park',
    at: [-93.2765, 44.9287],
    hectares: 7.5,
    bbox: [-93.2778, 44.927, -93.2752, 44.9304],
    form: 'box',
  },
  {
    name: 'Webber Park',
    at: [-93.2921, 45.0345],
    hectares: 7.5,
    bbox: [-93.2952, 45.0325, -93.2883, 45.0363],
    form: 'box',
  },
  {
    name: 'Shingle Creek Parkway',
    at: [-93.3133, 45.0504],
    hectares: 7.4,
    bbox: [-93.3143, 45.0355, -93.2914, 45.0512],
    form: 'along',
    spine: `
      -93.2921,45.0362 -93.2985,45.0405 -93.3048,45.0467 -93.3133,45.0504
    `,
  },
  {
    name: 'Lyndale Farmstead',
    at: [-93.2921, 44.9323],
    hectares: 7.0,
    bbox: [-93.2933, 44.9306, -93.2909, 44.934],
    form: 'box',
  },
  {
    name: 'Armatage Park',
    at: [-93.3101, 44.8996],
    hectares: 6.8,
    bbox: [-93.3124, 44.898, -93.3088, 44.9015],
    form: 'box',
  },
  {
    name: 'Nicollet Island Park',
    at: [-93.2604, 44.9849],
    hectares: 6.2,
    bbox: [-93.2662, 44.9843, -93.2587, 44.9903],
    form: 'disc',
  },
  {
    name: 'Brownie Lake Park',
    at: [-93.3257, 44.9678],
    hectares: 5.9,
    bbox: [-93.3264, 44.9656, -93.3216, 44.9697],
    form: 'shore',
    of: 'Brownie Lake',
  },
  {
    name: 'Dean Parkway',
    at: [-93.3162, 44.9499],
    hectares: 5.5,
    bbox: [-93.3178, 44.9491, -93.312, 44.9545],
    form: 'along',
    spine: `
      -93.3150,44.9492 -93.3162,44.9499 -93.3122,44.9544
    `,
  },
  {
    name: 'Todd Park',
    at: [-93.2643, 44.9005],
    hectares: 5.3,
    bbox: [-93.2661, 44.8989, -93.2629, 44.9015],
    form: 'box',
  },
  {
    name: 'St. Anthony Parkway',
    at: [-93.2799, 45.0299],
    hectares: 5.2,
    bbox: [-93.282, 45.0275, -93.2758, 45.0329],
    form: 'along',
    spine: `
      -93.2814,45.0328 -93.2799,45.0299 -93.2762,45.0276
    `,
  },
  {
    name: 'BF Nelson Park',
    at: [-93.2642, 44.9916],
    hectares: 5.0,
    bbox: [-93.2668, 44.99, -93.2619, 44.9928],
    form: 'box',
  },
  {
    name: 'Bethune Park',
    at: [-93.2964, 44.9871],
    hectares: 4.9,
    bbox: [-93.2981, 44.9864, -93.2942, 44.9881],
    form: 'box',
  },
  {
    name: 'Brackett Field',
    at: [-93.2183, 44.9528],
    hectares: 4.3,
    bbox: [-93.2203, 44.9521, -93.2167, 44.9537],
    form: 'box',
  },
  {
    name: 'Deming Heights Park',
    at: [-93.2435, 45.0247],
    hectares: 4.3,
    bbox: [-93.2447, 45.0236, -93.2424, 45.0257],
    form: 'box',
  },
  {
    name: 'Diamond Lake Park',
    at: [-93.2667, 44.9004],
    hectares: 4.2,
    bbox: [-93.2716, 44.896, -93.2664, 44.9038],
    form: 'shore',
    of: 'Diamond Lake',
  },
  {
    name: 'Logan Park',
    at: [-93.2537, 44.9998],
    hectares: 4.1,
    bbox: [-93.2549, 44.9988, -93.2526, 45.0008],
    form: 'box',
  },
  {
    name: 'Matthews Park',
    at: [-93.2314, 44.9583],
    hectares: 4.1,
    bbox: [-93.2329, 44.9575, -93.23, 44.9592],
    form: 'box',
  },
];
