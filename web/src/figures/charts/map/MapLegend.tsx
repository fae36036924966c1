/** What colours, hatches and signs of the map mean; only those that occur. */

import { step } from "../draw/palette";
import { hatch, Letters, Triangle } from "../draw/parts";
import { tickDigits } from "../draw/scale";
import { NARROW, type Surface } from "../draw/surface";
import { textWidth } from "../draw/text";
import type { MapContent } from "./drawMap";

const LINE = 19;
const SIZE = 11.5;

interface Entry {
  readonly key: string;
  readonly text: string;
  readonly sign: "missing" | "suppressed" | "above" | "below" | "country" | "interval";
}

function entries({ tiles, country, measure, scribe: { t, numbers } }: MapContent): readonly Entry[] {
  const has = (status: string) => tiles.some(({ cell }) => cell.status === status);
  const found: Entry[] = [];
  const add = (sign: Entry["sign"], text: string) => found.push({ key: sign, sign, text });
  if (has("published")) add("interval", t("chart-legend-interval"));
  if (country !== null) {
    add("country", t("chart-legend-country", { value: numbers.estimate(country, measure.digits) }));
  }
  for (const against of ["above", "below"] as const) {
    if (tiles.some((tile) => tile.against === against)) add(against, t(`chart-against-${against}`));
  }
  for (const status of ["missing", "suppressed"] as const) {
    if (has(status)) add(status, t(`chart-legend-${status}`));
  }
  return found;
}

/** Entries side by side while there is room. */
function flow(width: number, content: MapContent): readonly { entry: Entry; x: number; line: number }[] {
  let x = 0;
  let line = 0;
  return entries(content).map((entry) => {
    const needed = 28 + textWidth(entry.text, SIZE) + 16;
    if (x > 0 && x + needed > width) {
      x = 0;
      line++;
    }
    const placed = { entry, x, line };
    x += needed;
    return placed;
  });
}

const SCALE = 40;

export function legendHeight(width: number, content: MapContent): number {
  const lines = flow(width, content);
  return SCALE + ((lines.at(-1)?.line ?? -1) + 1) * LINE + 2;
}

interface Props {
  readonly surface: Surface;
  readonly content: MapContent;
  readonly width: number;
}

export function MapLegend({ surface, content, width }: Props) {
  const { palette } = surface;
  const { bounds, scribe } = content;
  const swatch = Math.min(surface.width < NARROW ? 52 : 68, (width - 30) / (bounds.length - 1));
  const digits = tickDigits(bounds);
  return (
    <g>
      {bounds.slice(1).map((bound, index) => (
        <rect
          key={bound}
          x={index * swatch + 4}
          y="2"
          width={swatch}
          height="14"
          fill={step(palette, index).fill}
          stroke={palette.line}
          strokeWidth="0.6"
        />
      ))}
      {bounds.map((bound, index) => (
        <Letters
          key={bound}
          x={index * swatch + 4}
          y={30}
          size={SIZE}
          anchor={index === 0 ? "start" : "middle"}
          fill={palette.soft}
        >
          {scribe.numbers.fixed(bound, digits)}
        </Letters>
      ))}
      {flow(width, content).map(({ entry, x, line }) => (
        <g key={entry.key} transform={`translate(${x} ${SCALE + line * LINE})`}>
          <Sign surface={surface} sign={entry.sign} />
          <Letters x={28} y={13} size={SIZE} fill={palette.soft}>
            {entry.text}
          </Letters>
        </g>
      ))}
    </g>
  );
}

function Sign({ surface, sign }: { readonly surface: Surface; readonly sign: Entry["sign"] }) {
  const { ink, line } = surface.palette;
  switch (sign) {
    case "missing":
    case "suppressed":
      return <rect x="1" y="2" width="20" height="13" fill={hatch(surface, sign)} stroke={line} strokeWidth="0.8" />;
    case "above":
    case "below":
      return <Triangle x={11} y={9} up={sign === "above"} fill={ink} stroke={ink} />;
    case "country":
      return <path d="M11,2v13" stroke={ink} strokeWidth="1.4" fill="none" />;
    case "interval":
      return (
        <g>
          <path d="M1,9h20" stroke={ink} strokeWidth="3" />
          <circle cx="11" cy="9" r="3.8" fill={ink} />
        </g>
      );
  }
}
