/** Periods as the register writes them: `2025`, `2025-Q1`, `2025-03`. They sort as text within one kind. */
import type { Say } from "../../common/words";

export type PeriodKind = "year" | "quarter" | "month";

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** 1 to 4, 1 to 12; 1 in a year. */
  readonly part: number;
}

const PARTS: Record<PeriodKind, number> = { year: 1, quarter: 4, month: 12 };

export function readPeriod(text: string): Period {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
  if (quarter !== null) return { kind: "quarter", year: Number(quarter[1]), part: Number(quarter[2]) };
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (month !== null) return { kind: "month", year: Number(month[1]), part: Number(month[2]) };
  if (/^\d{4}$/.test(text)) return { kind: "year", year: Number(text), part: 1 };
  throw new RangeError(`not a period: ${text}`);
}

export function writePeriod({ kind, year, part }: Period): string {
  if (kind === "year") return String(year);
  return kind === "quarter" ? `${year}-Q${part}` : `${year}-${String(part).padStart(2, "0")}`;
}

/** The periods from the first to the last given, without holes, so that a hole in the figures is seen. */
export function periodsBetween(given: readonly string[]): readonly string[] {
  const places = given.map((text) => {
    const period = readPeriod(text);
    return { kind: period.kind, place: period.year * PARTS[period.kind] + period.part - 1 };
  });
  const kind = places[0]?.kind;
  if (kind === undefined) return [];
  if (places.some((other) => other.kind !== kind)) throw new RangeError("periods of different kinds do not mix");
  const first = Math.min(...places.map(({ place }) => place));
  const last = Math.max(...places.map(({ place }) => place));
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const place = first + step;
    return writePeriod({ kind, year: Math.floor(place / PARTS[kind]), part: (place % PARTS[kind]) + 1 });
  });
}

export function yearBefore(text: string): string {
  const period = readPeriod(text);
  return writePeriod({ ...period, year: period.year - 1 });
}

/** The first and the last month of a period. */
export function monthsOf(text: string): { readonly first: string; readonly last: string } {
  const { kind, year, part } = readPeriod(text);
  const months = 12 / PARTS[kind];
  const at = (month: number) => writePeriod({ kind: "month", year, part: month });
  return { first: at((part - 1) * months + 1), last: at(part * months) };
}

/** `March 2025`, `Q1 2025`, `2025`. */
export function periodName(t: Say, text: string): string {
  const { kind, year, part } = readPeriod(text);
  if (kind === "year") return String(year);
  return kind === "quarter"
    ? t(`chart-quarter-${part}`, { year: String(year) })
    : t(`chart-month-${part}`, { year: String(year) });
}

/** The part alone, for an axis under which the years stand: `I`, `Mar`. */
export function partName(t: Say, { kind, part }: Period): string {
  if (kind === "year") return "";
  return kind === "quarter" ? (["I", "II", "III", "IV"][part - 1] ?? "") : t(`chart-month-short-${part}`);
}
