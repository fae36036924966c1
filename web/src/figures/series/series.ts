/** Series that others count: what a list says of one, and what a file of them needs said beside it. */
import type { RecordedFile, Series, SeriesWords } from "../../api/imports";
import { type Months, monthsOf } from "../public/periods";

/** The columns of the plain CSV, in the documented order. */
export const SERIES_COLUMNS = [
  "series",
  "counter",
  "unit",
  "source",
  "published",
  "period",
  "region",
  "activity",
  "value",
] as const;

export const SAID_BESIDE = ["id", "counter", "unit", "source", "published", "only"] as const;
export type SaidBeside = (typeof SAID_BESIDE)[number];

/** SDMX-CSV has no figure without these. */
export const MUST_BE_SAID: readonly SaidBeside[] = ["id", "counter", "unit", "source"];

/** What is not said although it must be. */
export function unsaid(words: Partial<SeriesWords>): readonly SaidBeside[] {
  return MUST_BE_SAID.filter((name) => (words[name] ?? "").trim() === "");
}

/** Whether a file begins as SDMX-CSV does; the server decides by the same header. */
export function isSdmx(beginning: string): boolean {
  const header = beginning.split(/\r?\n/, 1)[0]?.toLowerCase() ?? "";
  const columns = header
    .replace("\u{FEFF}", "")
    .split(/[,;\t]/)
    .map((column) => column.trim().replaceAll('"', ""));
  return columns.includes("obs_value") || columns.includes("time_period");
}

/** Read, to tell what a file is. */
const BEGINNING_BYTES = 4_096;

export async function isSdmxFile(file: File): Promise<boolean> {
  return isSdmx(await file.slice(0, BEGINNING_BYTES).text());
}

const start = ({ year, first }: Months) => year * 12 + first;
const end = ({ year, last }: Months) => year * 12 + last;

/** The earliest and the latest period of a series; null when it has none. */
export function spanOf({ cells }: Pick<Series, "cells">): readonly [string, string] | null {
  const periods = [...new Set(cells.map(({ period }) => period))];
  const [first] = [...periods].sort((a, b) => start(monthsOf(a)) - start(monthsOf(b)));
  const [last] = [...periods].sort((a, b) => end(monthsOf(b)) - end(monthsOf(a)));
  return first === undefined || last === undefined ? null : [first, last];
}

/** Whether a series has any figure that touches the months of a period. */
export function touches({ cells }: Pick<Series, "cells">, period: string): boolean {
  const asked = monthsOf(period);
  return [...new Set(cells.map((cell) => cell.period))].some((text) => {
    const known = monthsOf(text);
    return start(known) <= end(asked) && start(asked) <= end(known);
  });
}

/** The series of a file that are no newer than what was known before. */
export function unchangedIn(file: Pick<RecordedFile, "series">, before: readonly Series[]): ReadonlySet<string> {
  const known = new Map(before.map(({ id, version }) => [id, version]));
  return new Set(file.series.filter(({ id, version }) => known.get(id) === version).map(({ id }) => id));
}

/** `geo=DE: 12, geo=FR: 3` */
export function tallyWords(tally: { readonly [what: string]: number }): string {
  return Object.entries(tally)
    .map(([what, count]) => `${what}: ${count}`)
    .join(", ");
}
