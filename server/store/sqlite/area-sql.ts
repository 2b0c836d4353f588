import type { Area } from '../../../data/geo/area.ts';
import type { AreaGrid } from '../../../data/geo/area-grid.ts';
import { AreaLookup } from '../../../data/geo/area-lookup.ts';
import { INSIDE, OUTSIDE } from '../../../data/geo/lie.ts';
import { type Ring, UNITS_A_DEGREE } from '../../../data/geo/ring.ts';
import type { Parameters } from './connection.ts';

/** More than there are edges: a point on one lies within, whatever crossings are counted. */
const ON_EDGE = 1000;

/** Rounding may put a point into the next cell; the grid takes edges to be wider than that. */
const COLUMN = 'CAST((v.longitude - $areaWest) * $areaCellsADegree AS INTEGER)';
const LINE = 'CAST((v.latitude - $areaSouth) * $areaCellsADegree AS INTEGER)';

/**
 * What `ringHas` says, by the same steps over whole numbers. Nearly all rows are told by their cell of
 * the grid alone, in half a µs; only those of cells that an edge may meet look at the edges of their
 * line, in 25 µs: the list is parsed once, to a form of which each row reads its part. A difference of
 * products that is too large for 64 bits keeps its sign.
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
        SELECT ${unitsSql('v.longitude')} AS x, ${unitsSql('v.latitude')} AS y
      ) AS point JOIN (
        SELECT value ->> 0 AS ax, value ->> 1 AS ay, value ->> 2 AS bx, value ->> 3 AS by
        FROM jsonb_each((SELECT jsonb($areaEdges)), '$[' || ${LINE} || ']')
      ) AS edge
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
      $areaEdges: JSON.stringify(edgesByLine(grid, ring)),
    },
  };
}

/** @returns for each line of cells, the edges that these may meet, as two corners each. */
function edgesByLine({ edges }: AreaGrid, { xs, ys }: Ring): (number | undefined)[][][] {
  return edges.map((near) =>
    [...near].map((edge) => [xs[edge], ys[edge], xs[edge + 1], ys[edge + 1]]),
  );
}

/** As `unitsOf` rounds: CAST cuts towards zero. */
function unitsSql(degrees: string): string {
  return `CAST(${degrees} * ${UNITS_A_DEGREE}.0 + iif(${degrees} < 0, -0.5, 0.5) AS INTEGER)`;
}
