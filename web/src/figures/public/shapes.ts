/** From a release to what is drawn and written. Nothing is estimated here: every limit is the release's own. */
import type { Limits, Release, ReleaseChange, ReleaseRate, ReleaseRow, ReleaseTable } from "../../api/releases";
import type { Cell, Estimate } from "../charts/data";
import type { RankedPlace } from "../charts/IntervalBars";
import type { Numbers } from "../charts/numbers";
import type { RegionValue } from "../charts/RegionMap";
import { REGIONS, type Region } from "../charts/regions";
import { againstCountry, rankedPlaces, rateOfUnit } from "../explore/shapes";

export function estimateOf(value: number, limits: Limits): Estimate {
  return { value, lower: limits.lower, upper: limits.upper };
}

export function estimateOfRate({ value, lower, upper }: ReleaseRate): Estimate {
  return { value, lower: lower ?? null, upper: upper ?? null };
}

/** `95%` */
export function levelWords(numbers: Numbers, level: number): string {
  return numbers.percent(100 * level, 0);
}

/** A ratio as a change in per cent, with its limits; null where there was nothing before. */
export function changeOf({ ratio, ratio_lower, ratio_upper }: ReleaseChange): Estimate | null {
  if (ratio === null) return null;
  const percent = (value: number | null) => (value === null ? null : (value - 1) * 100);
  return { value: (ratio - 1) * 100, lower: percent(ratio_lower), upper: percent(ratio_upper) };
}

export function rateOf(rates: readonly ReleaseRate[], measure: string): ReleaseRate | undefined {
  return rates.find((rate) => rate.measure === measure);
}

/** The regions for the map: by their rates where the release has any, else by their counts. */
export function regionsOf(release: Release): readonly RegionValue[] {
  const byCode = new Map(tableBy(release, "region")?.rows.map((row) => [row.code, row]));
  const units = new Map(release.regions?.units.map((unit) => [unit.code, unit]));
  return REGIONS.map((region): RegionValue => {
    const unit = units.get(region);
    const against = unit === undefined ? undefined : againstCountry(unit);
    const cell = cellOf(release, region, byCode.get(region));
    return against === undefined ? { region, cell } : { region, cell, against };
  });
}

/** Whether regions have rates, by which alone they can be compared. */
export function hasRates(release: Release): boolean {
  return release.regions !== null;
}

function cellOf(release: Release, region: Region, row: ReleaseRow | undefined): Cell {
  const { regions } = release;
  if (row !== undefined && row.count === null) return { status: "suppressed" };
  // A region without a row had no injury, and that is published.
  const count = row?.count ?? 0;
  if (regions === null) {
    const limits = row?.count_interval ?? null;
    return { status: "published", value: count, lower: limits?.lower ?? null, upper: limits?.upper ?? null, count };
  }
  const rate = row?.incidence;
  if (rate) return { status: "published", ...estimateOfRate(rate), count, exposure: rate.exposure };
  const unit = regions.units.find(({ code }) => code === region);
  if (unit === undefined) return { status: "missing" };
  return { status: "published", ...rateOfUnit(unit, regions, perOf(release)), count, exposure: unit.exposure };
}

/** Per how many the rates of regions are. */
export function perOf(release: Release): number {
  return rateOf(release.total.rates, "incidence")?.per ?? 1_000;
}

/** Regions with the ranks that they could truly take, and those that have none. */
export function placesOf(release: Release, name: (code: string, form?: "short" | "brief") => string) {
  if (release.regions === null) return [];
  const ranked = rankedPlaces(release.regions, perOf(release), name);
  const known = new Set(ranked.map(({ id }) => id));
  const others = regionsOf(release).filter(({ region }) => !known.has(region));
  return [
    ...ranked,
    ...others.map(
      ({ region, cell }): RankedPlace => ({
        id: region,
        name: name(region),
        shortName: name(region, "short"),
        // Without a denominator a region has no place, whatever its count.
        cell: cell.status === "suppressed" ? cell : { status: "missing" },
      }),
    ),
  ];
}

export function tableBy(release: Release, by: string): ReleaseTable | undefined {
  return release.tables.find((table) => table.by === by);
}

/** Tables whose codes have no order of their own are read from the most frequent down. */
const UNORDERED: readonly string[] = ["kind", "cause"];

/** The rows as they are read: what is withheld after what is shown, what is not known last. */
export function rowsOf({ by, rows }: ReleaseTable): readonly ReleaseRow[] {
  if (!UNORDERED.includes(by)) return rows;
  const place = ({ code, count }: ReleaseRow) => (code === null ? 2 : count === null ? 1 : 0);
  return [...rows].sort((a, b) => place(a) - place(b) || (b.count ?? 0) - (a.count ?? 0));
}

/** The end of the scale on which the rows of a table are drawn: their highest limit. */
export function topOf(estimates: Iterable<Estimate | null>): number {
  let top = 0;
  for (const estimate of estimates) if (estimate !== null) top = Math.max(top, estimate.value, estimate.upper ?? 0);
  return top;
}

/** What a row is drawn by: its rate where the table has rates, else its count; null where neither is published. */
export function drawnBy(row: ReleaseRow, byRate: boolean): Estimate | null {
  if (byRate) return row.incidence === null ? null : estimateOfRate(row.incidence);
  return row.count === null || row.count_interval === null ? null : estimateOf(row.count, row.count_interval);
}
