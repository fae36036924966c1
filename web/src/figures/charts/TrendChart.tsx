/** Values by month, quarter or year, with what is known of their uncertainty and of reports still to come. */
import { type Cell, type Estimate, type Heading, type Measure, MISSING, published } from "./data";
import { Figure } from "./frame/Figure";
import type { FigureTable, TableCell } from "./frame/table";
import { cellWords, type Scribe, statusWord, useScribe } from "./frame/words";
import { periodName, periodsBetween } from "./periods";
import { drawTrend } from "./trend/drawTrend";

export interface TrendPoint {
  readonly period: string;
  readonly cell: Cell;
  /** What the value is expected to become when late reports are in. */
  readonly nowcast?: Estimate;
}

export interface TrendSeries {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** A change against the same period a year before, in per cent. */
export interface YearOnYear {
  readonly period: string;
  readonly change: Estimate;
  /** Whether the difference is established, or cannot be told from chance. */
  readonly established: boolean;
}

export interface TrendProps extends Heading {
  readonly measure: Measure;
  /** One or two; each counts in one way only. */
  readonly series: readonly [TrendSeries] | readonly [TrendSeries, TrendSeries];
  /** Of the first series. */
  readonly changes?: readonly YearOnYear[];
  /** Left out: whiskers for up to 16 periods, a band for more. */
  readonly intervals?: "band" | "whiskers";
}

/** A series with a point for each period of the axis, so that a hole is a hole. */
export interface FullSeries {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

const MOST_WHISKERS = 16;

export function TrendChart({ measure, series, changes = [], intervals, ...heading }: TrendProps) {
  const scribe = useScribe();
  const { t } = scribe;
  const periods = periodsBetween(series.flatMap(({ points }) => points.map(({ period }) => period)));
  const full = series.map((one) => fill(one, periods));
  const how = intervals ?? (periods.length > MOST_WHISKERS ? "band" : "whiskers");
  const notes = [t(how === "band" ? "chart-trend-band" : "chart-trend-whiskers")];
  if (full.some(({ points }) => points.some(({ nowcast }) => nowcast !== undefined)))
    notes.push(t("chart-trend-nowcast"));
  if (changes.length > 0) notes.push(t("chart-trend-changes"));
  return (
    <Figure
      {...heading}
      says={trendSays(scribe, full, measure, changes)}
      notes={notes}
      draw={(surface) => drawTrend(surface, { measure, series: full, periods, changes, intervals: how, scribe })}
      table={trendTable(scribe, full, measure, changes)}
    />
  );
}

export function fill({ name, points }: TrendSeries, periods: readonly string[]): FullSeries {
  const known = new Map(points.map((point) => [point.period, point]));
  return { name, points: periods.map((period) => known.get(period) ?? { period, cell: MISSING }) };
}

export function trendSays(
  scribe: Scribe,
  series: readonly FullSeries[],
  measure: Measure,
  changes: readonly YearOnYear[],
): string {
  const { t } = scribe;
  const said = series.flatMap(({ name, points }) => {
    const known = points.filter(({ cell }) => cell.status === "published");
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return [];
    return t("chart-trend-says", {
      name,
      first: periodName(t, first.period),
      firstValue: cellWords(scribe, first.cell, measure),
      last: periodName(t, last.period),
      lastValue: cellWords(scribe, last.cell, measure),
    });
  });
  const change = changes.at(-1);
  if (change !== undefined) said.push(changeWords(scribe, change));
  return said.length === 0 ? t("chart-nothing") : said.join(" ");
}

export function changeWords({ t, numbers }: Scribe, { period, change, established }: YearOnYear): string {
  const limits = numbers.interval(change, 1);
  return t(established ? "chart-change-established" : "chart-change-noise", {
    period: periodName(t, period),
    change: limits === "" ? numbers.change(change.value) : `${numbers.change(change.value)} (${limits})`,
  });
}

export function trendTable(
  { t, numbers }: Scribe,
  series: readonly FullSeries[],
  measure: Measure,
  changes: readonly YearOnYear[],
): FigureTable {
  const fixed = (value: number | null | undefined): TableCell =>
    value === null || value === undefined ? null : { raw: value, text: numbers.fixed(value, measure.digits) };
  const changed = (value: number | null | undefined): TableCell =>
    value === null || value === undefined ? null : { raw: value, text: numbers.change(value) };
  const estimate = (known: Estimate | null | undefined) => [
    fixed(known?.value),
    fixed(known?.lower),
    fixed(known?.upper),
  ];
  const nowcasts = series.some(({ points }) => points.some(({ nowcast }) => nowcast !== undefined));
  const limits = [
    { id: "lower", label: t("chart-column-lower"), numeric: true },
    { id: "upper", label: t("chart-column-upper"), numeric: true },
  ];
  return {
    columns: [
      { id: "series", label: t("chart-column-series"), fileOnly: series.length < 2 },
      { id: "period", label: t("chart-column-period"), names: true },
      { id: "status", label: t("chart-column-status") },
      { id: "value", label: measure.name, numeric: true },
      ...limits,
      ...(nowcasts
        ? [
            { id: "nowcast", label: t("chart-column-nowcast"), numeric: true },
            { id: "nowcast_lower", label: t("chart-column-lower"), numeric: true },
            { id: "nowcast_upper", label: t("chart-column-upper"), numeric: true },
          ]
        : []),
      ...(changes.length > 0
        ? [
            { id: "change_percent", label: t("chart-column-change"), numeric: true },
            { id: "change_lower", label: t("chart-column-lower"), numeric: true },
            { id: "change_upper", label: t("chart-column-upper"), numeric: true },
          ]
        : []),
    ],
    rows: series.flatMap(({ name, points }, index) =>
      points.map(({ period, cell, nowcast }) => {
        const change = index === 0 ? changes.find((one) => one.period === period)?.change : undefined;
        return [
          name,
          { raw: period, text: periodName(t, period) },
          { raw: cell.status, text: statusWord(t, cell.status) },
          ...estimate(published(cell)),
          ...(nowcasts ? estimate(nowcast) : []),
          ...(changes.length > 0 ? [changed(change?.value), changed(change?.lower), changed(change?.upper)] : []),
        ];
      }),
    ),
  };
}
