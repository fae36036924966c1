/** The few shapes that all pictures share. */
import type { ReactNode } from "react";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import type { Weight } from "./text";

interface LettersProps {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: Weight;
  readonly anchor?: "start" | "middle" | "end";
  readonly fill: string;
  /** A rim in the colour of the ground, for letters that stand on lines. */
  readonly rim?: string;
  readonly children: ReactNode;
}

export function Letters({ x, y, size = 12, weight = 400, anchor = "start", fill, rim, children }: LettersProps) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      fontWeight={weight}
      textAnchor={anchor}
      fill={fill}
      {...(rim === undefined ? {} : { stroke: rim, strokeWidth: 4, strokeLinejoin: "round", paintOrder: "stroke" })}
    >
      {children}
    </text>
  );
}

/** Slanted lines: nobody has published this. Crossed lines: known, but withheld. Wide ones: expected, not yet reported. */
export function Hatches({ surface: { id, palette } }: { readonly surface: Surface }) {
  const line = { stroke: palette.hatch, strokeWidth: 1.6, fill: "none" } as const;
  return (
    <defs>
      <pattern id={id("missing")} width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M-2,2L2,-2M0,8L8,0M6,10L10,6" {...line} />
      </pattern>
      <pattern id={id("suppressed")} width="8" height="8" patternUnits="userSpaceOnUse">
        <path d="M0,0L8,8M8,0L0,8" {...line} />
      </pattern>
      <pattern id={id("nowcast")} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1.5,1.5L1.5,-1.5M0,6L6,0M4.5,7.5L7.5,4.5" stroke={palette.first} strokeWidth="1.1" fill="none" />
      </pattern>
    </defs>
  );
}

export function hatch(surface: Surface, status: "missing" | "suppressed" | "nowcast"): string {
  return `url(#${surface.id(status)})`;
}

/** A horizontal interval with its value. */
export function Whisker({
  y,
  value,
  lower,
  upper,
  colour,
  radius = 4,
  hollow,
}: {
  readonly y: number;
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly colour: string;
  readonly radius?: number;
  /** The fill of a hollow dot. */
  readonly hollow?: string;
}) {
  return (
    <>
      {lower !== null && upper !== null && (
        <path
          d={`M${lower},${y}H${upper}M${lower},${y - radius}v${2 * radius}M${upper},${y - radius}v${2 * radius}`}
          stroke={colour}
          strokeWidth="1.6"
          fill="none"
        />
      )}
      <circle cx={value} cy={y} r={radius} fill={hollow ?? colour} stroke={colour} strokeWidth="1.6" />
    </>
  );
}

/** A triangle that points up or down, its middle at the place given. */
export function Triangle({
  x,
  y,
  up,
  fill,
  stroke,
  size = 9,
}: {
  readonly x: number;
  readonly y: number;
  readonly up: boolean;
  readonly fill: string;
  readonly stroke: string;
  readonly size?: number;
}) {
  const half = size / 2;
  const tip = up ? -half : half;
  return <path d={`M${x - half},${y - tip}h${size}L${x},${y + tip}Z`} fill={fill} stroke={stroke} strokeWidth="1.2" />;
}

/** Lines across for a value axis, with their numbers at the left end. */
export function ValueGrid({
  ticks,
  at,
  left,
  right,
  say,
  palette,
}: {
  readonly ticks: readonly number[];
  readonly at: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly say: (value: number) => string;
  readonly palette: Palette;
}) {
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <path
            d={`M${left},${at(tick)}H${right}`}
            stroke={tick === 0 ? palette.line : palette.grid}
            strokeWidth={tick === 0 ? 1.4 : 1}
            fill="none"
          />
          <Letters x={left - 7} y={at(tick) + 4} size={11.5} anchor="end" fill={palette.soft}>
            {say(tick)}
          </Letters>
        </g>
      ))}
    </g>
  );
}
