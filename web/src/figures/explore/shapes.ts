/** From the answers of the API to what the pictures take. Nothing is estimated here: limits come from the server. */
import type { Beside, Compared, Foreseen, Rate, RegionUnit, Table, Tally } from "../../api/figures";
import type { Cell, Estimate, Published } from "../charts/data";
import type { FunnelLimit, FunnelPoint } from "../charts/FunnelPlot";
import { HOURS, WEEKDAYS } from "../charts/HourHeatMap";
import type { RankedPlace } from "../charts/IntervalBars";
import type { Cause } from "../charts/ParetoChart";
import { monthsOf } from "../charts/periods";
import type { RegionValue } from "../charts/RegionMap";
import { REGIONS, type Region } from "../charts/regions";
import type { TrendPoint } from "../charts/TrendChart";

/** A false-discovery rate above which a region is not said to differ. */
const ESTABLISHED = 0.05;

export function publishedRate({ value, lower, upper, count, exposure }: Rate): Published {
  return { status: "published", value, lower, upper, count, exposure };
}

/** The rates of a table by region; a region with a denominator and no injury is zero, one without either is missing. */
export function regionValues(table: Table, beside: Beside, per: number): readonly RegionValue[] {
  const rates = new Map(table.cells.map(({ key, rates: [rate] }) => [key[0] ?? "", rate]));
  const units = new Map(beside.units.map((unit) => [unit.code, unit]));
  return REGIONS.map((region): RegionValue => {
    const rate = rates.get(region);
    const unit = units.get(region);
    const cell: Cell =
      rate !== undefined
        ? publishedRate(rate)
        : unit === undefined
          ? { status: "missing" }
          : { ...rateOfUnit(unit, beside, per), status: "published", count: unit.count, exposure: unit.exposure };
    const against = unit === undefined ? undefined : againstCountry(unit);
    return against === undefined ? { region, cell } : { region, cell, against };
  });
}

export function againstCountry({ ratio, p_adjusted }: RegionUnit): "above" | "below" | undefined {
  if (p_adjusted >= ESTABLISHED) return undefined;
  return ratio > 1 ? "above" : "below";
}

/** The limits of a ratio to the country are those of its rate over the country's rate. */
export function rateOfUnit(unit: RegionUnit, { rate }: Beside, per: number): Estimate {
  return { value: unit.rate * per, lower: unit.ratio_lower * rate * per, upper: unit.ratio_upper * rate * per };
}

/** The counts of a table by region, without ranks. */
export function countedPlaces(table: Table, name: (code: string) => string): readonly RankedPlace[] {
  return table.cells.flatMap(({ key: [code], count, interval: { lower, upper } }) =>
    code == null
      ? []
      : [{ id: code, name: name(code), cell: { status: "published", value: count, lower, upper, count } }],
  );
}

export const isRegion = (code: string): code is Region => (REGIONS as readonly string[]).includes(code);

type Named = (code: string, form?: "short" | "brief") => string;

/** Exposures in thousands. */
export function funnelOf(beside: Beside, per: number, name: Named) {
  const { units, rate } = beside;
  const points = units.map(
    (unit): FunnelPoint => ({
      id: unit.code,
      name: name(unit.code),
      shortName: name(unit.code, "short"),
      briefName: name(unit.code, "brief"),
      exposure: unit.exposure / 1_000,
      estimate: rateOfUnit(unit, beside, per),
      count: unit.count,
      beyond: unit.position === "within" ? null : unit.position.startsWith("far") ? "99.8" : "95",
    }),
  );
  const limits = [...units]
    .sort((a, b) => a.exposure - b.exposure)
    .map(
      ({ exposure, limits_95: [lower95, upper95], limits_998: [lower998, upper998] }): FunnelLimit => ({
        exposure: exposure / 1_000,
        lower95: lower95 * rate * per,
        upper95: upper95 * rate * per,
        lower998: lower998 * rate * per,
        upper998: upper998 * rate * per,
      }),
    );
  return { points, limits, target: rate * per };
}

export function rankedPlaces(beside: Beside, per: number, name: Named): readonly RankedPlace[] {
  return beside.units.map((unit) => ({
    id: unit.code,
    name: name(unit.code),
    shortName: name(unit.code, "short"),
    cell: { status: "published", ...rateOfUnit(unit, beside, per), count: unit.count, exposure: unit.exposure },
    rank: { value: unit.place, lower: unit.place_highest, upper: unit.place_lowest },
  }));
}

/** Counts; the limits of deaths are those of their rate, in deaths. */
export function countOf({ count, interval, rates }: Tally, fatal: boolean): Published {
  if (!fatal) return { status: "published", value: count, lower: interval.lower, upper: interval.upper, count };
  const [rate] = rates;
  if (rate === undefined) return { status: "published", value: 0, lower: null, upper: null };
  const deaths = (value: number) => (value * rate.exposure) / rate.per;
  return { status: "published", value: rate.count, lower: deaths(rate.lower), upper: deaths(rate.upper) };
}

/** A ratio as a change in per cent; none where there was nothing before. */
export function percentOf({ ratio, ratio_lower, ratio_upper }: Compared): Estimate | null {
  const percent = (value: number | null) => (value === null ? null : 100 * (value - 1));
  return ratio === null ? null : { value: 100 * (ratio - 1), lower: percent(ratio_lower), upper: percent(ratio_upper) };
}

/** The change in per cent from one count to the next; none of more than two, or where there was nothing before. */
export function countChangeOf(counts: readonly number[]): number | null {
  const [before, now] = counts;
  if (counts.length !== 2 || before === undefined || now === undefined || before === 0) return null;
  return 100 * (now / before - 1);
}

/** What is still to come stands at the points of which more is expected than is reported. */
export function withNowcasts(
  points: readonly TrendPoint[],
  nowcasts: ReadonlyMap<string, Foreseen | null>,
): readonly TrendPoint[] {
  return points.map((point) => {
    const foreseen = nowcasts.get(point.period);
    if (foreseen === undefined || foreseen === null || foreseen.upper <= foreseen.reported) return point;
    const { total: value, lower, upper } = foreseen;
    return { ...point, nowcast: { value, lower, upper } };
  });
}

/** Whether all of a period has happened. A count of a part of it beside whole ones would look like a fall. */
export function isOver(period: string, today: Date): boolean {
  return monthsOf(period).last < today.toISOString().slice(0, 7);
}

/** The last periods that are over: of those, reports still come. */
export function recentOf(periods: readonly string[], today: Date, most: number): readonly string[] {
  return periods.filter((period) => isOver(period, today)).slice(-most);
}

export function trendOf(tables: readonly Table[], fatal: boolean): readonly TrendPoint[] {
  return tables.flatMap(({ cells }) =>
    cells.flatMap((cell): readonly TrendPoint[] => {
      const period = cell.key[0];
      if (period === null || period === undefined) return [];
      if (fatal && cell.rates.length === 0)
        return [{ period, cell: { status: "published", value: cell.fatal, lower: null, upper: null } }];
      return [{ period, cell: countOf(cell, fatal) }];
    }),
  );
}

export function causesOf({ cells, total }: Table, name: (code: string | null) => string): readonly Cause[] {
  return cells.map(({ key, count }) => {
    const code = key[0] ?? null;
    return {
      id: code ?? "unknown",
      name: name(code),
      count,
      share: { value: total.count === 0 ? 0 : (100 * count) / total.count, lower: null, upper: null },
      rest: code === null || code === "other",
    };
  });
}

export interface Heat {
  readonly cells: readonly (readonly Cell[])[];
  /** Injuries of which the hour is not known. */
  readonly unknown: number;
}

/** A table by weekday and hour. What the table lacks did not happen: the register holds every report. */
export function heatOf({ cells }: Table): Heat {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const { key, count } of cells) {
    const [day, hour] = key;
    if (day == null || hour == null) unknown += count;
    else counts.set(`${day} ${Number(hour)}`, count);
  }
  return {
    unknown,
    cells: Array.from({ length: WEEKDAYS }, (_, day) =>
      Array.from({ length: HOURS }, (_, hour): Cell => {
        return { status: "published", value: counts.get(`${day + 1} ${hour}`) ?? 0, lower: null, upper: null };
      }),
    ),
  };
}
