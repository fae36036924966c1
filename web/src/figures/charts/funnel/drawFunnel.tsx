/** The funnel: two bands of chance around the target, the points with their intervals, names for those outside. */
import { highest } from "../data";
import { type Box, place, pushApart } from "../draw/labels";
import { Letters, ValueGrid } from "../draw/parts";
import { bandPath, linePath } from "../draw/path";
import { fromZero, type Scale, tickDigits, ticks } from "../draw/scale";
import { type Mark, NARROW, type Picture, type Surface } from "../draw/surface";
import { textWidth } from "../draw/text";
import { beyondWords, type FunnelLimit, type FunnelPoint, type FunnelProps, isAbove, limitName } from "../FunnelPlot";
import type { Scribe } from "../frame/words";

export type FunnelContent = Pick<FunnelProps, "measure" | "exposure" | "points" | "limits" | "target"> & {
  readonly scribe: Scribe;
};

interface Axes {
  readonly x: Scale;
  readonly y: Scale;
  readonly area: Box;
}

export function drawFunnel(surface: Surface, content: FunnelContent): Picture {
  const { measure, exposure, points, limits, target, scribe } = content;
  const { palette, width } = surface;
  const { numbers, t } = scribe;
  const narrow = width < NARROW;
  const height = narrow ? 440 : 430;
  const most = Math.max(highest(points.map(({ estimate }) => estimate)), target.value * 2);
  const upTicks = ticks(most, 5, measure.digits === 0);
  const farthest = Math.max(...points.map((point) => point.exposure), ...limits.map((limit) => limit.exposure), 0);
  const end = farthest * 1.02;
  const acrossTicks = ticks(farthest, narrow ? 4 : 7).filter((tick) => tick <= end);
  const digits = tickDigits(upTicks);
  const left = 12 + Math.max(...upTicks.map((tick) => textWidth(numbers.fixed(tick, digits), 11.5)));
  const area = { left, right: width - (narrow ? 44 : 58), top: 30, bottom: height - 44 };
  const top = upTicks.at(-1) ?? 1;
  const axes: Axes = {
    x: fromZero(end, area.left, area.right),
    y: fromZero(top, area.bottom, area.top),
    area,
  };
  const marks = points.map((point) => markOf(point, axes, content));
  return {
    height,
    marks,
    node: (
      <>
        <defs>
          <clipPath id={surface.id("area")}>
            <rect x={area.left} y={area.top - 6} width={area.right - area.left} height={area.bottom - area.top + 6} />
          </clipPath>
        </defs>
        <g clipPath={`url(#${surface.id("area")})`}>
          <Funnel limits={limits} axes={axes} surface={surface} />
        </g>
        <ValueGrid
          ticks={upTicks}
          at={axes.y}
          left={area.left}
          right={area.right}
          say={(tick) => numbers.fixed(tick, digits)}
          palette={palette}
        />
        <g clipPath={`url(#${surface.id("area")})`}>
          <FunnelLines limits={limits} axes={axes} surface={surface} />
        </g>
        {acrossTicks.map((tick) => (
          <Letters key={tick} x={axes.x(tick)} y={area.bottom + 17} size={11.5} anchor="middle" fill={palette.soft}>
            {numbers.upTo(tick, exposure.digits)}
          </Letters>
        ))}
        <Letters x={0} y={12} size={12} fill={palette.soft}>
          {measure.name}
        </Letters>
        <Letters x={area.right} y={height - 8} size={12} anchor="end" fill={palette.soft}>
          {exposure.name}
        </Letters>
        <Ends limits={limits} axes={axes} surface={surface} numbers={numbers} />
        <path
          d={`M${area.left},${axes.y(target.value)}H${area.right}`}
          stroke={palette.target}
          strokeWidth="1.6"
          fill="none"
        />
        {points.map((point, index) => {
          const mark = marks[index];
          return (
            mark !== undefined && (
              <g key={point.id} {...surface.mark(mark)}>
                <Dot point={point} axes={axes} surface={surface} target={target.value} />
              </g>
            )
          );
        })}
        <Labels
          content={content}
          axes={axes}
          surface={surface}
          title={t("chart-funnel-target", { name: target.name, value: numbers.fixed(target.value, measure.digits) })}
        />
      </>
    ),
  };
}

function markOf(point: FunnelPoint, { x, y }: Axes, { measure, exposure, target, scribe }: FunnelContent): Mark {
  const { numbers, t } = scribe;
  const parts = [`${point.name}: ${numbers.estimate(point.estimate, measure.digits)}`];
  if (point.count !== undefined)
    parts.push(t("chart-cases", { count: point.count, shown: numbers.whole(point.count) }));
  parts.push(
    `${exposure.name}: ${numbers.fixed(point.exposure, exposure.digits)}`,
    beyondWords(scribe, point, target.value),
  );
  return { id: point.id, name: parts.join("; "), x: x(point.exposure), y: y(point.estimate.value) };
}

interface Drawn {
  readonly limits: readonly FunnelLimit[];
  readonly axes: Axes;
  readonly surface: Surface;
}

function Funnel({ limits, axes: { x, y }, surface: { palette } }: Drawn) {
  const band = (lower: "lower95" | "lower998", upper: "upper95" | "upper998") =>
    bandPath(limits.map((limit) => ({ x: x(limit.exposure), lower: y(limit[lower]), upper: y(limit[upper]) })));
  return (
    <>
      <path d={band("lower998", "upper998")} fill={palette.washFar} />
      <path d={band("lower95", "upper95")} fill={palette.wash} />
    </>
  );
}

function FunnelLines({ limits, axes: { x, y }, surface: { palette } }: Drawn) {
  const lines = [
    ["lower95", "5 4"],
    ["upper95", "5 4"],
    ["lower998", undefined],
    ["upper998", undefined],
  ] as const;
  return lines.map(([limit, dashes]) => (
    <path
      key={limit}
      d={linePath(limits.map((at) => ({ x: x(at.exposure), y: y(at[limit]) })))}
      stroke={palette.line}
      strokeWidth="1.2"
      fill="none"
      strokeDasharray={dashes}
    />
  ));
}

/** The limits are named where they end. */
function Ends({ limits, axes: { x, y, area }, surface: { palette }, numbers }: Drawn & Pick<Scribe, "numbers">) {
  const last = limits.at(-1);
  if (last === undefined) return null;
  const names = [limitName(numbers, "99.8"), limitName(numbers, "95")];
  const places = pushApart([y(last.upper998), y(last.upper95)], 13, area.top, area.bottom);
  return names.map((name, index) => (
    <Letters key={name} x={x(last.exposure) + 5} y={(places[index] ?? 0) + 4} size={11} fill={palette.soft}>
      {name}
    </Letters>
  ));
}

interface DotProps {
  readonly point: FunnelPoint;
  readonly axes: Axes;
  readonly surface: Surface;
  readonly target: number;
}

/** Inside a hollow circle, beyond 95 % a filled one, beyond 99.8 % a filled diamond: told apart without colour. */
function Dot({ point, axes: { x, y, area }, surface: { palette }, target }: DotProps) {
  const { estimate, exposure, beyond } = point;
  const across = x(exposure);
  const at = y(estimate.value);
  const colour = beyond === null ? palette.soft : isAbove(point, target) ? palette.second : palette.first;
  const { lower, upper } = estimate;
  return (
    <>
      {/* A finger is wider than a point. */}
      <circle cx={across} cy={at} r="12" fill="transparent" />
      {lower !== null && upper !== null && (
        <path
          d={`M${across},${y(lower)}V${Math.max(area.top - 6, y(upper))}`}
          stroke={colour}
          strokeWidth="1.2"
          opacity="0.75"
        />
      )}
      {beyond === "99.8" ? (
        <path
          d={`M${across},${at - 6.5}l6.5,6.5l-6.5,6.5l-6.5,-6.5Z`}
          fill={colour}
          stroke={palette.ground}
          strokeWidth="1"
        />
      ) : (
        <circle
          cx={across}
          cy={at}
          r="4.5"
          fill={beyond === null ? palette.ground : colour}
          stroke={colour}
          strokeWidth="1.6"
        />
      )}
    </>
  );
}

interface LabelsProps {
  readonly content: FunnelContent;
  readonly axes: Axes;
  readonly surface: Surface;
  /** The name of the target line. */
  readonly title: string;
}

function Labels({
  content: { points, limits, target },
  axes: { x, y, area },
  surface: { palette, width },
  title,
}: LabelsProps) {
  const size = width < NARROW ? 11.5 : 12.5;
  const dots = points.map((point): Box => {
    const across = x(point.exposure);
    const at = y(point.estimate.value);
    return { left: across - 7, right: across + 7, top: at - 6, bottom: at + 6 };
  });
  const targetY = y(target.value);
  // Below its line where the names of the limits stand close above it.
  const near = targetY - y(limits.at(-1)?.upper95 ?? Number.POSITIVE_INFINITY) < 28;
  const titleY = near ? targetY + 15 : targetY - 6;
  const targetBox = {
    left: area.right - textWidth(title, 12, 600),
    right: area.right,
    top: titleY - 12,
    bottom: titleY + 4,
  };
  const far = (point: FunnelPoint) => (point.beyond === "99.8" ? 0 : 1);
  const wishes = points
    .filter(({ beyond }) => beyond !== null)
    .sort((a, b) => far(a) - far(b))
    .map((point) => ({
      id: point.id,
      texts: [point.shortName ?? point.name, ...(point.briefName === undefined ? [] : [point.briefName])],
      x: x(point.exposure),
      y: y(point.estimate.value),
    }));
  const room = { left: 0, right: width, top: 14, bottom: area.bottom };
  return (
    <>
      <Letters x={area.right} y={titleY} size={12} weight={600} anchor="end" fill={palette.target} rim={palette.ground}>
        {title}
      </Letters>
      {place(wishes, room, [targetBox, ...dots], size, 600).map((label) => (
        <Letters
          key={label.id}
          x={label.textX}
          y={label.baseline}
          size={size}
          weight={600}
          anchor={label.anchor}
          fill={palette.ink}
          rim={palette.ground}
        >
          {label.text}
        </Letters>
      ))}
    </>
  );
}
