/**
 * Synthetic figures for pictures and tests: nobody was hurt for them. Numbers of employees are those of the Bureau of
 * National Statistics for 2025 (wage employees by region); every count is invented. Limits are near enough for a
 * picture (Byar), where the product computes exact ones.
 */
import type { Cell, Estimate, Published } from "../../src/figures/charts/data";
import type { FunnelLimit, FunnelPoint } from "../../src/figures/charts/FunnelPlot";
import type { RankedPlace } from "../../src/figures/charts/IntervalBars";
import type { Cause } from "../../src/figures/charts/ParetoChart";
import type { RegionValue } from "../../src/figures/charts/RegionMap";
import type { Region } from "../../src/figures/charts/regions";
import type { TrendPoint, YearOnYear } from "../../src/figures/charts/TrendChart";

/** Employees, and invented cases; null where the place publishes nothing, "few" where it is withheld. */
const PLACES: Record<Region, readonly [employees: number, cases: number | "few" | null]> = {
  "10": [190_379, 12],
  "11": [302_063, 11],
  "15": [386_154, 22],
  "19": [513_495, null],
  "23": [292_657, 22],
  "27": [251_209, 9],
  "31": [363_246, 13],
  "33": [217_130, "few"],
  "35": [465_879, 31],
  "39": [328_949, 27],
  "43": [226_630, 8],
  "47": [327_485, 14],
  "55": [323_822, 21],
  "59": [196_655, null],
  "61": [446_876, 9],
  "62": [88_591, 8],
  "63": [301_334, 24],
  "71": [658_919, 18],
  "75": [985_521, 19],
  "79": [302_113, "few"],
};

/** Byar's limits of a count. */
export function limits(count: number, z = 1.96): Estimate {
  const lower = count === 0 ? 0 : count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
  const next = count + 1;
  return { value: count, lower, upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3 };
}

export function rate(count: number, exposure: number): Published {
  const { lower, upper } = limits(count);
  const per = (value: number | null) => (1_000 * (value ?? 0)) / exposure;
  return { status: "published", value: per(count), lower: per(lower), upper: per(upper), count, exposure };
}

const known = Object.entries(PLACES).flatMap(([region, [employees, cases]]) =>
  typeof cases === "number" ? [{ region: region as Region, employees, cases, rate: rate(cases, employees) }] : [],
);
const cases = known.reduce((sum, place) => sum + place.cases, 0);
const employees = known.reduce((sum, place) => sum + place.employees, 0);
export const COUNTRY = rate(cases, employees);

export const REGION_VALUES: readonly RegionValue[] = Object.entries(PLACES).flatMap(([region, [workers, count]]) => {
  if (count === null) return [];
  const cell: Cell = count === "few" ? { status: "suppressed" } : rate(count, workers);
  return { region: region as Region, cell, ...against(cell) };
});

function against(cell: Cell): Pick<RegionValue, "against"> {
  if (cell.status !== "published" || cell.lower === null || cell.upper === null) return {};
  if (cell.lower > COUNTRY.value) return { against: "above" };
  return cell.upper < COUNTRY.value ? { against: "below" } : {};
}

/** Every region with a figure, for sums over the old borders. */
export const ALL_REGIONS: readonly RegionValue[] = Object.entries(PLACES).map(([region, [workers, count]]) => ({
  region: region as Region,
  cell: rate(typeof count === "number" ? count : 7, workers),
}));

function limitsAt(exposure: number): FunnelLimit {
  const expected = COUNTRY.value * exposure;
  const [near, far] = [1.96, 3.09].map((z) => z * Math.sqrt(expected));
  const at = (count: number) => Math.max(0, count) / exposure;
  return {
    exposure,
    lower95: at(expected - (near ?? 0)),
    upper95: at(expected + (near ?? 0)),
    lower998: at(expected - (far ?? 0)),
    upper998: at(expected + (far ?? 0)),
  };
}

/** In thousands of employees. */
export const FUNNEL_LIMITS: readonly FunnelLimit[] = Array.from({ length: 60 }, (_, index) =>
  limitsAt(40 + index * (980 / 59)),
);

export function funnelPoints(name: (region: Region, form: "" | "-short" | "-brief") => string): readonly FunnelPoint[] {
  return known.map(({ region, employees: workers, cases: count, rate: estimate }) => {
    const exposure = workers / 1_000;
    const { lower95, upper95, lower998, upper998 } = limitsAt(exposure);
    const outside = (lower: number, upper: number) => estimate.value < lower || estimate.value > upper;
    return {
      id: region,
      name: name(region, ""),
      shortName: name(region, "-short"),
      briefName: name(region, "-brief"),
      exposure,
      count,
      estimate,
      beyond: outside(lower998, upper998) ? "99.8" : outside(lower95, upper95) ? "95" : null,
    };
  });
}

export function rankedPlaces(name: (region: Region, form: "" | "-short" | "-brief") => string): readonly RankedPlace[] {
  return (Object.keys(PLACES) as Region[]).map((region) => {
    const mine = known.find((place) => place.region === region);
    const named = { id: region, name: name(region, ""), shortName: name(region, "-short") };
    if (mine === undefined) {
      return { ...named, cell: PLACES[region][1] === "few" ? { status: "suppressed" } : { status: "missing" } };
    }
    const above = (of: (place: (typeof known)[number]) => boolean) => known.filter(of).length + 1;
    const rank = {
      value: above((place) => place.rate.value > mine.rate.value),
      lower: above((place) => (place.rate.lower ?? 0) > (mine.rate.upper ?? 0)),
      upper: above((place) => place !== mine && (place.rate.upper ?? 0) > (mine.rate.lower ?? 0)),
    };
    return { ...named, cell: mine.rate, rank };
  });
}

const QUARTERS = [372, 391, 360, 381, 369, 371, 352, 348, 355, 352, 293];

/** Quarters from 2022-Q3; the second of 2023 was never published, the last is still filling up. */
export const QUARTERLY: readonly TrendPoint[] = QUARTERS.map((count, index) => {
  const period = `${2022 + Math.floor((index + 2) / 4)}-Q${((index + 2) % 4) + 1}`;
  const last = index === QUARTERS.length - 1;
  if (index === 3) return { period, cell: { status: "missing" } };
  return {
    period,
    cell: { status: "published", count, ...limits(count) },
    ...(last ? { nowcast: { value: 309, lower: 299, upper: 322 } } : {}),
  };
});

export const FATAL: readonly TrendPoint[] = QUARTERLY.flatMap(({ period }, index) => {
  const count = [52, 47, 55, 44, 49, 46, 51, 43, 40, 37, 48][index] ?? 0;
  return index === 5 ? [] : [{ period, cell: { status: "published" as const, count, ...limits(count) } }];
});

export const CHANGES: readonly YearOnYear[] = [
  { period: "2024-Q3", change: { value: -3.8, lower: -16.7, upper: 11.2 }, established: false },
  { period: "2024-Q4", change: { value: -5.1, lower: -18.2, upper: 10.1 }, established: false },
  { period: "2025-Q1", change: { value: -16.8, lower: -28.7, upper: -2.9 }, established: true },
];

/** Five years of months of one hospital's violent incidents, with a season and a slow rise. */
export const MONTHLY: readonly TrendPoint[] = Array.from({ length: 60 }, (_, index) => {
  const count = Math.round(14 + index / 9 + 4 * Math.sin(index / 1.9) + ((index * 7) % 5));
  const period = `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  if (index === 26 || index === 27) return { period, cell: { status: "missing" } };
  return { period, cell: { status: "published", count, ...limits(count) } };
});

export const CAUSE_COUNTS = [
  { id: "organisation", count: 101 },
  { id: "negligence", count: 98 },
  { id: "traffic", count: 25 },
  { id: "rules", count: 21 },
  { id: "equipment", count: 14 },
  { id: "other", count: 34, rest: true },
] as const;

export function causes(name: (id: string) => string): readonly Cause[] {
  const all = CAUSE_COUNTS.reduce((sum, { count }) => sum + count, 0);
  return CAUSE_COUNTS.map((cause) => ({ ...cause, name: name(cause.id), share: share(cause.count, all) }));
}

/** Wilson's limits of a share, in per cent. */
function share(count: number, all: number): Estimate {
  const [p, z] = [count / all, 1.96];
  const middle = (p + z ** 2 / (2 * all)) / (1 + z ** 2 / all);
  const half = (z / (1 + z ** 2 / all)) * Math.sqrt((p * (1 - p)) / all + z ** 2 / (4 * all ** 2));
  return { value: 100 * p, lower: 100 * (middle - half), upper: 100 * (middle + half) };
}

/** Attacks by weekday and hour: evenings and nights, Fridays and Saturdays most; 1 to 4 are withheld. */
const HOURLY: readonly (readonly number[])[] = Array.from({ length: 7 }, (_, day) =>
  Array.from({ length: 24 }, (_, hour) => {
    const night = Math.exp(-(((hour - 22) / 4) ** 2)) + Math.exp(-(((hour + 2) / 4) ** 2));
    const clinic = 0.7 * Math.exp(-(((hour - 11) / 3) ** 2)) * (day < 5 ? 1 : 0.2);
    return Math.round((night * (day === 4 || day === 5 ? 26 : 13) + clinic * 14 + ((day * 5 + hour * 3) % 4)) * 0.9);
  }),
);

export const HEAT: readonly (readonly Cell[])[] = HOURLY.map((row, day) =>
  row.map((count, hour): Cell => {
    if (day === 6 && hour === 4) return { status: "missing" };
    return count > 0 && count < 5 ? { status: "suppressed" } : { status: "published", count, ...limits(count) };
  }),
);
export const BY_HOUR: readonly Estimate[] = Array.from({ length: 24 }, (_, hour) =>
  limits(HOURLY.reduce((sum, row) => sum + (row[hour] ?? 0), 0)),
);
export const BY_WEEKDAY: readonly Estimate[] = HOURLY.map((row) => limits(row.reduce((sum, count) => sum + count, 0)));
