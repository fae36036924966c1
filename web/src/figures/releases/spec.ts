/** What is to be published: suggested, and looked at before the server is asked. */
import type { Series } from "../../api/imports";
import type { Release, ReleaseItem, ReleaseSpec } from "../../api/releases";
import { isPeriod } from "../../register/filters";
import { PAGES_OF_FIGURES } from "../../work/route";
import { monthsOf } from "../public/periods";
import { lastRevisions } from "../public/releases";

export const USUAL_THRESHOLD = 5;
export const LEAST_THRESHOLD = 3;

/** Units that a rate is divided by; a release takes one series of each. */
export const DIVISORS = ["employees", "employed", "hours"] as const;
export type Divisor = (typeof DIVISORS)[number];

export interface Draft {
  readonly period: string;
  readonly id: string;
  /** The series of each unit, by its id; empty for none. */
  readonly divided: { readonly [unit in Divisor]: string };
  /** Null while it is no number. */
  readonly threshold: number | null;
  readonly synthetic: boolean;
}

/** The last quarters, halves and years that are over, the latest first: what may be published next. */
export function periodsOver(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const over: string[] = [];
  for (let back = 0; back < 8; back += 1) {
    const quarter = year * 4 + Math.ceil(month / 3) - 2 - back;
    over.push(`${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`);
  }
  for (let back = 0; back < 2; back += 1) {
    const half = year * 2 + Math.ceil(month / 6) - 2 - back;
    over.push(`${Math.floor(half / 2)}-H${(half % 2) + 1}`);
  }
  return [...over, String(year - 1), String(year - 2)];
}

/** The latest quarter that is over and has no release. */
export function suggestedPeriod(today: string, items: readonly ReleaseItem[]): string {
  const quarters = periodsOver(today).filter((period) => period.includes("Q"));
  const taken = new Set(items.map(({ period }) => period));
  return quarters.find((period) => !taken.has(period)) ?? quarters[0] ?? "";
}

/** `kz-2026-q1`; two dots would read as the end of a sentence. */
export function suggestedId(period: string): string {
  return isPeriod(period) ? `kz-${period.toLowerCase().replace("..", "-")}` : "";
}

/** The first series of each unit, as the server takes them when none are named. */
export function usualDivisors(series: readonly Series[]): Draft["divided"] {
  const first = (unit: Divisor) => series.find((one) => one.unit === unit)?.id ?? "";
  return { employees: first("employees"), employed: first("employed"), hours: first("hours") };
}

export function firstDraft(today: string, items: readonly ReleaseItem[], series: readonly Series[]): Draft {
  const period = suggestedPeriod(today, items);
  return {
    period,
    id: suggestedId(period),
    divided: usualDivisors(series),
    threshold: USUAL_THRESHOLD,
    synthetic: false,
  };
}

/** A revision says again what the last one said, with what is known now. */
export function draftOfRevision(last: Release, series: readonly Series[]): Draft {
  const of = (unit: Divisor) => {
    const named = last.denominators.map(({ id }) => id.split("@")[0]);
    return series.find((one) => one.unit === unit && named.includes(one.id))?.id ?? "";
  };
  const divided = { employees: of("employees"), employed: of("employed"), hours: of("hours") };
  const { id, period, threshold, synthetic = false } = last;
  const isDivided = DIVISORS.some((unit) => divided[unit] !== "");
  return { period, id, divided: isDivided ? divided : usualDivisors(series), threshold, synthetic };
}

export type Fault =
  | { readonly field: "period"; readonly word: "wrong" | "ahead" }
  | { readonly field: "id"; readonly word: "wrong" | "page" }
  | { readonly field: "id"; readonly word: "other"; readonly period: string }
  | { readonly field: "threshold"; readonly word: "wrong" }
  | { readonly field: "divided"; readonly word: "one" };

const VALID_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** What the server would refuse, as far as it can be seen from here. `today`: the calendar day. */
export function faultsOf(
  draft: Draft,
  items: readonly ReleaseItem[],
  series: readonly Series[],
  today: string,
): readonly Fault[] {
  const { period, id, threshold } = draft;
  const faults: Fault[] = [];
  if (!isPeriod(period) || !isInOrder(period)) faults.push({ field: "period", word: "wrong" });
  else if (firstMonth(period) > today.slice(0, 7)) faults.push({ field: "period", word: "ahead" });
  const same = items.find((item) => item.id === id);
  if (!VALID_ID.test(id)) faults.push({ field: "id", word: "wrong" });
  else if (PAGES_OF_FIGURES.some((page) => page === id)) faults.push({ field: "id", word: "page" });
  else if (same !== undefined && same.period !== period) {
    faults.push({ field: "id", word: "other", period: same.period });
  }
  if (threshold === null || !Number.isInteger(threshold) || threshold < LEAST_THRESHOLD) {
    faults.push({ field: "threshold", word: "wrong" });
  }
  // Without any named the server takes the usual ones: "none" cannot be said.
  const canDivide = DIVISORS.some((unit) => series.some((one) => one.unit === unit));
  if (canDivide && denominatorsOf(draft).length === 0) faults.push({ field: "divided", word: "one" });
  return faults;
}

/** `2025-09..01` is written like a period and is none. */
function isInOrder(period: string): boolean {
  const { first, last } = monthsOf(period);
  return first <= last;
}

function firstMonth(period: string): string {
  const { year, first } = monthsOf(period);
  return `${year}-${String(first).padStart(2, "0")}`;
}

/** Whether a period that can be read still goes on. */
export function isRunning(period: string, today: string): boolean {
  if (!isPeriod(period)) return false;
  const { year, last } = monthsOf(period);
  return `${year}-${String(last).padStart(2, "0")}` >= today.slice(0, 7);
}

/** The revision that a draft would become: 1 for a new id. */
export function revisionOf({ id, period }: Pick<Draft, "id" | "period">, items: readonly ReleaseItem[]): number {
  const last = lastRevisions(items).find((item) => item.id === id && item.period === period);
  return (last?.revision ?? 0) + 1;
}

/** Another release of the same months. */
export function besideOf({ id, period }: Pick<Draft, "id" | "period">, items: readonly ReleaseItem[]): string | null {
  return items.find((item) => item.period === period && item.id !== id)?.id ?? null;
}

export function denominatorsOf({ divided }: Pick<Draft, "divided">): readonly string[] {
  return DIVISORS.map((unit) => divided[unit]).filter((id) => id !== "");
}

export function specOf(draft: Draft): ReleaseSpec {
  const { id, period, threshold, synthetic } = draft;
  return { id, period, denominators: denominatorsOf(draft), threshold: threshold ?? USUAL_THRESHOLD, synthetic };
}
