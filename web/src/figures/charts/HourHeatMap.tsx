/** When it happens: hours of the day by days of the week. */
import { type Cell, type Estimate, type Heading, highest, type Measure, published } from "./data";
import { ticks } from "./draw/scale";
import { Figure } from "./frame/Figure";
import type { FigureTable, TableCell } from "./frame/table";
import { cellWords, type Scribe, statusWord, useScribe } from "./frame/words";
import { drawHeat } from "./heat/drawHeat";

export const HOURS = 24;
export const WEEKDAYS = 7;

interface Props extends Heading {
  readonly measure: Measure;
  /** By weekday from Monday, then by hour: seven rows of 24. A cell that is not there is missing. */
  readonly cells: readonly (readonly Cell[])[];
  /** Of each hour over all days; left out where a margin would give a withheld cell away. */
  readonly hours?: readonly Estimate[];
  /** Of each day over all hours; left out likewise. */
  readonly weekdays?: readonly Estimate[];
}

export function HourHeatMap({ measure, cells, hours, weekdays, ...heading }: Props) {
  const scribe = useScribe();
  const grid = Array.from({ length: WEEKDAYS }, (_, day) =>
    Array.from({ length: HOURS }, (_, hour): Cell => cells[day]?.[hour] ?? { status: "missing" }),
  );
  const values = grid.flat().flatMap((cell) => published(cell) ?? []);
  const top = highest(values.map(({ value }) => ({ value, lower: null, upper: null })));
  const bounds = heatBounds(top, measure.digits === 0);
  const sums = { hours: hours ?? [], weekdays: weekdays ?? [] };
  return (
    <Figure
      {...heading}
      says={heatSays(scribe, grid, measure)}
      draw={(surface) => drawHeat(surface, { measure, grid, bounds, ...sums, scribe })}
      table={heatTable(scribe, grid, measure, sums)}
      list={heatList(scribe, grid, measure, sums)}
    />
  );
}

/** A colour for each of the few counts that there are: no two numbers look alike that can be told apart. */
const COLOURS = 5;

export function heatBounds(top: number, whole: boolean): readonly number[] {
  if (whole && top > 0 && top < COLOURS) return Array.from({ length: top + 2 }, (_, bound) => bound);
  return ticks(top, COLOURS, whole);
}

export function hourName(hour: number): string {
  const two = (value: number) => String(value % HOURS).padStart(2, "0");
  return `${two(hour)}:00–${two(hour + 1)}:00`;
}

export function heatSays(scribe: Scribe, grid: readonly (readonly Cell[])[], measure: Measure): string {
  const { t, numbers } = scribe;
  let best: { cell: Cell; value: number; day: number; hour: number } | null = null;
  let withheld = 0;
  let ties = 0;
  for (const [day, row] of grid.entries()) {
    for (const [hour, cell] of row.entries()) {
      if (cell.status === "suppressed") withheld++;
      if (cell.status !== "published") continue;
      if (best === null || cell.value > best.value) {
        best = { cell, value: cell.value, day, hour };
        ties = 0;
      } else if (cell.value === best.value) ties++;
    }
  }
  if (best === null) return t("chart-nothing");
  const says = t("chart-heat-says", {
    day: t(`chart-weekday-${best.day + 1}`),
    hour: hourName(best.hour),
    value: cellWords(scribe, best.cell, measure),
    shown: numbers.whole(withheld),
  });
  return ties === 0 ? says : `${says} ${t("chart-heat-ties", { shown: numbers.whole(ties + 1) })}`;
}

interface Sums {
  readonly hours: readonly Estimate[];
  readonly weekdays: readonly Estimate[];
}

/** A row for each cell, then for each sum; in a sum, what is summed over is called "all". */
export function heatList(
  { t, numbers }: Scribe,
  grid: readonly (readonly Cell[])[],
  measure: Measure,
  sums: Sums,
): FigureTable {
  const fixed = (value: number | null | undefined) =>
    value === null || value === undefined ? null : { raw: value, text: numbers.fixed(value, measure.digits) };
  const all = { raw: "all", text: t("chart-all") };
  const dayCell = (day: number) => ({ raw: day + 1, text: t(`chart-weekday-${day + 1}`) });
  const hourCell = (hour: number) => ({ raw: hour, text: hourName(hour) });
  const row = (day: TableCell, hour: TableCell, cell: Cell): readonly TableCell[] => {
    const known = published(cell);
    const status = { raw: cell.status, text: statusWord(t, cell.status) };
    return [day, hour, status, fixed(known?.value), fixed(known?.lower), fixed(known?.upper)];
  };
  const sum = (estimate: Estimate): Cell => ({ status: "published", ...estimate });
  return {
    columns: [
      { id: "weekday", label: t("chart-column-weekday") },
      { id: "hour", label: t("chart-column-hour") },
      { id: "status", label: t("chart-column-status") },
      { id: "value", label: measure.name, numeric: true },
      { id: "lower", label: t("chart-column-lower"), numeric: true },
      { id: "upper", label: t("chart-column-upper"), numeric: true },
    ],
    rows: [
      ...grid.flatMap((cells, day) => cells.map((cell, hour) => row(dayCell(day), hourCell(hour), cell))),
      ...sums.hours.map((estimate, hour) => row(all, hourCell(hour), sum(estimate))),
      ...sums.weekdays.map((estimate, day) => row(dayCell(day), all, sum(estimate))),
    ],
  };
}

/** A row for each hour, a column for each day, as one would look it up. */
export function heatTable(
  scribe: Scribe,
  grid: readonly (readonly Cell[])[],
  measure: Measure,
  { hours, weekdays }: Sums,
): FigureTable {
  const { t, numbers } = scribe;
  const all = (estimate: Estimate | undefined) =>
    estimate === undefined ? null : numbers.estimate(estimate, measure.digits);
  const rows = Array.from({ length: HOURS }, (_, hour): readonly TableCell[] => [
    hourName(hour),
    ...grid.map((cells) => cellWords(scribe, cells[hour] ?? { status: "missing" }, measure)),
    ...(hours.length > 0 ? [all(hours[hour])] : []),
  ]);
  const lastRow = [t("chart-all"), ...grid.map((_, day) => all(weekdays[day])), ...(hours.length > 0 ? [null] : [])];
  return {
    columns: [
      { id: "hour", label: t("chart-column-hour"), names: true },
      ...grid.map((_, day) => ({ id: `day-${day + 1}`, label: t(`chart-weekday-${day + 1}`), numeric: true })),
      ...(hours.length > 0 ? [{ id: "all", label: t("chart-all"), numeric: true }] : []),
    ],
    rows: weekdays.length > 0 ? [...rows, lastRow] : rows,
  };
}
