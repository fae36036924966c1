/** The trend: a value axis from zero, periods with their years below, the series over it. */
import { type Estimate, highest, type Measure, published } from "../data";
import { Hatches, Letters, ValueGrid } from "../draw/parts";
import { fromZero, type Scale, tickDigits, ticks } from "../draw/scale";
import { NARROW, type Picture, type Surface } from "../draw/surface";
import { textWidth, wrap } from "../draw/text";
import type { Scribe } from "../frame/words";
import { partName, readPeriod } from "../periods";
import type { FullSeries, YearOnYear } from "../TrendChart";
import { Changes } from "./Changes";
import { Holes, markOf, Series, SeriesNames } from "./Series";

export interface TrendContent {
  readonly measure: Measure;
  readonly series: readonly FullSeries[];
  readonly periods: readonly string[];
  readonly changes: readonly YearOnYear[];
  readonly intervals: "band" | "whiskers";
  readonly scribe: Scribe;
}

export interface TrendAxes {
  /** The middle of a period, by its place among the periods. */
  readonly x: (index: number) => number;
  readonly y: Scale;
  /** How wide a period is. */
  readonly slot: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function drawTrend(surface: Surface, content: TrendContent): Picture {
  const { palette, width } = surface;
  const { measure, series, periods, scribe } = content;
  const narrow = width < NARROW;
  const height = narrow ? 340 : 380;
  const upTicks = ticks(highest(everyEstimate(series)) * 1.08, 5, measure.digits === 0);
  const digits = tickDigits(upTicks);
  const left = 12 + Math.max(...upTicks.map((tick) => textWidth(scribe.numbers.fixed(tick, digits), 11.5)));
  const right = width - nameRoom(content, narrow);
  const years = readPeriod(periods[0] ?? "2000").kind === "year";
  const top = 34;
  const bottom = height - (years ? 26 : 42);
  const slot = (right - left) / Math.max(1, periods.length);
  const axes: TrendAxes = {
    x: (index) => left + slot * (index + 0.5),
    y: fromZero(upTicks.at(-1) ?? 1, bottom, top),
    slot,
    left,
    right,
    top,
    bottom,
  };
  const marks = series.map((one, which) => one.points.map((_, index) => markOf(content, which, index, axes)));
  return {
    height,
    marks: marks.flat(),
    node: (
      <>
        <Hatches surface={surface} />
        <Letters x={0} y={12} size={12} fill={palette.soft}>
          {measure.name}
        </Letters>
        <ValueGrid
          ticks={upTicks}
          at={axes.y}
          left={left}
          right={right}
          say={(tick) => scribe.numbers.fixed(tick, digits)}
          palette={palette}
        />
        <PeriodAxis surface={surface} content={content} axes={axes} />
        <Holes surface={surface} content={content} axes={axes} />
        <Changes surface={surface} content={content} axes={axes} />
        {series.map((one, which) => (
          <Series
            key={one.name}
            surface={surface}
            content={content}
            axes={axes}
            which={which}
            marks={marks[which] ?? []}
          />
        ))}
        <SeriesNames surface={surface} content={content} axes={axes} />
      </>
    ),
  };
}

function everyEstimate(series: readonly FullSeries[]): readonly Estimate[] {
  return series.flatMap(({ points }) =>
    points.flatMap(({ cell, nowcast }) => [published(cell), nowcast ?? null].filter((known) => known !== null)),
  );
}

export const NAME_SIZE = 12;

/** The names of two series stand at their ends; one series is named by the title. */
export function nameLines(name: string, narrow: boolean): readonly string[] {
  return wrap(name, narrow ? 76 : 130, NAME_SIZE, 3, 600);
}

function nameRoom({ series }: TrendContent, narrow: boolean): number {
  if (series.length < 2) return narrow ? 6 : 24;
  const lines = series.flatMap(({ name }) => nameLines(name, narrow));
  return 10 + Math.max(...lines.map((line) => textWidth(line, NAME_SIZE, 600)));
}

interface Drawn {
  readonly surface: Surface;
  readonly content: TrendContent;
  readonly axes: TrendAxes;
}

/** The parts of the year where there is room for them, and each year once, under a tick at its start. */
function PeriodAxis({ surface: { palette }, content: { periods, scribe }, axes }: Drawn) {
  const read = periods.map(readPeriod);
  const years = read[0]?.kind === "year";
  const label = (index: number) => {
    const period = read[index];
    return period === undefined ? "" : years ? String(period.year) : partName(scribe.t, period);
  };
  const widest = Math.max(...read.map((_, index) => textWidth(label(index), 11)));
  const every = Math.max(1, Math.ceil((widest + 5) / axes.slot));
  // Months thinned to every second or fifth would name odd ones: then only the years stand.
  const parts = years || every === 1;
  const starts = read.flatMap((period, index) => (index === 0 || period.part === 1 ? [{ period, index }] : []));
  return (
    <g>
      {parts &&
        read.map((_, index) =>
          index % every === 0 ? (
            <Letters
              key={periods[index]}
              x={axes.x(index)}
              y={axes.bottom + 16}
              size={11}
              anchor="middle"
              fill={palette.soft}
            >
              {label(index)}
            </Letters>
          ) : null,
        )}
      {!years &&
        starts.map(({ period, index }, nth) => {
          const start = axes.left + axes.slot * index;
          const next = starts[nth + 1];
          const end = next === undefined ? axes.right : axes.left + axes.slot * next.index;
          if (end - start < 34) return null;
          return (
            <g key={period.year}>
              <path d={`M${start},${axes.bottom}v${parts ? 34 : 18}`} stroke={palette.grid} strokeWidth="1" />
              <Letters
                x={(start + end) / 2}
                y={axes.bottom + (parts ? 33 : 17)}
                size={11.5}
                weight={600}
                anchor="middle"
                fill={palette.soft}
              >
                {period.year}
              </Letters>
            </g>
          );
        })}
    </g>
  );
}
