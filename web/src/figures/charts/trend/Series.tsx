/** One series: its intervals, its line with gaps, what is expected of it, a mark for each period. */
import { type Published, published } from "../data";
import { pushApart } from "../draw/labels";
import { hatch, Letters } from "../draw/parts";
import { bandPath, linePath } from "../draw/path";
import { type Mark, NARROW, type Surface } from "../draw/surface";
import { cellWords, statusWord } from "../frame/words";
import { periodName } from "../periods";
import { changeWords, type TrendPoint } from "../TrendChart";
import { NAME_SIZE, nameLines, type TrendAxes, type TrendContent } from "./drawTrend";

export function markOf(content: TrendContent, which: number, index: number, axes: TrendAxes): Mark {
  const { series, measure, scribe, changes } = content;
  const { t, numbers } = scribe;
  const one = series[which];
  const point = one?.points[index];
  if (one === undefined || point === undefined) return { id: `${which}-${index}`, name: "", x: 0, y: 0 };
  const parts = [`${one.name}, ${periodName(t, point.period)}: ${cellWords(scribe, point.cell, measure)}`];
  if (point.nowcast !== undefined) {
    parts.push(t("chart-nowcast-value", { value: numbers.estimate(point.nowcast, measure.digits) }));
  }
  const change = which === 0 ? changes.find(({ period }) => period === point.period) : undefined;
  if (change !== undefined) parts.push(changeWords(scribe, change));
  const known = published(point.cell);
  const y = known === null ? axes.bottom : axes.y(known.value);
  return { id: `${which}-${point.period}`, name: parts.join("; "), x: axes.x(index), y };
}

interface Props {
  readonly surface: Surface;
  readonly content: TrendContent;
  readonly axes: TrendAxes;
  readonly which: number;
  readonly marks: readonly Mark[];
}

/** Two series side by side in a period, so that their whiskers do not cover each other. */
function shift(which: number, { series, intervals }: TrendContent, { slot }: TrendAxes): number {
  if (series.length < 2 || intervals === "band") return 0;
  return (which === 0 ? -1 : 1) * Math.min(5, slot / 6);
}

export function Series({ surface, content, axes, which, marks }: Props) {
  const { palette } = surface;
  const { series, intervals } = content;
  const colour = which === 0 ? palette.first : palette.second;
  const points = series[which]?.points ?? [];
  const moved = shift(which, content, axes);
  const x = (index: number) => axes.x(index) + moved;
  const known = points.map(({ cell }) => published(cell));
  return (
    <g>
      {intervals === "band" && (
        <path
          d={bandPath(
            known.map((one, index) =>
              one === null || one.lower === null || one.upper === null
                ? null
                : { x: x(index), lower: axes.y(one.lower), upper: axes.y(one.upper) },
            ),
          )}
          fill={colour}
          fillOpacity="0.2"
        />
      )}
      <Nowcast surface={surface} points={points} axes={axes} x={x} colour={colour} />
      <path
        d={linePath(known.map((one, index) => (one === null ? null : { x: x(index), y: axes.y(one.value) })))}
        stroke={colour}
        strokeWidth="2"
        strokeLinejoin="round"
        fill="none"
        strokeDasharray={which === 0 ? undefined : "6 4"}
      />
      {points.map((point, index) => {
        const mark = marks[index];
        return (
          mark !== undefined && (
            <g key={point.period} {...surface.mark(mark)}>
              <rect
                x={axes.x(index) - axes.slot / 2}
                y={mark.y - 14}
                width={axes.slot}
                height={28}
                fill="transparent"
              />
              <Dot
                surface={surface}
                point={point}
                axes={axes}
                x={x(index)}
                which={which}
                colour={colour}
                content={content}
              />
            </g>
          )
        );
      })}
    </g>
  );
}

interface DotProps {
  readonly surface: Surface;
  readonly content: TrendContent;
  readonly point: TrendPoint;
  readonly axes: TrendAxes;
  readonly x: number;
  readonly which: number;
  readonly colour: string;
}

/** The first series has round dots, the second square ones. */
function Dot({ surface, content, point, axes, x, which, colour }: DotProps) {
  const { palette } = surface;
  const known = published(point.cell);
  if (known === null) return null;
  const y = axes.y(known.value);
  const small = axes.slot < 12;
  return (
    <>
      {content.intervals === "whiskers" && <Limits known={known} axes={axes} x={x} colour={colour} />}
      {which === 0 ? (
        <circle cx={x} cy={y} r={small ? 2.2 : 4} fill={colour} stroke={palette.ground} strokeWidth={small ? 0 : 1} />
      ) : (
        <rect
          x={x - (small ? 2 : 3.8)}
          y={y - (small ? 2 : 3.8)}
          width={small ? 4 : 7.6}
          height={small ? 4 : 7.6}
          fill={palette.ground}
          stroke={colour}
          strokeWidth="1.8"
        />
      )}
    </>
  );
}

function Limits({
  known,
  axes,
  x,
  colour,
}: {
  readonly known: Published;
  readonly axes: TrendAxes;
  readonly x: number;
  readonly colour: string;
}) {
  if (known.lower === null || known.upper === null) return null;
  const [lower, upper] = [axes.y(known.lower), axes.y(known.upper)];
  const half = Math.min(4, axes.slot / 5);
  return (
    <path
      d={`M${x},${lower}V${upper}M${x - half},${lower}h${2 * half}M${x - half},${upper}h${2 * half}`}
      stroke={colour}
      strokeWidth="1.5"
      fill="none"
    />
  );
}

interface NowcastProps {
  readonly surface: Surface;
  readonly points: readonly TrendPoint[];
  readonly axes: TrendAxes;
  readonly x: (index: number) => number;
  readonly colour: string;
}

/** A hatched column for each period that reports are still coming in for: from limit to limit, a line at the value. */
function Nowcast({ surface, points, axes, x, colour }: NowcastProps) {
  return points.map(({ period, nowcast }, index) => {
    if (nowcast === undefined) return null;
    const half = Math.max(4, Math.min(axes.slot * 0.42, 22));
    const { value, lower, upper } = nowcast;
    return (
      <g key={period}>
        {lower !== null && upper !== null && (
          <rect
            x={x(index) - half}
            y={axes.y(upper)}
            width={2 * half}
            height={axes.y(lower) - axes.y(upper)}
            fill={hatch(surface, "nowcast")}
            stroke={colour}
            strokeWidth="0.8"
          />
        )}
        <path
          d={`M${x(index) - half},${axes.y(value)}h${2 * half}`}
          stroke={colour}
          strokeWidth="2"
          strokeDasharray="4 2"
        />
      </g>
    );
  });
}

interface NamesProps {
  readonly surface: Surface;
  readonly content: TrendContent;
  readonly axes: TrendAxes;
}

export function SeriesNames({ surface: { palette, width }, content: { series }, axes }: NamesProps) {
  if (series.length < 2) return null;
  const narrow = width < NARROW;
  const ends = series.map(({ name, points }) => {
    const last = [...points].reverse().find(({ cell }) => cell.status === "published");
    const known = published(last?.cell);
    return { lines: nameLines(name, narrow), y: known === null ? axes.bottom : axes.y(known.value) };
  });
  const tall = Math.max(...ends.map(({ lines }) => lines.length)) * NAME_SIZE * 1.2 + 4;
  const apart = pushApart(
    ends.map(({ y }) => y),
    tall,
    axes.top,
    axes.bottom,
  );
  return ends.map(({ lines }, which) => {
    const middle = (apart[which] ?? 0) - ((lines.length - 1) * NAME_SIZE * 1.2) / 2;
    return lines.map((line, index) => (
      <Letters
        key={`${series[which]?.name} ${line}`}
        x={axes.right + 6}
        y={middle + index * NAME_SIZE * 1.2 + 4}
        size={NAME_SIZE}
        weight={600}
        fill={which === 0 ? palette.first : palette.second}
      >
        {line}
      </Letters>
    ));
  });
}

/** Periods in which no series has a figure: hatched, with the word, for a gap alone might be taken for a fall to zero. */
export function Holes({ surface, content, axes }: NamesProps) {
  const { palette } = surface;
  return holes(content).map(({ status, first, last }) => {
    const margin = Math.min(axes.slot * 0.1, axes.slot / 2 - 4);
    const left = Math.max(axes.x(first) - axes.slot / 2 + margin, axes.x(first) - 12);
    const right = Math.min(axes.x(last) + axes.slot / 2 - margin, axes.x(last) + 12);
    const x = (left + right) / 2;
    const middle = (axes.top + axes.bottom) / 2;
    return (
      <g key={first}>
        <rect
          x={left}
          y={axes.top}
          width={right - left}
          height={axes.bottom - axes.top}
          fill={hatch(surface, status)}
        />
        {right - left >= 10 && (
          <g transform={`rotate(-90 ${x} ${middle})`}>
            <Letters x={x} y={middle + 4} size={11} anchor="middle" fill={palette.ink} rim={palette.ground}>
              {statusWord(content.scribe.t, status)}
            </Letters>
          </g>
        )}
      </g>
    );
  });
}

interface Hole {
  readonly status: "missing" | "suppressed";
  readonly first: number;
  readonly last: number;
}

/** Neighbouring periods that lack figures for the same reason are one hole. */
export function holes({ periods, series }: Pick<TrendContent, "periods" | "series">): readonly Hole[] {
  const found: Hole[] = [];
  for (const index of periods.keys()) {
    const cells = series.map(({ points }) => points[index]?.cell.status ?? "missing");
    if (cells.includes("published")) continue;
    const status = cells.includes("suppressed") ? "suppressed" : "missing";
    const open = found.at(-1);
    if (open !== undefined && open.last === index - 1 && open.status === status) {
      found[found.length - 1] = { ...open, last: index };
    } else {
      found.push({ status, first: index, last: index });
    }
  }
  return found;
}
