/**
 * The regions of Kazakhstan by KATO code (two digits, the same as in ISO 3166-2:KZ), where their tiles stand, and the
 * change of June 2022.
 *
 * By the decree of 4 May 2022, in force since 8 June, Abai (10) left East Kazakhstan (63), Jetisu (33) left Almaty
 * region (19) and Ulytau (62) left Karaganda (35). What remained kept its code, so that a code alone does not say which
 * region is meant: the division does. The division before it has held since June 2018, when Turkistan (61) and
 * Shymkent (79) took the place of South Kazakhstan (51); figures from before then are not for this map.
 */
import type { Cell } from "./data";
import { monthsOf } from "./periods";

export const REGIONS = [
  "10",
  "11",
  "15",
  "19",
  "23",
  "27",
  "31",
  "33",
  "35",
  "39",
  "43",
  "47",
  "55",
  "59",
  "61",
  "62",
  "63",
  "71",
  "75",
  "79",
] as const;

export type Region = (typeof REGIONS)[number];

/** `20`: the regions of today. `17`: those before June 2022. */
export type Division = "20" | "17";

/** The first whole month of today's division. */
export const DIVIDED_SINCE = "2022-06";

/** Which region of the old division each new one left. */
export const LEFT: ReadonlyMap<Region, Region> = new Map([
  ["10", "63"],
  ["33", "19"],
  ["62", "35"],
]);

export interface Tile {
  readonly region: Region;
  readonly column: number;
  readonly row: number;
  /** In columns: a region of the old division covers the tiles of both that came of it. */
  readonly span: 1 | 2;
}

export const COLUMNS = 6;
export const ROWS = 5;

/** West to east, north to south; two regions that became separate in 2022 stand side by side. */
const MAP: readonly (readonly (Region | null)[])[] = [
  [null, null, "39", "59", null, null],
  ["27", "15", "11", "71", "55", null],
  ["23", null, "62", "35", "10", "63"],
  ["47", "43", "61", "31", "19", "33"],
  [null, null, "79", null, "75", null],
];

/** The tiles of a division, in reading order. */
export function tiles(division: Division): readonly Tile[] {
  const single = MAP.flatMap((cells, row) =>
    cells.flatMap((region, column): Tile[] => (region === null ? [] : [{ region, column, row, span: 1 }])),
  );
  if (division === "20") return single;
  return single
    .filter(({ region }) => !LEFT.has(region))
    .map((tile) => {
      const gone = single.find(({ region }) => LEFT.get(region) === tile.region);
      return gone === undefined ? tile : { ...tile, column: Math.min(tile.column, gone.column), span: 2 };
    });
}

/**
 * The division that figures of a period can be shown in. A period that straddles the change is shown in the old one:
 * two new regions add up to an old one, an old one cannot be taken apart.
 */
export function divisionOf(period: string): Division {
  return monthsOf(period).first < DIVIDED_SINCE ? "17" : "20";
}

/**
 * Figures of regions in the division wanted. New regions are added to the old one they left where both came with a
 * count (and exposure); the sum has no interval, for an interval is not a sum. A sum of which a part is withheld is
 * withheld, else the part could be told from it; of which a part is missing, missing.
 */
export function concord(cells: ReadonlyMap<Region, Cell>, division: Division): ReadonlyMap<Region, Cell> {
  const found = new Map(cells);
  if (division === "20") return found;
  for (const [gone, old] of LEFT) {
    const part = found.get(gone);
    if (part === undefined) continue;
    found.delete(gone);
    found.set(old, sum(found.get(old) ?? { status: "missing" }, part));
  }
  return found;
}

function sum(left: Cell, right: Cell): Cell {
  if (left.status === "suppressed" || right.status === "suppressed") return { status: "suppressed" };
  if (left.status === "missing" || right.status === "missing") return { status: "missing" };
  if (left.count === undefined || right.count === undefined) return { status: "missing" };
  const count = left.count + right.count;
  const limits = { status: "published", lower: null, upper: null } as const;
  const perCase = unitOf(left) ?? unitOf(right);
  if (left.exposure === undefined || right.exposure === undefined) {
    // Without exposures the values are the counts themselves, or rates that nothing says how to add.
    const counts = left.value === left.count && right.value === right.count;
    return counts ? { ...limits, value: count, count } : { status: "missing" };
  }
  const exposure = left.exposure + right.exposure;
  if (perCase === null) return { ...limits, value: 0, count, exposure };
  return { ...limits, value: (perCase * count) / exposure, count, exposure };
}

/** What one case per one of exposure is worth in the measure: 1,000 in a rate per 1,000. Null where no case is known. */
function unitOf({ value, count, exposure }: Extract<Cell, { status: "published" }>): number | null {
  return count === undefined || exposure === undefined || count === 0 ? null : (value * exposure) / count;
}
