/** Rates against the size of what they come from: small places scatter widely by chance, and the funnel says how widely. */
import type { Estimate, Heading, Measure } from "./data";
import { Figure } from "./frame/Figure";
import type { FigureTable } from "./frame/table";
import { type Scribe, useScribe } from "./frame/words";
import { drawFunnel } from "./funnel/drawFunnel";
import type { Numbers } from "./numbers";

export interface FunnelPoint {
  readonly id: string;
  readonly name: string;
  /** Shorter, for the label in the picture. */
  readonly shortName?: string;
  /** Shorter still, where the other has no room. */
  readonly briefName?: string;
  readonly exposure: number;
  readonly estimate: Estimate;
  readonly count?: number;
  /** The outermost limit that the point lies beyond, as whoever computed the exact limits decided it. */
  readonly beyond: "95" | "99.8" | null;
}

export interface FunnelLimit {
  readonly exposure: number;
  readonly lower95: number;
  readonly upper95: number;
  readonly lower998: number;
  readonly upper998: number;
}

export interface FunnelProps extends Heading {
  readonly measure: Measure;
  /** What the exposure is, with its unit: "Employees, thousands". */
  readonly exposure: Measure;
  readonly points: readonly FunnelPoint[];
  /** By rising exposure. */
  readonly limits: readonly FunnelLimit[];
  /** The rate that the limits are drawn around, and what it is. */
  readonly target: { readonly value: number; readonly name: string };
}

export function FunnelPlot({ measure, exposure, points, limits, target, ...heading }: FunnelProps) {
  const scribe = useScribe();
  return (
    <Figure
      {...heading}
      says={funnelSays(scribe, points, target.value)}
      notes={[scribe.t("chart-funnel-note")]}
      draw={(surface) => drawFunnel(surface, { measure, exposure, points, limits, target, scribe })}
      table={funnelTable(scribe, { measure, exposure, points })}
    />
  );
}

export function isAbove(point: FunnelPoint, target: number): boolean {
  return point.estimate.value > target;
}

export function beyondWords({ t, numbers }: Scribe, point: FunnelPoint, target: number): string {
  if (point.beyond === null) return t("chart-funnel-inside");
  return t(isAbove(point, target) ? "chart-funnel-above" : "chart-funnel-below", {
    level: limitName(numbers, point.beyond),
  });
}

export function limitName(numbers: Numbers, level: "95" | "99.8"): string {
  return numbers.percent(Number(level), level === "95" ? 0 : 1);
}

export function funnelSays({ t, numbers }: Scribe, points: readonly FunnelPoint[], target: number): string {
  if (points.length === 0) return t("chart-nothing");
  const names = (above: boolean) =>
    points.filter((point) => point.beyond !== null && isAbove(point, target) === above).map(({ name }) => name);
  const list = (found: readonly string[]) => (found.length === 0 ? t("chart-none") : found.join(", "));
  return t("chart-funnel-says", {
    all: numbers.whole(points.length),
    inside: numbers.whole(points.filter(({ beyond }) => beyond === null).length),
    above: list(names(true)),
    below: list(names(false)),
  });
}

export function funnelTable(
  { t, numbers }: Scribe,
  { measure, exposure, points }: Pick<FunnelProps, "measure" | "exposure" | "points">,
): FigureTable {
  const fixed = (value: number | null) =>
    value === null ? null : { raw: value, text: numbers.fixed(value, measure.digits) };
  return {
    columns: [
      { id: "id", label: t("chart-column-id") },
      { id: "name", label: t("chart-column-name"), names: true },
      { id: "exposure", label: exposure.name, numeric: true },
      { id: "count", label: t("chart-column-count"), numeric: true },
      { id: "value", label: measure.name, numeric: true },
      { id: "lower", label: t("chart-column-lower"), numeric: true },
      { id: "upper", label: t("chart-column-upper"), numeric: true },
      { id: "beyond", label: t("chart-column-beyond"), numeric: true },
    ],
    rows: points.map((point) => [
      point.id,
      point.name,
      { raw: point.exposure, text: numbers.fixed(point.exposure, exposure.digits) },
      point.count === undefined ? null : { raw: point.count, text: numbers.whole(point.count) },
      fixed(point.estimate.value),
      fixed(point.estimate.lower),
      fixed(point.estimate.upper),
      point.beyond === null ? null : { raw: point.beyond, text: limitName(numbers, point.beyond) },
    ]),
  };
}
