/** Places ranked, with how uncertain both the rate and the rank are: a league table that says where it is none. */

import { drawBars } from "./bars/drawBars";
import { type Cell, type Estimate, type Heading, type Measure, type Published, published } from "./data";
import { Figure } from "./frame/Figure";
import type { FigureTable } from "./frame/table";
import { type Scribe, statusWord, useScribe } from "./frame/words";

export interface RankedPlace {
  readonly id: string;
  readonly name: string;
  readonly shortName?: string;
  readonly cell: Cell;
  /** Among the published places, 1 the highest, with its interval. */
  readonly rank?: Estimate;
  /** For the further columns of the table, in their order. */
  readonly more?: readonly (number | null)[];
}

/** A further column of the table, drawn nowhere. */
export interface MoreColumn {
  readonly id: string;
  readonly label: string;
  readonly digits: number;
}

export interface BarsProps extends Heading {
  readonly measure: Measure;
  readonly places: readonly RankedPlace[];
  /** The whole country or group, drawn as a line. */
  readonly whole?: { readonly name: string; readonly estimate: Estimate };
  readonly more?: readonly MoreColumn[];
  /** What it shows besides the highest value. */
  readonly finding?: string;
  /** How to read it, besides what holds for all bars. */
  readonly notes?: readonly string[];
}

export interface KnownPlace extends RankedPlace {
  readonly known: Published;
}

export function IntervalBars({ measure, places, whole, more = [], finding = "", notes = [], ...heading }: BarsProps) {
  const scribe = useScribe();
  const { known, unknown } = sortPlaces(places);
  return (
    <Figure
      {...heading}
      says={`${barsSays(scribe, known, unknown.length, measure)} ${finding}`.trim()}
      notes={[barsNote(scribe, places, whole), ...notes]}
      draw={(surface) => drawBars(surface, { measure, known, unknown, whole: whole ?? null, scribe })}
      table={barsTable(scribe, [...known, ...unknown], measure, more)}
    />
  );
}

const isRanked = (places: readonly RankedPlace[]) => places.some(({ rank }) => rank !== undefined);

/** Only what is in the picture. */
function barsNote({ t }: Scribe, places: readonly RankedPlace[], whole: BarsProps["whole"]): string {
  const said = [t(isRanked(places) ? "chart-bars-note-ranked" : "chart-bars-note")];
  if (whole !== undefined && whole.estimate.lower !== null) said.push(t("chart-bars-note-band"));
  return said.join(" ");
}

/** Published places from the highest value down; the rest as they came. */
export function sortPlaces(places: readonly RankedPlace[]): {
  readonly known: readonly KnownPlace[];
  readonly unknown: readonly RankedPlace[];
} {
  const known = places.flatMap((place): readonly KnownPlace[] => {
    const value = published(place.cell);
    return value === null ? [] : [{ ...place, known: value }];
  });
  const unknown = places.filter(({ cell }) => cell.status !== "published");
  return { known: known.sort((a, b) => b.known.value - a.known.value), unknown };
}

export function barsSays(
  { t, numbers }: Scribe,
  known: readonly KnownPlace[],
  unknown: number,
  { digits }: Measure,
): string {
  const [first, second] = known;
  if (first === undefined) return t("chart-nothing");
  const said = [t("chart-bars-says", { name: first.name, value: numbers.estimate(first.known, digits) })];
  // The first place is established when even the worst rank that it may have is the first.
  if (first.rank !== undefined && first.rank.upper !== null && second !== undefined) {
    said.push(
      first.rank.upper > 1
        ? t("chart-bars-first-open", { last: numbers.whole(first.rank.upper) })
        : t("chart-bars-first-sure"),
    );
  }
  if (unknown > 0) said.push(t("chart-bars-unknown", { shown: numbers.whole(unknown) }));
  return said.join(" ");
}

export function barsTable(
  { t, numbers }: Scribe,
  places: readonly RankedPlace[],
  measure: Measure,
  more: readonly MoreColumn[] = [],
): FigureTable {
  const fixed = (value: number | null | undefined, digits: number) =>
    value === null || value === undefined ? null : { raw: value, text: numbers.fixed(value, digits) };
  const ranked = isRanked(places);
  return {
    columns: [
      { id: "id", label: t("chart-column-id") },
      { id: "name", label: t("chart-column-name"), names: true },
      { id: "status", label: t("chart-column-status") },
      { id: "value", label: measure.name, numeric: true },
      { id: "lower", label: t("chart-column-lower"), numeric: true },
      { id: "upper", label: t("chart-column-upper"), numeric: true },
      ...(ranked
        ? [
            { id: "rank", label: t("chart-column-rank"), numeric: true },
            { id: "rank_lower", label: t("chart-column-rank-lower"), numeric: true },
            { id: "rank_upper", label: t("chart-column-rank-upper"), numeric: true },
          ]
        : []),
      ...more.map(({ id, label }) => ({ id, label, numeric: true })),
    ],
    rows: places.map(({ id, name, cell, rank, more: values = [] }) => {
      const known = published(cell);
      return [
        id,
        name,
        { raw: cell.status, text: statusWord(t, cell.status) },
        fixed(known?.value, measure.digits),
        fixed(known?.lower, measure.digits),
        fixed(known?.upper, measure.digits),
        ...(ranked ? [fixed(rank?.value, 0), fixed(rank?.lower, 0), fixed(rank?.upper, 0)] : []),
        ...more.map(({ digits }, index) => fixed(values[index], digits)),
      ];
    }),
  };
}
