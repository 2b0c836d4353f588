import type { Area } from '../../../data/geo/area.ts';
import type { AreaGrid } from '../../../data/geo/area-grid.ts';
import { AreaLookup } from '../../../data/geo/area-lookup.ts';
import { INSIDE, OUTSIDE } from '../../../data/geo/lie.ts';
import { type Ring, UNITS_A_DEGREE } from '../../../data/geo/ring.ts';
import type { Parameters } from './connection.ts';

/**
 * Lines of cells that share a list of the edges they may meet: the list is read anew by every
 * statement, so it is kept short.
 */
const LINES_A_BAND = 8;
/** More than there are edges: a point on one lies within, whatever crossings are counted. */
const ON_EDGE = 1000;

/** Rounding may put a point into the next cell; the grid takes edges to be wider than that. */
const COLUMN = 'CAST((v.longitude - $areaWest) * $areaCellsADegree AS INTEGER)';
const LINE = 'CAST((v.latitude - $areaSouth) * $areaCellsADegree AS INTEGER)';

/**
 * What `ringHas` says, by the same steps over whole numbers. Nearly all rows are told by their cell of
 * the grid alone, in half a µs; only those of cells that an edge may meet look at edges. A difference
 * of products that is too large for 64 bits keeps its sign.
 */
const WITHIN = `
  v.longitude BETWEEN $areaWest AND $areaEast AND v.latitude BETWEEN $areaSouth AND $areaNorth
  AND CASE substr($areaCells, 1 + ${LINE} * $areaColumns + ${COLUMN}, 1)
    WHEN x'0${INSIDE}' THEN true
    WHEN x'0${OUTSIDE}' THEN false
    ELSE (
      SELECT sum(
        CASE WHEN (ay > y) = (by > y)
        THEN ${ON_EDGE} * (ay = y AND (ax = x OR (by = y AND (ax > x) <> (bx > x))))
        ELSE CASE sign((bx - ax) * (y - ay) - (by - ay) * (x - ax))
          WHEN 0 THEN ${ON_EDGE} WHEN 1 THEN by > ay ELSE by < ay END END
      ) AS crossings
      FROM (
        SELECT ${unitsSql('v.longitude')} AS x, ${unitsSql('v.latitude')} AS y,
          ${LINE} / ${LINES_A_BAND} AS band
      ) AS point JOIN (
        SELECT value ->> 0 AS band, value ->> 1 AS ax, value ->> 2 AS ay, value ->> 3 AS bx,
          value ->> 4 AS by
        FROM json_each($areaEdges)
      ) AS edge USING (band)
      HAVING crossings >= ${ON_EDGE} OR crossings & 1
    ) IS NOT NULL END`;

/** @returns the condition for the versions whose point lies in the area or on its edge. */
export function areaCondition(area: Area): { sql: string; parameters: Parameters } {
  const { grid, ring, west, south, east, north, shift } = new AreaLookup(area);
  return {
    sql: WITHIN,
    parameters: {
      $areaWest: west / UNITS_A_DEGREE,
      $areaEast: east / UNITS_A_DEGREE,
      $areaSouth: south / UNITS_A_DEGREE,
      $areaNorth: north / UNITS_A_DEGREE,
      $areaCellsADegree: UNITS_A_DEGREE / 2 ** shift,
      $areaColumns: grid.columns,
      $areaCells: grid.cells,
      $areaEdges: JSON.stringify(edgesByBand(grid, ring)),
    },
  };
}

function edgesByBand({ edges }: AreaGrid, { xs, ys }: Ring): (number | undefined)[][] {
  const bands = Array.from({ length: Math.ceil(edges.length / LINES_A_BAND) }, (_, band) => {
    const lines = edges.slice(band * LINES_A_BAND, (band + 1) * LINES_A_BAND);
    return new Set(lines.flatMap((near) => [...near]));
  });
  return bands.flatMap((near, band) =>
    [...near].map((edge) => [band, xs[edge], ys[edge], xs[edge + 1], ys[edge + 1]]),
  );
}

/** As `unitsOf` rounds: CAST cuts towards zero. */
function unitsSql(degrees: string): string {
  return `CAST(${degrees} * ${UNITS_A_DEGREE}.0 + iif(${degrees} < 0, -0.5, 0.5) AS INTEGER)`;
}
