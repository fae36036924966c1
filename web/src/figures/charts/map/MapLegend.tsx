/** What colours, hatches and signs of the map mean; only those that occur. */
import { hatch, Letters, Triangle } from "../draw/parts";
import { SCALE_BAR_HEIGHT, ScaleBar } from "../draw/ScaleBar";
import { NARROW, type Surface } from "../draw/surface";
import { textWidth, wrap } from "../draw/text";
import type { MapContent } from "./drawMap";

const LINE = 19;
const SIZE = 11.5;
/** Between a sign and its words. */
const INDENT = 28;

interface Entry {
  readonly text: string;
  readonly sign: "missing" | "suppressed" | "above" | "below" | "country" | "interval";
}

function entries({ tiles, country, measure, scribe: { t, numbers } }: MapContent): readonly Entry[] {
  const has = (status: string) => tiles.some(({ cell }) => cell.status === status);
  const found: Entry[] = [];
  const add = (sign: Entry["sign"], text: string) => found.push({ sign, text });
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

/** Entries side by side while there is room; one that is wider than the picture takes several lines. */
function flow(width: number, content: MapContent) {
  let x = 0;
  let y = SCALE_BAR_HEIGHT;
  const placed = entries(content).map((entry) => {
    const lines = wrap(entry.text, width - INDENT, SIZE);
    // The fonts that stand in for Inter in a file may be wider.
    const needed = INDENT + 1.15 * Math.max(...lines.map((line) => textWidth(line, SIZE))) + 14;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += LINE;
    }
    const here = { entry, lines, x, y };
    x += needed;
    y += (lines.length - 1) * (SIZE + 3);
    return here;
  });
  return { placed, height: y + (placed.length > 0 ? LINE : 0) };
}

export function legendHeight(width: number, content: MapContent): number {
  return flow(width, content).height;
}

interface Props {
  readonly surface: Surface;
  readonly content: MapContent;
  readonly width: number;
}

export function MapLegend({ surface, content, width }: Props) {
  const { palette } = surface;
  const { bounds, measure, scribe } = content;
  const swatch = Math.min(surface.width < NARROW ? 52 : 68, (width - 30) / (bounds.length - 1));
  return (
    <g>
      <ScaleBar surface={surface} name={measure.name} bounds={bounds} swatch={swatch} numbers={scribe.numbers} />
      {flow(width, content).placed.map(({ entry, lines, x, y }) => (
        <g key={entry.sign} transform={`translate(${x} ${y})`}>
          <Sign surface={surface} sign={entry.sign} />
          {lines.map((line, index) => (
            <Letters key={line} x={INDENT} y={13 + index * (SIZE + 3)} size={SIZE} fill={palette.soft}>
              {line}
            </Letters>
          ))}
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
