/** Periods of releases: any months of a year, as the register writes them. */
import type { Say } from "../../common/words";

export interface Months {
  readonly year: number;
  /** 1 to 12. */
  readonly first: number;
  /** 1 to 12, not before the first. */
  readonly last: number;
}

/** Reads `2025`, `2025-H1`, `2025-Q1`, `2025-03` and `2025-01..09`. */
export function monthsOf(period: string): Months {
  const found = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(\d{2})(?:\.\.(\d{2}))?))?$/.exec(period);
  if (found === null) throw new RangeError(`not a period: ${period}`);
  const [year, half, quarter, first, last] = found.slice(1).map((part) => (part === undefined ? 0 : Number(part)));
  const of = (from: number, to: number): Months => ({ year: year ?? 0, first: from, last: to });
  if (half) return of(half * 6 - 5, half * 6);
  if (quarter) return of(quarter * 3 - 2, quarter * 3);
  if (first) return of(first, last || first);
  return of(1, 12);
}

/** `Q1 2025`, `2025`, `January–September 2025`. */
export function periodTitle(t: Say, period: string): string {
  const { year, first, last } = monthsOf(period);
  const length = last - first + 1;
  if (length === 12) return t("public-period-year", { year: String(year) });
  if (length === 6 && first % 6 === 1) return t("table-period-half", { part: (first + 5) / 6, year: String(year) });
  if (length === 3 && first % 3 === 1) return t("table-period-quarter", { part: (first + 2) / 3, year: String(year) });
  return monthsTitle(t, period);
}

/** The months themselves: `January–March 2025`. */
export function monthsTitle(t: Say, period: string): string {
  const { year, first, last } = monthsOf(period);
  const from = t("table-month", { month: first });
  if (first === last) return t("table-period-month", { from, year: String(year) });
  return t("table-period-months", { from, to: t("table-month", { month: last }), year: String(year) });
}

/** `2025-01`: what decides in which borders the country is shown. */
export function firstMonthOf(period: string): string {
  const { year, first } = monthsOf(period);
  return `${year}-${String(first).padStart(2, "0")}`;
}

/** Sorts by the end: of two periods that end together the longer one says more. */
export function laterFirst(a: string, b: string): number {
  const [left, right] = [monthsOf(a), monthsOf(b)];
  return right.year * 12 + right.last - (left.year * 12 + left.last) || left.first - right.first;
}
