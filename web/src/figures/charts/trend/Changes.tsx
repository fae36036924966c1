/** Changes against the year before: where there is room above the values, else only the last. */
import { published } from "../data";
import { Letters, Triangle } from "../draw/parts";
import { NARROW, type Surface } from "../draw/surface";
import { textWidth } from "../draw/text";
import { yearBefore } from "../periods";
import type { YearOnYear } from "../TrendChart";
import type { TrendAxes, TrendContent } from "./drawTrend";

interface Props {
  readonly surface: Surface;
  readonly content: TrendContent;
  readonly axes: TrendAxes;
}

const SIGN = 11;

export function Changes({ surface, content, axes }: Props) {
  const { changes, scribe } = content;
  const size = surface.width < NARROW ? 11 : 12;
  const widest = Math.max(0, ...changes.map(({ change }) => textWidth(scribe.numbers.change(change.value), size, 600)));
  const shown = widest + SIGN + 6 <= axes.slot ? changes : changes.slice(-1);
  const last = changes.at(-1);
  return (
    <>
      {last !== undefined && (
        <FromYearBefore content={content} axes={axes} change={last} colour={surface.palette.line} />
      )}
      {shown.map((change) => (
        <Sign key={change.period} surface={surface} content={content} axes={axes} change={change} size={size} />
      ))}
    </>
  );
}

/** The highest thing drawn in a period. */
function topOf({ series }: TrendContent, index: number): number | null {
  const tops = series.flatMap(({ points }) => {
    const point = points[index];
    const known = published(point?.cell);
    return [known?.upper ?? known?.value, point?.nowcast?.upper].filter((top) => top !== undefined && top !== null);
  });
  return tops.length === 0 ? null : Math.max(...tops);
}

/** A dotted line at the height of a year before shows what the change is measured from. */
function FromYearBefore({
  content,
  axes,
  change,
  colour,
}: {
  readonly content: TrendContent;
  readonly axes: TrendAxes;
  readonly change: YearOnYear;
  readonly colour: string;
}) {
  const index = content.periods.indexOf(change.period);
  const before = content.periods.indexOf(yearBefore(change.period));
  const base = published(content.series[0]?.points[before]?.cell);
  if (base === null || index < 0) return null;
  const y = axes.y(base.value);
  return (
    <path d={`M${axes.x(before)},${y}H${axes.x(index)}`} stroke={colour} strokeWidth="1.2" strokeDasharray="1.5 3" />
  );
}

/** Filled where the change is established, hollow where it may be chance. */
function Sign({
  surface: { palette },
  content,
  axes,
  change,
  size,
}: Props & { readonly change: YearOnYear; readonly size: number }) {
  const index = content.periods.indexOf(change.period);
  if (index < 0) return null;
  const text = content.scribe.numbers.change(change.change.value);
  const width = SIGN + 3 + textWidth(text, size, 600);
  const x = Math.min(Math.max(axes.x(index) - width / 2, axes.left), axes.right - width);
  const under = content.periods.flatMap((_, at) => {
    const beside = axes.x(at) < x - axes.slot / 4 || axes.x(at) > x + width + axes.slot / 4;
    return beside ? [] : (topOf(content, at) ?? []);
  });
  const y = Math.max(axes.y(Math.max(0, ...under)) - 9, axes.top - 6);
  return (
    <>
      <Triangle
        x={x + SIGN / 2}
        y={y - size * 0.36}
        up={change.change.value > 0}
        fill={change.established ? palette.ink : palette.ground}
        stroke={palette.ink}
      />
      <Letters
        x={x + SIGN + 3}
        y={y}
        size={size}
        weight={change.established ? 600 : 400}
        fill={palette.ink}
        rim={palette.ground}
      >
        {text}
      </Letters>
    </>
  );
}
