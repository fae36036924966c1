/**
 * Causes by how often they occur. Bars and the cumulative line share one axis, the share of all cases, so that neither
 * looks bigger than it is.
 */
import type { Estimate, Heading } from "./data";
import { Figure } from "./frame/Figure";
import type { FigureTable } from "./frame/table";
import { type Scribe, useScribe } from "./frame/words";
import type { Numbers } from "./numbers";
import { drawPareto } from "./pareto/drawPareto";

export interface Cause {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Of all cases, in per cent, with its interval. */
  readonly share: Estimate;
  /** "Other" and "not stated": always last, whatever their number. */
  readonly rest?: boolean;
}

interface Props extends Heading {
  readonly causes: readonly Cause[];
}

export interface Step extends Cause {
  /** The share of this cause and all before it, in per cent. */
  readonly cumulative: number;
}

export function ParetoChart({ causes, ...heading }: Props) {
  const scribe = useScribe();
  const { t } = scribe;
  const steps = cumulate(causes);
  const notes = [t("chart-pareto-note")];
  if (steps.some(({ share }) => share.lower !== null)) notes.push(t("chart-pareto-note-strokes"));
  return (
    <Figure
      {...heading}
      says={paretoSays(scribe, steps)}
      notes={notes}
      draw={(surface) => drawPareto(surface, { steps, scribe })}
      table={paretoTable(scribe, steps)}
    />
  );
}

/** The most frequent first, what is left over last, with the cumulative share of the cases. */
export function cumulate(causes: readonly Cause[]): readonly Step[] {
  const order = [...causes].sort((a, b) => Number(a.rest ?? false) - Number(b.rest ?? false) || b.count - a.count);
  const all = order.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return order.map((cause) => {
    before += cause.count;
    return { ...cause, cumulative: all === 0 ? 0 : (100 * before) / all };
  });
}

export function paretoSays({ t, numbers }: Scribe, steps: readonly Step[]): string {
  const first = steps[0];
  const half = steps.findIndex(({ cumulative }) => cumulative >= 50) + 1;
  if (first === undefined || half === 0) return t("chart-nothing");
  return t("chart-pareto-says", {
    first: first.name,
    share: shareWords(numbers, first.share),
    shown: numbers.whole(half),
    cumulative: numbers.percent(steps[half - 1]?.cumulative ?? 0),
  });
}

/** `34.6 % (29.2–40.4)` */
export function shareWords(numbers: Numbers, share: Estimate): string {
  const limits = numbers.interval(share, 1);
  return limits === "" ? numbers.percent(share.value) : `${numbers.percent(share.value)} (${limits})`;
}

export function paretoTable({ t, numbers }: Scribe, steps: readonly Step[]): FigureTable {
  const share = (value: number | null) => (value === null ? null : { raw: value, text: numbers.percent(value) });
  return {
    columns: [
      { id: "id", label: t("chart-column-id") },
      { id: "cause", label: t("chart-column-cause"), names: true },
      { id: "count", label: t("chart-column-count"), numeric: true },
      { id: "share_percent", label: t("chart-column-share"), numeric: true },
      { id: "lower", label: t("chart-column-lower"), numeric: true },
      { id: "upper", label: t("chart-column-upper"), numeric: true },
      { id: "cumulative_percent", label: t("chart-column-cumulative"), numeric: true },
    ],
    rows: steps.map((step) => [
      step.id,
      step.name,
      { raw: step.count, text: numbers.whole(step.count) },
      share(step.share.value),
      share(step.share.lower),
      share(step.share.upper),
      share(step.cumulative),
    ]),
  };
}
